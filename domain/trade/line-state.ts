/** States of a trade line; everything later (delivered, accepted, invoiced, settled) is derived from records. */
export const LINE_STATES = [
  "enquiry",
  "quoted",
  "placed",
  "confirmed",
  "declined",
  "countered",
  "cancelled",
  "expired",
  "withdrawn",
] as const;
export type LineState = (typeof LINE_STATES)[number];
export type Side = "seller" | "buyer";

/** Who may move a line from where to where. The database holds the same list (guard.trade_line_moves); a test compares both. */
export const LINE_MOVES: Readonly<Record<Side, readonly (readonly [LineState, LineState])[]>> = {
  seller: [
    ["enquiry", "quoted"],
    ["enquiry", "declined"],
    ["quoted", "withdrawn"],
    ["quoted", "expired"],
    ["placed", "confirmed"],
    ["placed", "declined"],
    ["placed", "countered"],
    ["countered", "confirmed"],
    ["countered", "declined"],
  ],
  buyer: [
    ["enquiry", "cancelled"],
    ["quoted", "placed"],
    ["quoted", "cancelled"],
    ["placed", "cancelled"],
    ["countered", "confirmed"],
    ["countered", "cancelled"],
  ],
};

/** Whether a side may make this move; who is alone on the platform acts for both. */
export function mayMove(sides: readonly Side[], from: LineState, to: LineState): boolean {
  return sides.some((side) => LINE_MOVES[side].some(([a, b]) => a === from && b === to));
}

/** The moves open to a side from a state: what the screen offers. */
export function openMoves(sides: readonly Side[], from: LineState): LineState[] {
  return [...new Set(sides.flatMap((side) => LINE_MOVES[side].filter(([a]) => a === from).map(([, b]) => b)))];
}

/** A trade is as far as its least advanced living line. */
const ORDER: readonly LineState[] = [
  "enquiry",
  "quoted",
  "countered",
  "placed",
  "confirmed",
  "declined",
  "withdrawn",
  "expired",
  "cancelled",
];
export function tradeState(states: readonly LineState[]): LineState {
  return ORDER.find((state) => states.includes(state)) ?? "placed";
}
