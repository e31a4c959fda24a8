import { PageLink, StateBadge, type Tone, useText } from "../platform/index.ts";
import { type Promised, remainingText } from "./promise-words.ts";
import { useNow } from "./use-now.ts";

const TONES: Record<Promised["state"], Tone> = {
  held: "waiting",
  confirmed: "active",
  released: "stopped",
  expired: "late",
  done: "done",
};

/** 仮押さえ中, 受注済み, … */
export function PromiseStateBadge({
  promise,
  size,
}: {
  readonly promise: Pick<Promised, "state">;
  readonly size?: "lg";
}) {
  const t = useText();
  return (
    <StateBadge
      tone={TONES[promise.state]}
      label={t(`planning.promise.state.${promise.state}`)}
      {...(size && { size })}
    />
  );
}

/** How long it still stands, counted down. */
export function Remaining({ promise }: { readonly promise: Pick<Promised, "expiresAt"> }) {
  return <>{remainingText(useText(), promise.expiresAt, useNow(15_000))}</>;
}

/** The order it became, and the work orders made for it. */
export function PromiseOrders({
  promise,
}: {
  readonly promise: Pick<Promised, "tradeId" | "tradeNumber" | "workOrders">;
}) {
  const t = useText();
  if (promise.tradeId === null) return <span className="quiet">{t("planning.promise.noOrder")}</span>;
  return (
    <ul style={{ margin: 0, paddingLeft: 16 }}>
      <li>
        <PageLink to={`sales/orders/${promise.tradeId}`}>
          {t("planning.record.sales")} {promise.tradeNumber}
        </PageLink>
      </li>
      {promise.workOrders.map((order) => (
        <li key={order.id}>
          <PageLink to={`production/orders/${order.id}`}>
            {t("planning.record.work_order")} {order.number}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
