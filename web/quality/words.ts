import type { Tone } from "../platform/index.ts";

export const STATE_TONES: Readonly<Record<"open" | "passed" | "failed" | "partly" | "special", Tone>> = {
  open: "waiting",
  passed: "done",
  failed: "stopped",
  partly: "attention",
  special: "attention",
};
type Text = (key: string) => string;
const options = (t: Text, prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: t(`quality.${prefix}.${value}`) }));
export const kindOptions = (t: Text) => options(t, "kind", ["receiving", "in_process", "final"]);
export const stateOptions = (t: Text) => options(t, "state", ["open", "passed", "failed", "partly", "special"]);
export const samplingOptions = (t: Text) => options(t, "sampling", ["all", "sample", "skip"]);

/** 9.98 〜 10.02: a limit that is absent is left out. */
export function limitsText(one: { lower: string | null; upper: string | null; unit: string }): string {
  if (one.lower === null && one.upper === null) return "–";
  return `${one.lower ?? ""} 〜 ${one.upper ?? ""} ${one.unit}`.trim();
}
