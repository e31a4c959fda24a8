import type { AnswerOf } from "../platform/index.ts";
import { PageLink, StateBadge, type Tone, type Translate, useText } from "../platform/index.ts";

export type PlannedOrder = AnswerOf<"get", "/api/v1/planned-orders">["rows"][number];
export type PlanRun = NonNullable<AnswerOf<"get", "/api/v1/plan-runs/latest">["current"]>;

export const SUPPLIES = ["make", "buy", "subcontract"] as const;
export const ORDER_STATES = ["proposed", "edited", "converted", "discarded"] as const;
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
  if (record.kind === "promise") return `planning/promises/${record.id}`;
  if (record.kind === "request") return `purchasing/requests/${record.id}`;
  if (record.kind === "order_draft") return `purchasing/drafts/${record.id}`;
  return `${record.side === "B" ? "purchasing" : "sales"}/orders/${record.id}`;
}

/** What a record is called: 受注 SO-000012-1（丸山製作所）. */
export function recordName(t: Translate, record: RecordRef): string {
  const hasLines = record.kind !== "forecast" && record.kind !== "promise";
  const number = record.line !== null && hasLines ? `${record.number}-${record.line}` : record.number;
  const kind = record.kind === "step" ? (record.side === "B" ? "stepBought" : "stepSold") : record.kind;
  const named = `${t(`planning.record.${kind}`)} ${record.number === "" ? t("planning.record.gone") : number}`;
  return record.partnerName ? t("planning.record.with", { record: named, partner: record.partnerName }) : named;
}

export function RecordLink({ record }: { readonly record: RecordRef }) {
  const t = useText();
  return <PageLink to={recordPage(record)}>{recordName(t, record)}</PageLink>;
}
