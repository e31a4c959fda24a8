import { type HomeTaskSource, useApi, useLive, useText } from "../platform/index.ts";

/** At the window: steps a member refused or is too late with. */
export const stuckTasks: HomeTaskSource = {
  id: "network.stuck",
  permission: "network.dispatch",
  useTasks() {
    const t = useText();
    const stuck = useApi("/api/v1/network/stuck-steps", { params: { query: { limit: 5 } } });
    useLive(["network.", "trade."], () => void stuck.refetch());
    return {
      error: stuck.error,
      tasks: stuck.data?.rows.map((row) => ({
        id: `${row.chainId}/${row.chainLineNumber}/${row.stepNumber}/${row.part}`,
        label: t("network.task.stuck", {
          number: row.chainNumber,
          process: row.processName,
          member: row.memberName,
          state: t(`network.stuck.state.${row.state}`),
        }),
        dueOn: row.wantedOn,
        to: "network/stuck",
        action: t("network.stuck.open"),
      })),
    };
  },
};
