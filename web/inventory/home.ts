import { formatCount, formatYen, type HomeCard, useApi, useText } from "../platform/index.ts";

/** What the stock is worth, and what is short of its safety stock. */
export const stockValue: HomeCard = {
  id: "inventory.stockValue",
  permission: "accounting.read",
  roles: ["president", "finance", "warehouse"],
  useFigure: () => {
    const t = useText();
    const { data, error } = useApi("/api/v1/stock-figures");
    if (!data) return { figure: undefined, error };
    if (data.itemCount === 0) return { figure: null, error };
    return {
      error,
      figure: {
        label: t("inventory.figure.value"),
        value: formatYen(data.valueYen),
        unit: t("platform.yen"),
        trend: data.valueTrend,
        note: t("inventory.figure.below", { count: formatCount(data.belowSafetyCount) }),
        to: "inventory/stock?sort=-valueYen",
      },
    };
  },
};
