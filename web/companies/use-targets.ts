import { reachesTarget, type TargetFigure } from "../../domain/companies/index.ts";
import { formatDecimal, type HomeFigure, useApi, useText } from "../platform/index.ts";

/** How a figure stands against what the company wants, for its card; nothing where no target is set. */
export function useTargets(): (
  figure: TargetFigure,
  value: number | null,
) => Partial<Pick<HomeFigure, "target" | "tone">> {
  const t = useText();
  const { data } = useApi("/api/v1/targets");
  return (figure, value) => {
    const target = data?.[figure] ?? null;
    if (target === null) return {};
    const isReached = value === null ? null : reachesTarget(figure, value, target);
    return {
      target: t(`companies.target.${figure}.value`, { value: formatDecimal(target) }),
      ...(isReached !== null && { tone: isReached ? "good" : "bad" }),
    };
  };
}
