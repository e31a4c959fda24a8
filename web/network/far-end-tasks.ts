import { type HomeTaskSource, useApi, useLive, useText } from "../platform/index.ts";

/** At the window: deliveries to the maker nobody has recorded the inspection of. */
export const farEndTasks: HomeTaskSource = {
  id: "network.farEnd",
  permission: "network.dispatch",
  useTasks() {
    const t = useText();
    const open = useApi("/api/v1/network/far-end", { params: { query: { limit: 5 } } });
    useLive(["delivery.", "trade.", "network.farEnd"], () => void open.refetch());
    return {
      error: open.error,
      tasks: open.data?.rows.map((row) => ({
        id: row.deliveryId,
        label: row.report
          ? t("network.task.farEndReported", { number: row.number, member: row.sellerName })
          : t("network.task.farEnd", { number: row.number, maker: row.makerName }),
        detail: row.lines.map((line) => line.code).join("、"),
        dueOn: row.expectedOn ?? row.shippedOn,
        to: "network/far-end",
        action: t("network.farEnd.open.action"),
      })),
    };
  },
};
