import { Icon, type IconName } from "./icons.tsx";
import classes from "./state-badge.module.css";

/** What a state means for the reader; colour and icon follow, and the word always stands beside them. */
export type Tone = "draft" | "waiting" | "active" | "done" | "attention" | "late" | "stopped";

const ICONS: Record<Tone, IconName> = {
  draft: "edit",
  waiting: "clock",
  active: "play",
  done: "checkCircle",
  attention: "alert",
  late: "alert",
  stopped: "close",
};

/** A state as a coloured word with its icon: `<StateBadge tone="active" label={t("sales.state.confirmed")} />`. */
export function StateBadge({
  tone,
  label,
  size = "sm",
}: {
  readonly tone: Tone;
  readonly label: string;
  readonly size?: "sm" | "lg";
}) {
  return (
    <span className={classes.badge} data-tone={tone} data-size={size}>
      <Icon name={ICONS[tone]} size={size === "lg" ? 15 : 12} />
      {label}
    </span>
  );
}
