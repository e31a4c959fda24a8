import { StateBadge, type Tone, useText } from "../platform/index.ts";

export const ORDER_STATES = ["planned", "released", "started", "completed", "closed", "cancelled"] as const;
const ORDER_TONES: Record<string, Tone> = {
  planned: "draft",
  released: "waiting",
  started: "active",
  completed: "done",
  closed: "done",
  cancelled: "stopped",
};
const OPERATION_TONES: Record<string, Tone> = {
  waiting: "draft",
  ready: "waiting",
  running: "active",
  paused: "attention",
  done: "done",
};

/** A work order's state as a coloured word; one that is late says so. */
export function OrderState({
  state,
  isLate,
  size,
}: {
  readonly state: string;
  readonly isLate?: boolean;
  readonly size?: "lg";
}) {
  const t = useText();
  const word = t(`production.state.${state}`);
  return isLate ? (
    <StateBadge size={size} tone="late" label={`${word} · ${t("production.late")}`} />
  ) : (
    <StateBadge size={size} tone={ORDER_TONES[state] ?? "draft"} label={word} />
  );
}

export function OperationState({ state }: { readonly state: string }) {
  const t = useText();
  return <StateBadge tone={OPERATION_TONES[state] ?? "draft"} label={t(`production.operationState.${state}`)} />;
}

/** A trade line's state in the buyer's words, for outside operations. */
export function OutsideState({ state }: { readonly state: string | null }) {
  const t = useText();
  if (!state) return <StateBadge tone="attention" label={t("production.outside.notOrdered")} />;
  const tone: Tone = state === "confirmed" ? "active" : state === "placed" ? "waiting" : "stopped";
  return <StateBadge tone={tone} label={t(`production.outside.state.${state}`)} />;
}

/** A share of 0 to 1 as a bar with its percentage. */
export function ShareBar({ share }: { readonly share: string }) {
  const percent = Math.round(Number(share) * 100);
  return (
    <span style={{ display: "inline-flex", alignItems: "center", gap: 6, whiteSpace: "nowrap" }}>
      <span
        aria-hidden
        style={{ width: 56, height: 6, background: "var(--mantine-color-gray-2)", borderRadius: 3, overflow: "hidden" }}
      >
        <span
          style={{
            display: "block",
            width: `${percent}%`,
            height: "100%",
            background: "var(--mantine-color-indigo-6)",
          }}
        />
      </span>
      <span className="tabular">{percent}%</span>
    </span>
  );
}
