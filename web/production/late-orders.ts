import { type HomeTaskSource, useApi, useText } from "../platform/index.ts";

/** Work orders past their due day, on the home page of those who plan and make. */
export const lateOrders: HomeTaskSource = {
  id: "production.lateOrders",
  permission: "production.write",
  useTasks: () => {
    const t = useText();
    const { data, error } = useApi("/api/v1/work-orders", {
      params: { query: { isLate: "true" as never, limit: 8 } },
    });
    return {
      error,
      tasks: data?.rows.map((order) => ({
        id: order.id,
        label: `${order.number} ${order.itemName}`,
        ...(order.partnerName && { detail: order.partnerName }),
        dueOn: order.dueOn,
        state: { tone: "late" as const, label: t("production.late") },
        to: `production/orders/${order.id}`,
        action: t("production.open"),
      })),
    };
  },
};
