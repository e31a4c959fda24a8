import { type ForecastTableRow, forecastTable } from "../../domain/planning/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import {
  decideRows,
  type ImportTarget,
  importRoutes,
  newId,
  type Route,
  type RowProblem,
  type Tx,
} from "../platform/index.ts";
import { type ForecastInput, findCodes, insertForecasts, loadForecastRows, updateForecasts } from "./forecast.store.ts";

type Action = ForecastInput & { readonly id: string; readonly isNew: boolean };

const keyOf = (row: Pick<ForecastTableRow, "itemCode" | "partnerCode" | "periodFrom">) =>
  JSON.stringify([row.itemCode, row.partnerCode ?? null, row.periodFrom]);

const forecastTarget: ImportTarget<ForecastTableRow, Tx, Action> = {
  spec: forecastTable,
  async resolve(tx, rows, context) {
    const stored = new Map((await loadForecastRows(tx)).map((forecast) => [keyOf(forecast.row), forecast]));
    const { items, partners } = await findCodes(
      tx,
      rows.map((row) => row.values.itemCode),
      rows.flatMap((row) => (row.values.partnerCode ? [row.values.partnerCode] : [])),
    );
    return decideRows(
      {
        spec: forecastTable,
        find: (values) => stored.get(keyOf(values)),
        defaults: { isFirm: false },
        problems: (wanted) => problemsOf(wanted, items, partners),
        action: (wanted, found) => ({
          id: found?.id ?? newId(),
          isNew: found === undefined,
          itemId: items.get(wanted.itemCode)!.id,
          partnerId: wanted.partnerCode ? partners.get(wanted.partnerCode)! : null,
          periodFrom: wanted.periodFrom,
          periodTo: wanted.periodTo,
          quantity: wanted.quantity,
          isFirm: wanted.isFirm ?? false,
        }),
      },
      rows,
      context,
    );
  },
  async apply(tx, actions) {
    const all = actions.map(({ action }) => action);
    await insertForecasts(
      tx,
      all.filter((forecast) => forecast.isNew),
    );
    await updateForecasts(
      tx,
      all.filter((forecast) => !forecast.isNew),
    );
  },
};

function problemsOf(
  wanted: ForecastTableRow,
  items: ReadonlyMap<string, { readonly decimals: number }>,
  partners: ReadonlyMap<string, string>,
): RowProblem<ForecastTableRow>[] {
  const problems: RowProblem<ForecastTableRow>[] = [];
  const item = items.get(wanted.itemCode);
  if (!item) problems.push({ field: "itemCode", code: "PLAN_ITEM_UNKNOWN", values: { item: wanted.itemCode } });
  else if (decimal(wanted.quantity).decimalPlaces() > item.decimals) {
    problems.push({ field: "quantity", code: "PLANNED_QUANTITY_TOO_FINE", values: { item: wanted.itemCode } });
  }
  if (wanted.partnerCode && !partners.has(wanted.partnerCode)) {
    problems.push({ field: "partnerCode", code: "FORECAST_CUSTOMER_UNKNOWN", values: { code: wanted.partnerCode } });
  }
  if (wanted.periodTo < wanted.periodFrom) problems.push({ field: "periodTo", code: "PERIOD_REVERSED" });
  return problems;
}

export const forecastImportRoutes: Route[] = importRoutes({
  area: "planning",
  path: "/forecasts",
  permission: { read: "planning.read", write: "planning.plan" },
  target: forecastTarget,
  rows: async (tx) => (await loadForecastRows(tx)).map(({ row }) => row),
  announces: "planning.forecast",
});
