import type { AnswerOf } from "../platform/index.ts";
import {
  formatDate,
  formatQuantity,
  type Locale,
  PageLink,
  StateBadge,
  type Tone,
  type Translate,
  useText,
} from "../platform/index.ts";

export type PlannedOrder = AnswerOf<"get", "/api/v1/planned-orders">["rows"][number];
export type PlanException = AnswerOf<"get", "/api/v1/plan-exceptions">["rows"][number];
export type PlanRun = NonNullable<AnswerOf<"get", "/api/v1/plan-runs/latest">["current"]>;

export const SUPPLIES = ["make", "buy", "subcontract"] as const;
export const ORDER_STATES = ["proposed", "edited", "converted", "discarded"] as const;
export const EXCEPTION_KINDS = [
  "past_due_start",
  "expedite",
  "delay",
  "cancel",
  "shortfall",
  "no_bom",
  "below_safety",
  "overdue_receipt",
  "inside_fence",
  "raise",
  "lower",
  "overdue_demand",
  "bom_cyclic",
  "beyond_horizon",
  "negative_stock",
  "requested",
] as const;

const TONES: Record<PlannedOrder["state"], Tone> = {
  proposed: "waiting",
  edited: "active",
  converted: "done",
  discarded: "stopped",
};

/** A proposal's state as a word; one that should have started already says so. */
export function OrderState({ order, size }: { readonly order: PlannedOrder; readonly size?: "sm" | "lg" }) {
  const t = useText();
  const isOpen = order.state === "proposed" || order.state === "edited";
  const isLate = isOpen && order.isPastDue;
  return (
    <StateBadge
      {...(size && { size })}
      tone={isLate ? "late" : TONES[order.state]}
      label={isLate ? t("planning.order.pastDue") : t(`planning.order.state.${order.state}`)}
    />
  );
}

/** Page of a planned order, below the company. */
export function orderPage(order: { readonly runId: string; readonly seq: number }): string {
  return `planning/orders/${order.runId}/${order.seq}`;
}

/** A record the plan names: kind, whose and which. */
export interface RecordRef {
  readonly kind: string;
  readonly id: string;
  readonly line: number | null;
  readonly number: string;
  readonly partnerName: string | null;
  readonly side: "S" | "B" | null;
}

/** Page of a record, below the company; a forecast has none of its own. */
export function recordPage(record: RecordRef): string {
  if (record.kind === "work_order") return `production/orders/${record.id}`;
  if (record.kind === "forecast") return "planning/forecasts";
  if (record.kind === "request") return `purchasing/requests/${record.id}`;
  if (record.kind === "order_draft") return `purchasing/drafts/${record.id}`;
  return `${record.side === "B" ? "purchasing" : "sales"}/orders/${record.id}`;
}

/** What a record is called: 受注 SO-000012-1（丸山製作所）. */
export function recordName(t: Translate, record: RecordRef): string {
  const number = record.line !== null && record.kind !== "forecast" ? `${record.number}-${record.line}` : record.number;
  const kind = record.kind === "step" ? (record.side === "B" ? "stepBought" : "stepSold") : record.kind;
  const named = `${t(`planning.record.${kind}`)} ${record.number === "" ? t("planning.record.gone") : number}`;
  return record.partnerName ? t("planning.record.with", { record: named, partner: record.partnerName }) : named;
}

export function RecordLink({ record }: { readonly record: RecordRef }) {
  const t = useText();
  return <PageLink to={recordPage(record)}>{recordName(t, record)}</PageLink>;
}

/** What is wrong and what to do, in a sentence. */
export function exceptionText(t: Translate, locale: Locale, row: PlanException): string {
  const subject =
    row.subject && "number" in row.subject ? recordName(t, row.subject) : row.subject ? `#${row.subject.seq}` : "";
  return t(`planning.exception.${row.kind}.text`, {
    subject,
    item: row.itemCode,
    quantity: formatQuantity(row.quantity, row.unit),
    on: formatDate(row.onDate, locale),
    wanted: row.wantedDate === null ? "" : formatDate(row.wantedDate, locale),
  });
}

/** Where the exception is put right, and what is done there. */
export function exceptionAction(row: PlanException): { readonly to: string; readonly label: string } {
  if (row.kind === "no_bom" || row.kind === "bom_cyclic")
    return { to: `items/${row.itemId}`, label: "planning.action.item" };
  if (row.subject && "number" in row.subject) {
    const { kind, side } = row.subject;
    const known = { work_order: "workOrder", forecast: "forecast", request: "request", order_draft: "orderDraft" };
    const label = kind in known ? known[kind as keyof typeof known] : side === "B" ? "purchase" : "sale";
    return { to: recordPage(row.subject), label: `planning.action.${label}` };
  }
  if (row.subject) return { to: orderPage({ runId: row.runId, seq: row.subject.seq }), label: "planning.action.order" };
  if (row.kind === "negative_stock") return { to: `inventory/stock/${row.itemId}`, label: "planning.action.stock" };
  return { to: `planning/items/${row.itemId}`, label: "planning.action.timeline" };
}
