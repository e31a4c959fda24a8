import { decimal, type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import { announce, audit, newId, requireSaved, requireVersion, type Tx } from "../platform/index.ts";
import {
  type ForecastInput,
  type ForecastRow,
  findForecast,
  findItemDecimals,
  insertForecasts,
  updateForecast,
} from "./forecast.store.ts";
import { partnerExists } from "./planned-order.store.ts";

/** Enters what a customer announced; the same item, customer and first day a second time is refused by the database. */
export async function addForecast(tx: Tx, forecast: ForecastInput): Promise<Outcome<ForecastRow>> {
  const checked = await check(tx, forecast);
  if (!checked.ok) return checked;
  const id = newId();
  await insertForecasts(tx, [{ ...forecast, id }]);
  await recordForecast(tx, "planning.add-forecast", id, forecast);
  return ok((await findForecast(tx, id))!);
}

/** Changes a forecast as the version somebody saw. */
export async function changeForecast(
  tx: Tx,
  id: string,
  version: number,
  forecast: ForecastInput,
): Promise<Outcome<ForecastRow>> {
  const found = requireVersion(await findForecast(tx, id), version);
  if (!found.ok) return found;
  const checked = await check(tx, forecast);
  if (!checked.ok) return checked;
  const saved = requireSaved(await updateForecast(tx, id, version, forecast));
  if (!saved.ok) return saved;
  await recordForecast(tx, "planning.change-forecast", id, forecast);
  return ok((await findForecast(tx, id))!);
}

async function check(tx: Tx, forecast: ForecastInput): Promise<Outcome<null>> {
  const decimals = await findItemDecimals(tx, forecast.itemId);
  if (decimals === undefined) return refuse("PLAN_ITEM_UNKNOWN", { item: "" }, "itemId");
  if (decimal(forecast.quantity).decimalPlaces() > decimals)
    return refuse("PLANNED_QUANTITY_TOO_FINE", { item: "" }, "quantity");
  if (forecast.partnerId !== null && !(await partnerExists(tx, forecast.partnerId)))
    return refuse("FORECAST_CUSTOMER_UNKNOWN", { code: "" }, "partnerId");
  return ok(null);
}

/** Writes down that a forecast changed and tells open screens. */
export async function recordForecast(tx: Tx, command: string, subjectId: string, details: object): Promise<void> {
  await audit(tx, [{ command, subjectKind: "forecast", subjectId, details: { ...details } }]);
  await announce(tx, [{ kind: "planning.forecast", subjectId }]);
}
