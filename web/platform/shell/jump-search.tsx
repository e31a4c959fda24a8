import { Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { createSpotlight, Spotlight } from "@mantine/spotlight";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { actingCompanyId, commonHeaders } from "../api/client.ts";
import { allAreas } from "../area.ts";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../parts/icons.tsx";
import { useGo } from "../route/page-link.tsx";
import { useCan } from "../session/session.ts";
import { findEntries, foldForSearch } from "./jump-entries.ts";
import classes from "./shell.module.css";

interface JumpHit {
  readonly kind: string;
  readonly label: string;
  readonly detail?: string | null;
  readonly href: string;
}

const [store, spotlight] = createSpotlight();

/** The lines shown, as the library finds them. */
const lines = () => document.getElementById(store.getState().listId);

/** The library chooses the first line when something is typed; here also when lines come later. */
function chooseFirst(): void {
  lines()?.querySelector("[data-selected]")?.removeAttribute("data-selected");
  lines()?.querySelector("[data-action]")?.setAttribute("data-selected", "true");
  store.updateState((state) => ({ ...state, selected: 0 }));
}

/** Ctrl+K: a number, a partner, an item from the server; pages and actions from the registry. */
export function JumpSearch() {
  const t = useText();
  const can = useCan();
  const go = useGo();
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const hits = useQuery({
    queryKey: [actingCompanyId(), "jump", asked],
    enabled: asked.length > 0,
    queryFn: ({ signal }) => askServer(asked, signal),
    placeholderData: (before) => before,
  });
  const entries = useMemo(() => {
    const areas = allAreas();
    const pages = areas.flatMap((area) => area.menu).map((entry) => ({ ...entry, kind: "page" as const }));
    const actions = areas.flatMap((area) => area.actions ?? []).map((entry) => ({ ...entry, kind: "action" as const }));
    return [...actions, ...pages]
      .filter((entry) => can(entry.permission))
      .map((entry) => ({ ...entry, text: t(entry.label) }));
  }, [can, t]);
  const found = findEntries(entries, typed);
  const documents = foldForSearch(typed) === "" ? [] : (hits.data ?? []);
  const busy = typed.trim() !== "" && (hits.isFetching || asked !== typed.trim());

  const entered = useRef(false);
  // What the server found comes after the typing: its first line is the chosen one, unless the arrows have chosen already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen anew whenever other lines stand there
  useEffect(() => {
    if (busy) return;
    if (typed.trim() !== "" && store.getState().selected <= 0) chooseFirst();
    if (entered.current) lines()?.querySelector<HTMLElement>("[data-selected]")?.click();
    entered.current = false;
  }, [busy, typed, hits.data]);
  /** Enter right after the last key waits for what that key finds: never does it open a line of the text before. */
  const waitForHits = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) {
      entered.current = false;
      return;
    }
    if (!busy) return;
    event.preventDefault();
    event.stopPropagation();
    entered.current = true;
  };

  return (
    <>
      <button type="button" className={classes.jump} onClick={() => spotlight.open()} aria-label={t("platform.jump")}>
        <Icon name="search" />
        <span>{t("platform.jump.placeholder")}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Spotlight.Root
        store={store}
        query={typed}
        onQueryChange={setTyped}
        shortcut={["mod + K"]}
        tagsToIgnore={[]}
        scrollable
        maxHeight={460}
        centered={false}
        yOffset="9vh"
        overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      >
        <Modal.Title className="visually-hidden">{t("platform.jump")}</Modal.Title>
        <Spotlight.Search
          placeholder={t("platform.jump.placeholder")}
          aria-label={t("platform.jump")}
          leftSection={<Icon name="search" size={18} />}
          onKeyDownCapture={waitForHits}
        />
        <Spotlight.ActionsList>
          {documents.length > 0 && (
            <Spotlight.ActionsGroup label={t("platform.jump.records")}>
              {documents.map((hit) => (
                <Spotlight.Action key={`${hit.kind} ${hit.href}`} onClick={() => go(hit.href)}>
                  <span className={classes.kind}>{kindText(t, hit.kind)}</span>
                  <span>{hit.label}</span>
                  {hit.detail && <span className="quiet">&nbsp;&nbsp;{hit.detail}</span>}
                </Spotlight.Action>
              ))}
            </Spotlight.ActionsGroup>
          )}
          {found.length > 0 && (
            <Spotlight.ActionsGroup label={t("platform.jump.pages")}>
              {found.map((entry) => (
                <Spotlight.Action key={`${entry.kind} ${entry.to}`} onClick={() => go(entry.to)}>
                  <span className={classes.kind}>{t(`platform.jump.${entry.kind}`)}</span>
                  <span>{entry.text}</span>
                </Spotlight.Action>
              ))}
            </Spotlight.ActionsGroup>
          )}
          {documents.length + found.length === 0 && (
            <Spotlight.Empty>
              {busy ? t("platform.loading") : hits.error ? t("platform.jump.failed") : t("platform.jump.nothing")}
            </Spotlight.Empty>
          )}
        </Spotlight.ActionsList>
      </Spotlight.Root>
    </>
  );
}

function kindText(t: ReturnType<typeof useText>, kind: string): string {
  const key = `platform.kind.${kind}`;
  const text = t(key);
  return text === key ? kind : text;
}

async function askServer(typed: string, signal: AbortSignal): Promise<readonly JumpHit[]> {
  const response = await fetch(`/api/v1/jump?q=${encodeURIComponent(typed)}`, {
    signal,
    credentials: "same-origin",
    headers: commonHeaders(),
  });
  if (!response.ok) throw new Error(`jump search answered ${response.status}`);
  const body: unknown = await response.json();
  return (Array.isArray(body) ? body : ((body as { rows?: JumpHit[] }).rows ?? [])) as JumpHit[];
}
