import { type Outcome, ok, refuse } from "../shared/index.ts";

/**
 * An open item from before two companies were linked (引継残高). One side proposes it, the other agrees or says what differs; agreed by
 * both it is one record of both, and never changed again.
 */
export const OPENING_ITEM_STATES = ["proposed", "differs", "agreed", "withdrawn"] as const;
export type OpeningItemState = (typeof OPENING_ITEM_STATES)[number];

export const OPENING_ITEM_MOVES = ["agree", "dispute", "repropose", "withdraw"] as const;
export type OpeningItemMove = (typeof OPENING_ITEM_MOVES)[number];

interface Step {
  readonly move: OpeningItemMove;
  readonly from: readonly OpeningItemState[];
  readonly to: OpeningItemState;
  readonly by: "proposer" | "other";
}
const STEPS: readonly Step[] = [
  { move: "agree", from: ["proposed"], to: "agreed", by: "other" },
  { move: "dispute", from: ["proposed"], to: "differs", by: "other" },
  { move: "repropose", from: ["differs"], to: "proposed", by: "proposer" },
  { move: "withdraw", from: ["proposed", "differs"], to: "withdrawn", by: "proposer" },
];

export interface OpeningItemStanding {
  readonly state: OpeningItemState;
  /** Counts the proposals: who answers names the one it saw. */
  readonly round: number;
  /** The acting company proposed it. */
  readonly isMine: boolean;
  readonly number: string;
  readonly partnerName: string;
}

/**
 * The state after a move, or why it is not to be made.
 *
 * @param seenRound the proposal the person looked at; null where it does not matter which
 */
export function moveOpeningItem(
  item: OpeningItemStanding,
  move: OpeningItemMove,
  seenRound: number | null,
): Outcome<
  OpeningItemState,
  "OPENING_ITEM_AGREED" | "OPENING_ITEM_WITHDRAWN" | "OPENING_ITEM_NOT_YOURS" | "OPENING_ITEM_CHANGED"
> {
  const { number, partnerName: partner } = item;
  if (item.state === "agreed") return refuse("OPENING_ITEM_AGREED", { number });
  if (item.state === "withdrawn") return refuse("OPENING_ITEM_WITHDRAWN", { number });
  const step = STEPS.find((one) => one.move === move)!;
  if ((step.by === "proposer") !== item.isMine) return refuse("OPENING_ITEM_NOT_YOURS", { number, partner });
  if (!step.from.includes(item.state) || (seenRound !== null && seenRound !== item.round))
    return refuse("OPENING_ITEM_CHANGED", { number, partner });
  return ok(step.to);
}

/** What a company may do with an item as it stands; the screen offers exactly this. */
export function openingItemMoves(item: OpeningItemStanding): OpeningItemMove[] {
  return OPENING_ITEM_MOVES.filter((move) => moveOpeningItem(item, move, null).ok);
}

/** An own paper, or the rest of the ledger, that an opening item can stand for. Plus: the buyer owes it to the seller. */
export interface OpeningSource {
  readonly kind: "invoice" | "delivery" | "ledger";
  /** Null for the rest of the ledger. */
  readonly sourceId: string | null;
  readonly number: string;
  readonly openYen: bigint;
  /** In other proposals that wait for their answer. */
  readonly heldYen: bigint;
}

export interface OpeningPart {
  readonly kind: OpeningSource["kind"];
  readonly sourceId: string | null;
  readonly amountYen: bigint;
}

/** What of a source no proposal has taken. */
export function freeOf(source: Pick<OpeningSource, "openYen" | "heldYen">): bigint {
  return source.openYen - source.heldYen;
}

/**
 * Whether own papers cover an opening item exactly: each part within what is open and free of its paper, accepted goods only whole,
 * together the amount to the yen.
 */
export function coverOpeningItem(
  amountYen: bigint,
  sources: readonly OpeningSource[],
  parts: readonly OpeningPart[],
): Outcome<
  readonly OpeningPart[],
  | "AMOUNT_ZERO"
  | "OPENING_PART_UNKNOWN"
  | "OPENING_PART_TWICE"
  | "OPENING_PART_ABOVE_OPEN"
  | "OPENING_PART_WHOLE"
  | "OPENING_PARTS_DIFFER"
> {
  if (amountYen === 0n) return refuse("AMOUNT_ZERO", undefined, "amountYen");
  const seen = new Set<string>();
  for (const [index, part] of parts.entries()) {
    const field = `parts.${index}.amountYen`;
    const source = sources.find((one) => one.kind === part.kind && one.sourceId === part.sourceId);
    if (!source) return refuse("OPENING_PART_UNKNOWN", undefined, field);
    const key = `${part.kind} ${part.sourceId}`;
    if (seen.has(key)) return refuse("OPENING_PART_TWICE", { number: source.number }, field);
    seen.add(key);
    const free = freeOf(source);
    if (part.amountYen === 0n || part.amountYen > 0n !== free > 0n || abs(part.amountYen) > abs(free))
      return refuse("OPENING_PART_ABOVE_OPEN", { number: source.number, open: free.toString() }, field);
    if (part.kind === "delivery" && part.amountYen !== source.openYen)
      return refuse("OPENING_PART_WHOLE", { number: source.number, open: source.openYen.toString() }, field);
  }
  const sumYen = parts.reduce((sum, part) => sum + part.amountYen, 0n);
  return sumYen === amountYen
    ? ok(parts)
    : refuse("OPENING_PARTS_DIFFER", { sum: sumYen.toString(), amount: amountYen.toString() }, "parts");
}

/**
 * Which own papers most likely are what the other side means: the one of the same number and amount, one of the same amount, all that
 * is open together, or a part of one that is larger. Empty when none fits; a person may still choose.
 */
export function suggestCover(
  item: { readonly number: string; readonly amountYen: bigint },
  sources: readonly OpeningSource[],
): OpeningPart[] {
  const free = sources.filter(
    (source) => freeOf(source) !== 0n && (source.kind !== "delivery" || source.heldYen === 0n),
  );
  const same = free.filter((source) => freeOf(source) === item.amountYen);
  const one = same.find((source) => source.number === item.number) ?? same[0];
  if (one) return [whole(one)];
  if (free.reduce((sum, source) => sum + freeOf(source), 0n) === item.amountYen) return free.map(whole);
  const larger = free.filter(
    (source) =>
      source.kind !== "delivery" &&
      freeOf(source) > 0n === item.amountYen > 0n &&
      abs(freeOf(source)) > abs(item.amountYen),
  );
  const part = larger.find((source) => source.number === item.number) ?? (larger.length === 1 ? larger[0] : undefined);
  return part ? [{ kind: part.kind, sourceId: part.sourceId, amountYen: item.amountYen }] : [];
}

const whole = (source: OpeningSource): OpeningPart => ({
  kind: source.kind,
  sourceId: source.sourceId,
  amountYen: freeOf(source),
});

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
