import { useTargets } from "../companies/index.ts";
import { formatCount, type HomeCard, useApi, useText } from "../platform/index.ts";

/** Work orders past their day. */
export const lateWork: HomeCard = {
  id: "production.lateWork",
  permission: "production.read",
  roles: ["production", "floor", "warehouse"],
  useFigure: () => {
    const t = useText();
    const { data, error } = useApi("/api/v1/production-figures");
    if (!data) return { figure: undefined, error };
    if (data.openOrders === 0) return { figure: null, error };
    return {
      error,
      figure: {
        label: t("production.figure.late"),
        value: formatCount(data.lateOrders),
        unit: t("production.figure.orders"),
        tone: data.lateOrders > 0 ? "bad" : "good",
        note: t("production.figure.ofOpen", { count: formatCount(data.openOrders) }),
        to: "production/orders?isLate=true",
      },
    };
  },
};

/** Pieces scrapped, of all that were reported. */
export const scrap: HomeCard = {
  id: "production.scrap",
  permission: "production.read",
  roles: ["president", "production", "floor"],
  useFigure: () => {
    const t = useText();
    const target = useTargets();
    const { data, error } = useApi("/api/v1/production-figures");
    if (!data) return { figure: undefined, error };
    if (data.scrapPercent === null) return { figure: null, error };
    return {
      error,
      figure: {
        label: t("production.figure.scrap"),
        value: data.scrapPercent.toFixed(1),
        unit: "%",
        trend: data.scrapTrend,
        note: t("production.figure.eightWeeks"),
        ...target("scrapPercent", data.scrapPercent),
        to: "production/orders?state=completed",
      },
    };
  },
};
