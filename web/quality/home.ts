import { type HomeTaskSource, tasksOf } from "../platform/index.ts";

/** Received goods nobody has judged yet. */
export const toInspect: HomeTaskSource = tasksOf({
  id: "quality.waiting",
  permission: "quality.inspect",
  path: "/api/v1/inspections/waiting",
  query: { sort: "receivedOn", limit: 4 },
  task: (row, t) => ({
    id: `${row.deliveryId}/${row.lineNumber}`,
    label: t("quality.task.inspect", { number: `${row.ownNumber}-${row.lineNumber}`, partner: row.partnerName }),
    detail: `${row.code} ${row.description}`,
    dueOn: row.receivedOn,
    to: `quality/waiting/${row.deliveryId}/${row.lineNumber}`,
    action: t("quality.task.open"),
  }),
});
