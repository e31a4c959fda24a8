import { type HomeTaskSource, tasksOf } from "../platform/index.ts";
import { inboxOf } from "./exception-words.ts";

/** The most pressing exceptions of the plan that this person sees to, each where it stands in the inbox. */
export const exceptionTasks: HomeTaskSource = tasksOf({
  id: "planning.exceptions",
  permission: "planning.read",
  path: "/api/v1/plan-exceptions",
  query: { sort: "onDate", limit: 3 },
  task: (row, t) =>
    row.isMine
      ? {
          id: `${row.runId}/${row.seq}`,
          label: `${t(`planning.exception.${row.kind}.name`)} ${row.itemCode}`,
          detail: row.itemName,
          dueOn: row.onDate,
          state: { tone: "attention", label: t("planning.exceptions.title") },
          to: inboxOf(row),
          action: t("planning.exceptions.handle"),
        }
      : null,
});
