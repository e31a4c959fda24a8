import { formatCount, type HomeCard, useApi, useText } from "../platform/index.ts";

/** How many things of the plan wait for this person. */
export const exceptionCard: HomeCard = {
  id: "planning.exceptions",
  permission: "planning.read",
  roles: ["production", "purchasing"],
  useFigure: () => {
    const t = useText();
    const runs = useApi("/api/v1/plan-runs/latest");
    const counts = useApi("/api/v1/plan-exceptions/counts");
    const error = runs.error ?? counts.error;
    if (!runs.data || !counts.data) return { figure: undefined, error };
    const { current } = runs.data;
    if (!current) return { figure: null, error };
    const { mine, owners } = counts.data;
    const all = owners.reduce((sum, { count }) => sum + count, 0);
    const isMine = owners.some((one) => one.isMine);
    return {
      error,
      figure: {
        label: t(isMine ? "planning.exceptions.minePlan" : "planning.exceptions.title"),
        value: formatCount(isMine ? mine : all),
        unit: t("planning.exceptions.unit", { count: isMine ? mine : all }),
        tone: (current.summary.pastDueCount ?? 0) > 0 ? "bad" : "normal",
        note: t("planning.exceptions.ofAll", { count: formatCount(all) }),
        to: isMine ? "planning/exceptions" : "planning/exceptions?owner=all",
      },
    };
  },
};
