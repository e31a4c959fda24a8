import { z } from "zod";

/** Figures a company may set a target for, and whether more or less of it is better. */
export const TARGET_FIGURES = {
  onTimePercent: "more",
  monthlySalesYen: "more",
  stockDays: "less",
  scrapPercent: "less",
} as const;
export type TargetFigure = keyof typeof TARGET_FIGURES;

const percentShape = z
  .string()
  .regex(/^(100|\d{1,2}(\.\d{1,2})?)$/, { error: "PERCENT_INVALID" })
  .nullable();
export const targetsShape = z.object({
  onTimePercent: percentShape,
  monthlySalesYen: z
    .string()
    .regex(/^\d{1,15}$/, { error: "YEN_INVALID" })
    .nullable(),
  stockDays: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,2})?$/, { error: "QUANTITY_INVALID" })
    .nullable(),
  scrapPercent: percentShape,
});
export type Targets = z.infer<typeof targetsShape>;

/** Whether a figure is where the company wants it; null without a target. */
export function reachesTarget(figure: TargetFigure, value: number, target: string | null): boolean | null {
  if (target === null) return null;
  return TARGET_FIGURES[figure] === "more" ? value >= Number(target) : value <= Number(target);
}
