import { Tabs, Text, Title } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLive } from "../api/use-live.ts";
import { allAreas } from "../area.ts";
import { useText } from "../i18n/use-text.ts";
import { Answered } from "../parts/answers.tsx";
import { useGo } from "../route/page-link.tsx";
import { useCan } from "../session/session.ts";
import { usePageTitle } from "../shell/page-title.ts";
import { ActionBar } from "./action-bar.tsx";
import type { DocumentAction } from "./actions.ts";
import classes from "./document-page.module.css";

/** A fact in the head: 納期, 契約, 備考. */
export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** A part of the page below the head; the first is shown first, the chosen one stands in the address. */
export interface DocumentTab {
  readonly id: string;
  readonly label: string;
  readonly body: ReactNode;
}

/** A part of the side panel: the chain, stock, journal, papers, history. */
export interface SideSection {
  readonly id: string;
  readonly title: string;
  readonly body: ReactNode;
}

export interface DocumentView {
  /** What it is: 受注, 製造指図. */
  readonly kind: string;
  readonly number: string;
  /** A `StateBadge` with size lg. */
  readonly state?: ReactNode;
  readonly partner?: ReactNode;
  readonly facts: readonly Fact[];
  /** What it is to higher areas, which may add facts and notes: `{ kind: "production.order", id }`. */
  readonly record?: { readonly kind: string; readonly id: string };
  readonly sum?: Fact;
  readonly primary?: DocumentAction | undefined;
  readonly actions?: readonly DocumentAction[];
  /** Warnings above everything: an `Alert`. */
  readonly notes?: ReactNode;
  /** The lines, or tabs of them. */
  readonly body?: ReactNode;
  readonly tabs?: readonly DocumentTab[];
  readonly side?: readonly SideSection[];
}

interface DocumentPageProps<T> {
  readonly answer: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly view: (data: T) => DocumentView;
  /** Kinds of change upon which it is read anew. */
  readonly live?: string | readonly string[];
}

/** The document page: head, lines, and beside them where it came from and where it went. */
export function DocumentPage<T>({ answer, view, live }: DocumentPageProps<T>) {
  useLive(live ?? [], () => void answer.refetch());
  return (
    <Answered answer={answer} lines={12}>
      {(data) => <Shown view={view(data)} />}
    </Answered>
  );
}

function Shown({ view }: { readonly view: DocumentView }) {
  const t = useText();
  usePageTitle(`${view.kind} ${view.number}`);
  const side = view.side ?? [];
  return (
    <article className={classes.page}>
      <header className={classes.head}>
        <div className={classes.headline}>
          <div className={classes.name}>
            <Text size="sm" c="dimmed" component="span">
              {view.kind}
            </Text>
            <Title order={1} className="tabular">
              {view.number}
            </Title>
            {view.state}
          </div>
          <ActionBar primary={view.primary} others={view.actions} />
        </div>
        <dl className={classes.facts}>
          {view.partner && <FactView label={t("platform.document.partner")} value={view.partner} strong />}
          {view.facts.map((fact) => (
            <FactView key={fact.label} {...fact} />
          ))}
          {view.record && <AddedFacts {...view.record} />}
          {view.sum && <FactView {...view.sum} strong end />}
        </dl>
      </header>
      {(view.notes || view.record) && (
        <div className={classes.notes}>
          {view.notes}
          {view.record && <AddedNotes {...view.record} />}
        </div>
      )}
      <div className={classes.columns} data-side={side.length > 0 || undefined}>
        <div className={classes.main}>
          {view.body}
          {view.tabs && <DocumentTabs tabs={view.tabs} />}
        </div>
        {side.length > 0 && (
          <aside className={classes.side} aria-label={t("platform.document.side")}>
            {side.map(({ id, title, body }) => (
              <details key={id} open>
                <summary>{title}</summary>
                <div className={classes.sideBody}>{body}</div>
              </details>
            ))}
          </aside>
        )}
      </div>
    </article>
  );
}

function AddedFacts({ kind, id }: NonNullable<DocumentView["record"]>) {
  const can = useCan();
  return allAreas()
    .flatMap((area) => area.addedFacts ?? [])
    .filter(({ document, permission }) => document === kind && can(permission))
    .map((added) => <added.Fact key={added.id} id={id} />);
}

function AddedNotes({ kind, id }: NonNullable<DocumentView["record"]>) {
  const can = useCan();
  return allAreas()
    .flatMap((area) => area.addedNotes ?? [])
    .filter(({ document, permission }) => document === kind && can(permission))
    .map((added) => <added.Note key={added.id} id={id} />);
}

/** A fact as it stands in a document's head. */
export function FactView({ label, value, strong, end }: Fact & { readonly strong?: boolean; readonly end?: boolean }) {
  return (
    <div className={classes.fact} data-strong={strong} data-end={end}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Tabs whose choice stands in the address as `?tab=`. */
export function DocumentTabs({ tabs }: { readonly tabs: readonly DocumentTab[] }) {
  const go = useGo();
  const { tab } = useSearch({ strict: false }) as { tab?: string };
  const current = tabs.find(({ id }) => id === tab) ?? tabs[0];
  if (!current) return null;
  const choose = (id: string | null) => {
    const query = new URLSearchParams(window.location.search);
    if (id && id !== tabs[0]!.id) query.set("tab", id);
    else query.delete("tab");
    const text = query.toString();
    go(`${window.location.pathname}${text ? `?${text}` : ""}`, { replace: true });
  };
  return (
    <Tabs value={current.id} onChange={choose} keepMounted={false}>
      <Tabs.List mb={10} className="no-print">
        {tabs.map(({ id, label }) => (
          <Tabs.Tab key={id} value={id} px={12} py={7} fz={13}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, body }) => (
        <Tabs.Panel key={id} value={id}>
          {body}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
