import type { Tone } from "../platform/index.ts";

export const STOCKTAKE_TONES: Readonly<Record<"open" | "posted" | "cancelled", Tone>> = {
  open: "active",
  posted: "done",
  cancelled: "stopped",
};

export const CAUSES = [
  "unrecorded_issue",
  "unrecorded_receipt",
  "wrong_place",
  "unit_mistake",
  "damage",
  "loss",
  "unknown",
] as const;
export type Cause = (typeof CAUSES)[number];

export const causeOptions = (t: (key: string) => string) =>
  CAUSES.map((value) => ({ value, label: t(`inventory.stocktake.cause.${value}`) }));
