import { type HomeTaskSource, useApi, useLive, useText } from "../platform/index.ts";

/** At the window: orders nobody has dispatched yet. */
export const waitingTasks: HomeTaskSource = {
  id: "network.waiting",
  permission: "network.dispatch",
  useTasks() {
    const t = useText();
    const waiting = useApi("/api/v1/network/orders/waiting", { params: { query: { limit: 5 } } });
    useLive(["network.", "trade."], () => void waiting.refetch());
    return {
      error: waiting.error,
      tasks: waiting.data?.rows.map((row) => ({
        id: row.tradeId,
        label: t("network.task.dispatch", { number: row.number, partner: row.partnerName }),
        ...(row.wantedOn && { dueOn: row.wantedOn }),
        to: `network/orders/${row.tradeId}`,
        action: t("network.dispatch.open"),
      })),
    };
  },
};
