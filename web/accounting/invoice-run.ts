/** One partner of a closing run, as far as deciding needs it. */
export interface RunRow {
  readonly partnerId: string;
  readonly closesToday: boolean;
  readonly totalYen: string;
}

/** What is chosen when the preview opens: the partners whose own closing day it is. */
export function chosenAtFirst(rows: readonly RunRow[]): ReadonlySet<string> {
  return new Set(rows.filter((row) => row.closesToday).map((row) => row.partnerId));
}

/** The chosen partners in pieces that are issued one after the other, so that a person sees how far it is and can leave. */
export function issueInPieces(rows: readonly RunRow[], chosen: ReadonlySet<string>, size: number): string[][] {
  // A partner stands twice where goods of orders from before a link are billed apart; it is asked once.
  const ids = [...new Set(rows.filter((row) => chosen.has(row.partnerId)).map((row) => row.partnerId))];
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size));
}
