import { z } from "zod";
import {
  forecastInputShape,
  forecastListQueryShape,
  forecastPageShape,
  forecastShape,
  forecastUpdateShape,
} from "../../domain/planning/index.ts";
import { decimal, idShape, type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import {
  announce,
  audit,
  defineRoute,
  newId,
  type Route,
  requireSaved,
  requireVersion,
  type Tx,
} from "../platform/index.ts";
import {
  deleteForecast,
  type ForecastInput,
  findForecast,
  findItemDecimals,
  insertForecasts,
  listForecasts,
  updateForecast,
} from "./forecast.store.ts";
import { partnerExists } from "./planned-order.store.ts";

const params = z.object({ id: idShape });

export const forecastRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/forecasts",
    kind: "read",
    permission: "planning.read",
    summary: { en: "What customers announced", ja: "内示一覧" },
    query: forecastListQueryShape,
    response: forecastPageShape,
    handler: ({ tx, query, today }) => listForecasts(tx, query, today),
  }),
  defineRoute({
    method: "POST",
    url: "/forecasts",
    kind: "command",
    permission: "planning.plan",
    summary: { en: "Add a forecast", ja: "内示を登録する" },
    status: 201,
    body: forecastInputShape,
    response: forecastShape,
    handler: async ({ tx, body }) => {
      const checked = await check(tx, body);
      if (!checked.ok) return checked;
      const id = newId();
      await insertForecasts(tx, [{ ...body, id }]);
      await record(tx, "planning.add-forecast", id, body);
      return ok((await findForecast(tx, id))!);
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/forecasts/:id",
    kind: "command",
    permission: "planning.plan",
    summary: { en: "Change a forecast", ja: "内示を変更する" },
    params,
    body: forecastUpdateShape,
    response: forecastShape,
    handler: async ({ tx, params, body: { version, ...forecast } }) => {
      const found = requireVersion(await findForecast(tx, params.id), version);
      if (!found.ok) return found;
      const checked = await check(tx, forecast);
      if (!checked.ok) return checked;
      const saved = requireSaved(await updateForecast(tx, params.id, version, forecast));
      if (!saved.ok) return saved;
      await record(tx, "planning.change-forecast", params.id, forecast);
      return ok((await findForecast(tx, params.id))!);
    },
  }),
  defineRoute({
    method: "DELETE",
    url: "/forecasts/:id",
    kind: "command",
    permission: "planning.plan",
    summary: { en: "Remove a forecast", ja: "内示を削除する" },
    params,
    response: z.object({ id: idShape }),
    handler: async ({ tx, params }) => {
      if ((await deleteForecast(tx, params.id)) === 0) return refuse("NOT_FOUND");
      await record(tx, "planning.remove-forecast", params.id, {});
      return ok({ id: params.id });
    },
  }),
];

async function check(tx: Tx, forecast: ForecastInput): Promise<Outcome<null>> {
  const decimals = await findItemDecimals(tx, forecast.itemId);
  if (decimals === undefined) return refuse("PLAN_ITEM_UNKNOWN", { item: "" }, "itemId");
  if (decimal(forecast.quantity).decimalPlaces() > decimals)
    return refuse("PLANNED_QUANTITY_TOO_FINE", { item: "" }, "quantity");
  if (forecast.partnerId !== null && !(await partnerExists(tx, forecast.partnerId)))
    return refuse("FORECAST_CUSTOMER_UNKNOWN", { code: "" }, "partnerId");
  return ok(null);
}

async function record(tx: Tx, command: string, subjectId: string, details: object): Promise<void> {
  await audit(tx, [{ command, subjectKind: "forecast", subjectId, details: { ...details } }]);
  await announce(tx, [{ kind: "planning.forecast", subjectId }]);
}
