import { StateBadge, type Tone, useText } from "../platform/index.ts";

export type TradeSide = "S" | "B";

/** Where a side's pages stand, below the company. */
export const PLACES = {
  S: { orders: "sales/orders", drafts: "sales/drafts", deliveries: "sales/deliveries", api: "/api/v1/sales-orders" },
  B: {
    orders: "purchasing/orders",
    drafts: "purchasing/drafts",
    deliveries: "purchasing/arrivals",
    api: "/api/v1/purchase-orders",
  },
} as const;

/** What each side may do with its orders. */
export const PERMISSIONS = {
  S: { move: "sales.confirm", write: "sales.write", goods: "sales.ship" },
  B: { move: "purchasing.order", write: "purchasing.write", goods: "purchasing.receive" },
} as const;

const TONES: Readonly<Record<string, Tone>> = {
  enquiry: "waiting",
  quoted: "waiting",
  placed: "attention",
  countered: "attention",
  confirmed: "active",
  declined: "stopped",
  cancelled: "stopped",
  expired: "stopped",
  withdrawn: "stopped",
};

export const LINE_STATE_WORDS = [
  "enquiry",
  "quoted",
  "placed",
  "confirmed",
  "countered",
  "declined",
  "cancelled",
  "expired",
  "withdrawn",
] as const;

/** A state of an order or line, in the words of the side that reads it: 注文 is 発注済 to the buyer and 受注(未確定) to the seller. */
export function TradeState({
  state,
  side,
  done = false,
  late = false,
  size,
}: {
  readonly state: string;
  readonly side: TradeSide;
  readonly done?: boolean;
  readonly late?: boolean;
  readonly size?: "sm" | "lg";
}) {
  const t = useText();
  const label = done && state === "confirmed" ? t("trade.state.done") : t(`trade.state.${side}.${state}`);
  const tone = late ? "late" : done && state === "confirmed" ? "done" : (TONES[state] ?? "waiting");
  return <StateBadge tone={tone} label={late ? `${label}・${t("trade.late")}` : label} {...(size && { size })} />;
}

const DELIVERY_TONES: Readonly<Record<string, Tone>> = { shipped: "waiting", received: "attention", judged: "done" };

export function DeliveryState({
  state,
  side,
  size,
}: {
  readonly state: string;
  readonly side: TradeSide;
  readonly size?: "sm" | "lg";
}) {
  const t = useText();
  return (
    <StateBadge
      tone={DELIVERY_TONES[state] ?? "waiting"}
      label={t(`trade.delivery.state.${side}.${state}`)}
      {...(size && { size })}
    />
  );
}
