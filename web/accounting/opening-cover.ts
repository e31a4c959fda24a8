/** An own paper or balance an opening item can stand for, as the server lists it. */
export interface Source {
  readonly kind: "invoice" | "delivery" | "ledger";
  readonly sourceId: string | null;
  readonly openYen: string;
  readonly heldYen: string;
}
export type Part = Pick<Source, "kind" | "sourceId"> & { readonly amountYen: string };

export const keyOf = (one: Pick<Source, "kind" | "sourceId">): string => one.sourceId ?? one.kind;

/** What of it waits in no other proposal. */
export const freeYen = (source: Source): bigint => BigInt(source.openYen) - BigInt(source.heldYen);

/** Whole yen as typed, minus for a credit note; null when it is none. */
export function readSignedYen(text: string): bigint | null {
  const plain = text
    .normalize("NFKC")
    .replace(/[,\s]/g, "")
    .replace(/^[−△▲]/, "-");
  return /^-?\d{1,15}$/.test(plain) ? BigInt(plain) : null;
}

/** What is typed beside each source, as parts to send; null while a text is no amount or more than is free. */
export function partsTyped(
  sources: readonly Source[],
  typed: Readonly<Record<string, string>>,
): { readonly parts: Part[] | null; readonly sumYen: bigint; readonly wrong: ReadonlySet<string> } {
  const wrong = new Set<string>();
  const parts: Part[] = [];
  let sumYen = 0n;
  for (const source of sources) {
    const key = keyOf(source);
    const text = typed[key]?.trim() ?? "";
    const yen = text === "" ? 0n : readSignedYen(text);
    const free = freeYen(source);
    const size = (value: bigint) => (value < 0n ? -value : value);
    if (yen === null || (yen !== 0n && (yen > 0n !== free > 0n || size(yen) > size(free)))) {
      wrong.add(key);
      continue;
    }
    if (yen === 0n) continue;
    sumYen += yen;
    parts.push({ kind: source.kind, sourceId: source.sourceId, amountYen: yen.toString() });
  }
  return { parts: wrong.size > 0 || parts.length === 0 ? null : parts, sumYen, wrong };
}
