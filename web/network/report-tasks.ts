import { type HomeTaskSource, useApi, useLive, useText } from "../platform/index.ts";

/** At a member of a last step: direct deliveries whose inspection it may report and has not, or that came back. */
export const reportTasks: HomeTaskSource = {
  id: "network.report",
  permission: "sales.ship",
  useTasks() {
    const t = useText();
    const open = useApi("/api/v1/network/far-end-reports", { params: { query: { limit: 5 } } });
    useLive(["delivery.", "network."], () => void open.refetch());
    return {
      error: open.error,
      tasks: open.data?.rows
        .filter((row) => row.isAllowed && row.state !== "reported")
        .map((row) => ({
          id: row.deliveryId,
          label: t(row.state === "declined" ? "network.task.reportBack" : "network.task.report", {
            number: row.number,
          }),
          detail: row.words || row.lines.map((line) => line.code).join("、"),
          dueOn: row.shippedOn,
          to: "network/far-end-reports",
          action: t("network.report.action"),
        })),
    };
  },
};
