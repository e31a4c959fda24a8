import { formatCount, type HomeCard, useApi, useText } from "../platform/index.ts";

/** How many things of the plan wait for a person. */
export const exceptionCard: HomeCard = {
  id: "planning.exceptions",
  permission: "planning.read",
  roles: ["production", "purchasing"],
  useFigure: () => {
    const t = useText();
    const { data, error } = useApi("/api/v1/plan-runs/latest");
    const current = data?.current;
    if (!data) return { figure: undefined, error };
    if (!current) return { figure: null, error };
    const { exceptionCount = 0, pastDueCount = 0 } = current.summary;
    return {
      error,
      figure: {
        label: t("planning.exceptions.title"),
        value: formatCount(exceptionCount),
        tone: pastDueCount > 0 ? "bad" : "normal",
        note: t("planning.run.pastDue", { count: formatCount(pastDueCount) }),
        to: "planning/exceptions",
      },
    };
  },
};
