import {
  minutesOfMoment,
  momentOfMinutes,
  type ProductionEventRow,
  productionEventTable,
} from "../../domain/planning/index.ts";
import {
  decideRows,
  type ImportTarget,
  importRoutes,
  newId,
  type Route,
  type RowProblem,
  type Tx,
} from "../platform/index.ts";
import {
  codesOfEvents,
  loadProductionEvents,
  type SavedEvent,
  saveProductionEvents,
} from "./production-event.store.ts";

/** A moment as it is stored, so that `2026/11/02 8:30` in two spellings is one event; what cannot be read stays as it is. */
function sameMoment(text: string): string {
  const minutes = minutesOfMoment(text);
  return minutes === null ? text : momentOfMinutes(minutes);
}
const keyOf = (row: ProductionEventRow) =>
  JSON.stringify([row.orderNumber, row.operationNumber, row.workCenterCode, sameMoment(row.startedAt)]);

const target: ImportTarget<ProductionEventRow, Tx, SavedEvent> = {
  spec: productionEventTable,
  async resolve(tx, rows, context) {
    const stored = new Map((await loadProductionEvents(tx)).map((event) => [keyOf(event.row), event]));
    const { items, centers } = await codesOfEvents(
      tx,
      rows.map(({ values }) => values.itemCode),
      rows.map(({ values }) => values.workCenterCode),
    );
    const written = rows.map((row) => ({
      ...row,
      values: {
        ...row.values,
        startedAt: sameMoment(row.values.startedAt),
        finishedAt: sameMoment(row.values.finishedAt),
      },
    }));
    return decideRows(
      {
        spec: productionEventTable,
        find: (values) => stored.get(keyOf(values)),
        defaults: { rejected: "0" },
        problems: (wanted) => problemsOf(wanted, items, centers),
        action: (wanted, found) => ({
          id: found?.id ?? newId(),
          orderNumber: wanted.orderNumber,
          itemId: items.get(wanted.itemCode)!,
          operationNumber: wanted.operationNumber,
          workCenterId: centers.get(wanted.workCenterCode)!,
          startedAt: wanted.startedAt,
          finishedAt: wanted.finishedAt,
          good: wanted.good,
          rejected: wanted.rejected ?? "0",
        }),
      },
      written,
      context,
    );
  },
  async apply(tx, actions, fileName = "") {
    const replacedCount = actions.filter(({ does }) => does === "update").length;
    await saveProductionEvents(
      tx,
      { id: newId(), fileName, replacedCount },
      actions.map(({ action }) => action),
    );
  },
};

function problemsOf(
  wanted: ProductionEventRow,
  items: ReadonlyMap<string, string>,
  centers: ReadonlyMap<string, string>,
): RowProblem<ProductionEventRow>[] {
  const problems: RowProblem<ProductionEventRow>[] = [];
  if (!items.has(wanted.itemCode))
    problems.push({ field: "itemCode", code: "PLAN_ITEM_UNKNOWN", values: { item: wanted.itemCode } });
  if (!centers.has(wanted.workCenterCode))
    problems.push({ field: "workCenterCode", code: "LOG_CENTER_UNKNOWN", values: { code: wanted.workCenterCode } });
  const [start, end] = [minutesOfMoment(wanted.startedAt), minutesOfMoment(wanted.finishedAt)];
  if (start === null)
    problems.push({ field: "startedAt", code: "LOG_TIME_UNREADABLE", values: { text: wanted.startedAt } });
  if (end === null)
    problems.push({ field: "finishedAt", code: "LOG_TIME_UNREADABLE", values: { text: wanted.finishedAt } });
  if (start !== null && end !== null && end < start)
    problems.push({ field: "finishedAt", code: "LOG_ENDS_BEFORE_START", values: { text: wanted.startedAt } });
  return problems;
}

export const productionEventImportRoutes: Route[] = importRoutes({
  area: "planning",
  path: "/production-events",
  permission: { read: "planning.read", write: "planning.plan" },
  target,
  rows: async (tx) => (await loadProductionEvents(tx)).map(({ row }) => row),
  announces: "planning.learned",
});
