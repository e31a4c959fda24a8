import { type HomeTaskSource, useApi, useLive, useText } from "../platform/index.ts";

/** At a member: changes the window asks about. */
export const inboxTasks: HomeTaskSource = {
  id: "network.inbox",
  permission: "sales.confirm",
  useTasks() {
    const t = useText();
    const asked = useApi("/api/v1/network/chain-changes", { params: { query: { state: "asked", limit: 5 } } });
    useLive("network.chainChange", () => void asked.refetch());
    return {
      error: asked.error,
      tasks: asked.data?.rows.map((row) => ({
        id: row.id,
        label: t("network.task.change", { number: row.number, window: row.windowName }),
        detail: row.reason,
        ...(row.expiresOn && { dueOn: row.expiresOn }),
        to: "network/changes",
        action: t("network.inbox.open"),
      })),
    };
  },
};
