import type { ReactNode } from "react";
import { InstantText } from "../format/show.tsx";
import { PageLink } from "../route/page-link.tsx";
import classes from "./side-parts.module.css";

/** One step of where a document came from or went to. */
export interface ChainStep {
  readonly id: string;
  readonly label: string;
  readonly detail?: ReactNode;
  readonly state?: ReactNode;
  /** Left out: nothing this person may open. */
  readonly to?: string;
  /** This very document. */
  readonly here?: boolean;
  /** Depth in the chain, from 0. */
  readonly depth?: number;
}

/** The chain as a list: 受注 → 製造指図 → 出荷 → 請求. */
export function ChainList({ steps, none }: { readonly steps: readonly ChainStep[]; readonly none: string }) {
  if (steps.length === 0) return <span className="quiet">{none}</span>;
  return (
    <ol className={classes.chain}>
      {steps.map(({ id, label, detail, state, to, here, depth = 0 }) => (
        <li key={id} style={{ paddingLeft: 14 + depth * 14 }} aria-current={here ? "true" : undefined}>
          <div className={classes.step}>
            {to && !here ? <PageLink to={to}>{label}</PageLink> : <span>{label}</span>}
            {state}
          </div>
          {detail && <div className="quiet">{detail}</div>}
        </li>
      ))}
    </ol>
  );
}

/** One thing that happened to a document. */
export interface HistoryEntry {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly text: string;
}

/** What happened, the newest first. */
export function HistoryList({ entries, none }: { readonly entries: readonly HistoryEntry[]; readonly none: string }) {
  if (entries.length === 0) return <span className="quiet">{none}</span>;
  return (
    <ol className={classes.history}>
      {entries.map(({ id, at, who, text }) => (
        <li key={id}>
          <div>{text}</div>
          <div className="quiet">
            <InstantText value={at} /> {who}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Label and value pairs, for the side panel and plain detail pages. */
export function FactList({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
