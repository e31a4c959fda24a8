import { StateBadge, type Tone, useText } from "../platform/index.ts";

const TONES: Readonly<Record<string, Tone>> = {
  proposed: "attention",
  active: "active",
  declined: "stopped",
  ended: "done",
};

/** State of an agreement; a proposal says whose answer it waits for. */
export function AgreementState({
  state,
  isMine = false,
  size,
}: {
  readonly state: string;
  readonly isMine?: boolean;
  readonly size?: "sm" | "lg";
}) {
  const t = useText();
  const word = state === "proposed" && isMine ? "waiting" : state;
  return (
    <StateBadge
      tone={word === "waiting" ? "waiting" : (TONES[state] ?? "waiting")}
      label={t(`agreements.state.${word}`)}
      {...(size && { size })}
    />
  );
}
