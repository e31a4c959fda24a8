import { useEffect, useSyncExternalStore } from "react";

let title: string | null = null;
const watchers = new Set<() => void>();

function setTitle(next: string | null): void {
  title = next;
  for (const watcher of watchers) watcher();
}

/** Puts a page's own name (a number, a partner) into the breadcrumb and the browser's tab. */
export function usePageTitle(name: string | undefined): void {
  useEffect(() => {
    if (name === undefined) return;
    setTitle(name);
    return () => setTitle(null);
  }, [name]);
}

export function useShownTitle(): string | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => title,
  );
}
