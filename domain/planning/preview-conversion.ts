import { type Decimal, decimal, type Outcome, ok, type PlainDate, type Refusal, refuseAll } from "../shared/index.ts";
import type { Peg, PlannedOrder, PlanResult } from "./plan-records.ts";

/** A planned order a person chose, with what the person changed of it. */
export interface ConversionChoice {
  readonly seq: number;
  readonly quantity?: string;
  readonly startOn?: PlainDate;
  readonly dueOn?: PlainDate;
  readonly partnerId?: string;
}

/** What would be made of one planned order. */
export interface ConversionLine {
  readonly seq: number;
  readonly itemId: string;
  readonly itemCode: string;
  readonly quantity: string;
  readonly unit: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly orderKey: string | null;
  readonly notices: ConversionNotice[];
}

/** Worth a look before applying; nothing here forbids it. */
export type ConversionNotice =
  | { readonly kind: "starts_in_past"; readonly wantedStartOn: PlainDate }
  | { readonly kind: "less_than_needed"; readonly lacking: string }
  | { readonly kind: "later_than_needed"; readonly neededOn: PlainDate }
  /** Its own components or parents are proposed too and not part of this conversion; planning changes theirs. */
  | { readonly kind: "needed_by_unconverted"; readonly seqs: number[] };

/** A document that would be made: a work order holds one line, a purchase order all lines of one supplier. */
export interface ConversionDocument {
  readonly kind: "work_order" | "purchase_order" | "subcontract_order";
  readonly partnerId: string | null;
  readonly lines: readonly ConversionLine[];
}

export type ConversionRefusal =
  | "PLANNED_ORDER_UNKNOWN"
  | "PLANNED_ORDER_CONVERTED"
  | "PLANNED_ORDER_CHOSEN_TWICE"
  | "PLANNED_QUANTITY_NOT_POSITIVE"
  | "PLANNED_QUANTITY_TOO_FINE"
  | "PLANNED_DATES_REVERSED"
  | "PLANNED_SUPPLIER_MISSING"
  | "NOTHING_CHOSEN";

const DOCUMENT_OF = {
  make: "work_order",
  buy: "purchase_order",
  subcontract: "subcontract_order",
} as const;

/**
 * Says what converting planned orders would make, before it is done, with the person's changes: one work order for each made
 * item, one purchase or subcontract order for each supplier, lines by due day.
 *
 * @param plan the run the choices were made on
 * @param closedSeqs planned orders already converted or discarded
 * @param unitDecimals by unit code
 */
export function previewConversion(
  plan: Pick<PlanResult, "orders" | "pegs">,
  choices: readonly ConversionChoice[],
  closedSeqs: ReadonlySet<number>,
  unitDecimals: ReadonlyMap<string, number>,
): Outcome<ConversionDocument[], ConversionRefusal> {
  const orders = new Map(plan.orders.map((order) => [order.seq, order]));
  const chosen = new Set<number>();
  const refusals: Refusal<ConversionRefusal>[] = [];
  if (choices.length === 0) refusals.push({ code: "NOTHING_CHOSEN" });
  for (const [at, choice] of choices.entries()) {
    const code = refusalOf(choice, orders.get(choice.seq), chosen, closedSeqs, unitDecimals);
    const values = { seq: choice.seq, item: orders.get(choice.seq)?.itemCode ?? "" };
    if (code) refusals.push({ ...code, values, field: `choices.${at}${code.field ?? ""}` });
    chosen.add(choice.seq);
  }
  const refused = refuseAll(refusals);
  if (refused) return refused;

  const pegs = pegsByOrder(plan.pegs, chosen);
  const documents = new Map<
    string,
    { kind: ConversionDocument["kind"]; partnerId: string | null; lines: ConversionLine[] }
  >();
  for (const choice of choices) {
    const order = orders.get(choice.seq)!;
    const kind = DOCUMENT_OF[order.supply];
    const partnerId = kind === "work_order" ? null : (choice.partnerId ?? order.partnerId);
    const key = kind === "work_order" ? `${kind} ${order.seq}` : `${kind} ${partnerId}`;
    const document = documents.get(key) ?? { kind, partnerId, lines: [] };
    document.lines.push(lineOf(order, choice, pegs.get(order.seq) ?? [], orders, chosen));
    documents.set(key, document);
  }
  const result = [...documents.values()];
  for (const { lines } of result) lines.sort((a, b) => compare(a.dueOn, b.dueOn) || a.seq - b.seq);
  return ok(
    result.sort(
      (a, b) =>
        compare(a.kind, b.kind) || compare(a.partnerId ?? "", b.partnerId ?? "") || a.lines[0]!.seq - b.lines[0]!.seq,
    ),
  );
}

function refusalOf(
  choice: ConversionChoice,
  order: PlannedOrder | undefined,
  chosen: ReadonlySet<number>,
  closed: ReadonlySet<number>,
  unitDecimals: ReadonlyMap<string, number>,
): { code: ConversionRefusal; field?: string } | null {
  if (!order) return { code: "PLANNED_ORDER_UNKNOWN", field: ".seq" };
  if (chosen.has(order.seq)) return { code: "PLANNED_ORDER_CHOSEN_TWICE", field: ".seq" };
  if (closed.has(order.seq)) return { code: "PLANNED_ORDER_CONVERTED", field: ".seq" };
  const quantity = decimal(choice.quantity ?? order.quantity);
  if (!quantity.greaterThan(0)) return { code: "PLANNED_QUANTITY_NOT_POSITIVE", field: ".quantity" };
  if (quantity.decimalPlaces() > (unitDecimals.get(order.unit) ?? 0)) {
    return { code: "PLANNED_QUANTITY_TOO_FINE", field: ".quantity" };
  }
  if ((choice.startOn ?? order.startOn) > (choice.dueOn ?? order.dueOn)) {
    return { code: "PLANNED_DATES_REVERSED", field: ".dueOn" };
  }
  if (order.supply !== "make" && (choice.partnerId ?? order.partnerId) === null) {
    return { code: "PLANNED_SUPPLIER_MISSING", field: ".partnerId" };
  }
  return null;
}

function lineOf(
  order: PlannedOrder,
  choice: ConversionChoice,
  pegs: readonly Peg[],
  orders: ReadonlyMap<number, PlannedOrder>,
  chosen: ReadonlySet<number>,
): ConversionLine {
  const quantity = decimal(choice.quantity ?? order.quantity);
  const dueOn = choice.dueOn ?? order.dueOn;
  const startOn = choice.startOn ?? order.startOn;
  const notices: ConversionNotice[] = [];
  if (order.isPastDue) notices.push({ kind: "starts_in_past", wantedStartOn: order.wantedStartOn });
  const needed = pegs.reduce((sum, peg) => sum.plus(peg.quantity), decimal(0));
  const expected = expectedOf(order, quantity);
  if (expected.lessThan(needed)) notices.push({ kind: "less_than_needed", lacking: needed.minus(expected).toString() });
  const firstNeed = pegs.reduce(
    (first: PlainDate | null, peg) => (first && first < peg.neededOn ? first : peg.neededOn),
    null,
  );
  if (firstNeed !== null && dueOn > firstNeed) notices.push({ kind: "later_than_needed", neededOn: firstNeed });
  const parents = pegs.flatMap(({ demand }) =>
    demand.kind === "planned" && !chosen.has(demand.seq) ? [demand.seq] : [],
  );
  const seqs = [...new Set(parents)].filter((seq) => orders.has(seq)).sort((a, b) => a - b);
  if (seqs.length > 0) notices.push({ kind: "needed_by_unconverted", seqs });
  const { seq, itemId, itemCode, unit, orderKey } = order;
  return { seq, itemId, itemCode, quantity: quantity.toString(), unit, startOn, dueOn, orderKey, notices };
}

/** A changed quantity is expected to be good in the proportion the plan reckoned with. */
function expectedOf(order: PlannedOrder, quantity: Decimal): Decimal {
  return quantity.times(order.expectedQuantity).dividedBy(order.quantity);
}

function pegsByOrder(pegs: readonly Peg[], chosen: ReadonlySet<number>): Map<number, Peg[]> {
  const found = new Map<number, Peg[]>();
  for (const peg of pegs) {
    if (peg.supply.kind !== "planned" || !chosen.has(peg.supply.seq)) continue;
    const rows = found.get(peg.supply.seq);
    if (rows) rows.push(peg);
    else found.set(peg.supply.seq, [peg]);
  }
  return found;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
