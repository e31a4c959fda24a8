import { useCallback, useState } from "react";
import { useMe } from "./session.ts";

/** Keeps a small thing in this browser. A full or forbidden store is no reason to stop working. */
export function writeStored(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Private windows and full stores refuse; the page goes on without memory.
  }
}

export function readStored<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

/** A choice of this person in this browser: columns, row height, an open panel. */
export function usePreference<T>(name: string, otherwise: T): [T, (value: T) => void] {
  const { person } = useMe();
  const key = `musubi.preference.${person.userId}.${name}`;
  const [value, setValue] = useState<T>(() => readStored<T>(key) ?? otherwise);
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      writeStored(key, next);
    },
    [key],
  );
  return [value, keep];
}
