import { StateBadge, type Tone, useText } from "../platform/index.ts";

const TONES: Record<string, Tone> = { waiting: "waiting", running: "active", done: "done", cancelled: "stopped" };

/** How a chain stands, in its list and on its page: late comes before all else that is still owed. */
export function ChainBadge({
  chain,
  size,
}: {
  readonly chain: { readonly state: string; readonly isLate: boolean };
  readonly size?: "lg";
}) {
  const t = useText();
  return chain.isLate ? (
    <StateBadge tone="late" label={t("network.step.late")} {...(size && { size })} />
  ) : (
    <StateBadge
      tone={TONES[chain.state] ?? "draft"}
      label={t(`network.chain.state.${chain.state}`)}
      {...(size && { size })}
    />
  );
}
