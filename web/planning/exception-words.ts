import { HORIZON } from "../../domain/planning/index.ts";
import { daysBetween } from "../../domain/shared/index.ts";
import {
  type AnswerOf,
  formatDate,
  formatQuantity,
  type Locale,
  type Tone,
  type Translate,
} from "../platform/index.ts";
import { orderPage, recordName, recordPage } from "./words.tsx";

export type PlanException = AnswerOf<"get", "/api/v1/plan-exceptions">["rows"][number];

export const TONES: Partial<Record<PlanException["kind"], Tone>> = {
  past_due_start: "late",
  shortfall: "late",
  overdue_receipt: "late",
  negative_stock: "late",
  inside_fence: "late",
  overdue_demand: "late",
  bom_cyclic: "late",
  lower: "waiting",
  delay: "waiting",
  cancel: "waiting",
  beyond_horizon: "waiting",
};
/** Of these somebody's need becomes late; of the others the need behind it only says what it is for. */
const ENDANGERS = new Set(["past_due_start", "inside_fence", "expedite", "overdue_receipt", "shortfall"]);

/** What of an exception its sentence is made of: of the plan as it is, or of one that is assumed. */
type Told = Pick<PlanException, "kind" | "itemCode" | "quantity" | "unit" | "onDate" | "wantedDate" | "subject">;

/** What is wrong and what to do, in a sentence. */
export function exceptionText(t: Translate, locale: Locale, row: Told): string {
  const { subject } = row;
  const isFirmNeed = row.kind === "overdue_demand" && subject?.kind === "planned";
  return t(`planning.exception.${row.kind}.${isFirmNeed ? "firm" : "text"}`, {
    subject: subjectName(t, subject),
    item: row.itemCode,
    quantity: formatQuantity(row.quantity, row.unit),
    on: formatDate(row.onDate, locale),
    wanted: row.wantedDate === null ? "" : formatDate(row.wantedDate, locale),
  });
}

/** The record or the firm planned order an exception is about. */
function subjectName(t: Translate, subject: PlanException["subject"]): string {
  if (!subject) return "";
  return "number" in subject ? recordName(t, subject) : t("planning.record.firm", { seq: subject.seq });
}

/** Whose need is behind it, in what stands before and after its name; null when it is nobody's. */
export function needText(
  t: Translate,
  locale: Locale,
  { kind, need, moreNeeds }: PlanException,
): readonly [before: string, after: string] | null {
  if (!need) return null;
  const more = moreNeeds === 0 ? "" : t("planning.need.more", { count: moreNeeds });
  const [before = "", after = ""] = t(ENDANGERS.has(kind) ? "planning.need.endangered" : "planning.need.for", {
    need: MARK,
    date: formatDate(need.neededOn, locale),
    more,
  }).split(MARK);
  return [before, after];
}
/** Stands where the name goes, which is a link. */
const MARK = "\u0000";

export type Customer = PlanException["customers"][number];
/** What is to be done about an exception: its remedy, or a new date for a customer who waits for it. */
export interface Ask {
  readonly row: PlanException;
  readonly customer?: Customer;
}
export const kindOf = ({ row, customer }: Ask) => (customer ? "promise_new_date" : row.remedy!.kind);

/** The customers who may be given a new date: those with no change of their order on the table. */
export const customersToTell = (row: PlanException): Ask[] =>
  row.customers.filter(({ isAsked }) => !isAsked).map((customer) => ({ row, customer }));

/** The page of what an exception is about, and what one does there. */
export function exceptionAction(row: PlanException): { readonly to: string; readonly label: string } {
  if (row.kind === "no_bom" || row.kind === "bom_cyclic")
    return { to: `items/${row.itemId}`, label: "planning.action.item" };
  if (row.subject && "number" in row.subject) {
    const { kind, side } = row.subject;
    const known = {
      ...{ work_order: "workOrder", forecast: "forecast", promise: "promise" },
      ...{ request: "request", order_draft: "orderDraft" },
    };
    const label = kind in known ? known[kind as keyof typeof known] : side === "B" ? "purchase" : "sale";
    return { to: recordPage(row.subject), label: `planning.action.${label}` };
  }
  if (row.subject) return { to: orderPage({ runId: row.runId, seq: row.subject.seq }), label: "planning.action.order" };
  if (row.kind === "negative_stock") return { to: `inventory/stock/${row.itemId}`, label: "planning.action.stock" };
  return { to: `planning/items/${row.itemId}`, label: "planning.action.timeline" };
}

/** The list with only this exception's item and kind. */
export const inboxOf = (row: PlanException): string =>
  `planning/exceptions?q=${encodeURIComponent(row.itemCode)}&kind=${row.kind}&owner=all`;

/** What the remedy's button says: it names the day, and whether the other side is asked. */
export function remedyLabel(t: Translate, locale: Locale, row: PlanException): string {
  const { remedy, subject } = row;
  if (!remedy) return "";
  const whose = subject && "number" in subject && subject.kind === "purchase" ? "asked" : "own";
  const day = remedy.on === null ? "" : formatDate(remedy.on, locale);
  if (remedy.kind === "move_receipt" || remedy.kind === "cancel")
    return t(`planning.remedy.${remedy.kind}.${whose}`, { day });
  if (remedy.kind === "change_quantity") {
    const by = formatQuantity((remedy.by ?? "").replace("-", ""), row.unit);
    return t(`planning.remedy.change_quantity.${remedy.by?.startsWith("-") ? "less" : "more"}`, { by });
  }
  return t(`planning.remedy.${remedy.kind}`);
}

/** The permission of the work a remedy does; undefined when it only opens a page. */
export function remedyPermission({ remedy, subject }: PlanException): string | undefined {
  switch (remedy?.kind) {
    case "start_now":
    case "give_back":
    case "plan_longer":
      return "planning.plan";
    case "count_stock":
      return "inventory.adjust";
    case "promise_new_date":
      return "sales.confirm";
    case "complete_bill_of_material":
    case undefined:
      return undefined;
    default:
      if (subject?.kind === "planned") return "planning.plan";
      return subject?.kind === "work_order" ? "production.write" : "purchasing.order";
  }
}

/** Remedies that are applied through a dialog; the others open a page or start a run. */
export function isApplied({ remedy }: PlanException): boolean {
  return remedy !== null && remedy.kind !== "complete_bill_of_material" && remedy.kind !== "plan_longer";
}

/** How an exception is named to the server, as the person saw it. */
export function choiceOf({ row, customer }: Ask) {
  const { quantity, onDate, wantedDate } = row;
  const about = customer && { kind: customer.kind, id: customer.id, line: customer.line };
  return { ...keyOf(row), seen: { quantity, onDate, wantedDate }, ...(about && { customer: about }) };
}

export function keyOf({
  kind,
  itemId,
  subject,
  orderKey,
}: Pick<PlanException, "kind" | "itemId" | "subject" | "orderKey">) {
  const about =
    subject === null
      ? null
      : "seq" in subject
        ? { kind: "planned" as const, seq: subject.seq }
        : { kind: subject.kind, id: subject.id, line: subject.line };
  return { kind, itemId, subject: about, orderKey };
}

/** A document a remedy made or changed: its page, and its number. */
export interface RemedyDocument {
  readonly documentKind: NonNullable<PlanException["care"]>["documentKind"];
  readonly documentId: string | null;
  readonly documentNumber: string;
}
export function documentPage({ documentKind, documentId }: RemedyDocument, side: "S" | "B"): string {
  if (documentKind === "work_order") return `production/orders/${documentId}`;
  if (documentKind === "stocktake") return `inventory/stocktakes/${documentId}`;
  return `${side === "S" ? "sales" : "purchasing"}/orders/${documentId}`;
}

/** A horizon that reaches a month beyond a day. */
export function horizonFor(today: string, onDate: string): number {
  return Math.min(HORIZON.most, Math.max(HORIZON.usual, daysBetween(today, onDate) + 30));
}
