import { z } from "zod";
import {
  forecastInputShape,
  forecastListQueryShape,
  forecastPageShape,
  forecastShape,
  forecastUpdateShape,
} from "../../domain/planning/index.ts";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { addForecast, changeForecast, recordForecast } from "./forecast.service.ts";
import { deleteForecast, listForecasts } from "./forecast.store.ts";

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
    handler: ({ tx, body }) => addForecast(tx, body),
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
    handler: ({ tx, params, body: { version, ...forecast } }) => changeForecast(tx, params.id, version, forecast),
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
      await recordForecast(tx, "planning.remove-forecast", params.id, {});
      return ok({ id: params.id });
    },
  }),
];
