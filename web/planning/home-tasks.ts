import { type HomeTaskSource, tasksOf } from "../platform/index.ts";
import { exceptionAction } from "./words.tsx";

/** The most pressing exceptions of the plan. */
export const exceptionTasks: HomeTaskSource = tasksOf({
  id: "planning.exceptions",
  permission: "planning.plan",
  path: "/api/v1/plan-exceptions",
  query: { sort: "onDate", limit: 3 },
  task: (row, t) => {
    const { to, label } = exceptionAction(row);
    return {
      id: `${row.runId}/${row.seq}`,
      label: `${t(`planning.exception.${row.kind}.name`)} ${row.itemCode}`,
      detail: row.itemName,
      dueOn: row.onDate,
      state: { tone: "attention", label: t("planning.exceptions.title") },
      to,
      action: t(label),
    };
  },
});
