import { z } from "zod";
import { permissionsOf } from "../../domain/companies/index.ts";
import {
  addCountShape,
  addedCountShape,
  cancelStocktakeShape,
  countedAnswerShape,
  countLinesShape,
  openStocktakeShape,
  postStocktakeShape,
  stocktakeLineQuery,
  stocktakeLineShape,
  stocktakeListQuery,
  stocktakeRowShape,
  stocktakeShape,
} from "../../domain/inventory/index.ts";
import { idShape, ok, pageShape, refuse } from "../../domain/shared/index.ts";
import { defineRoute, type Route, type Tx } from "../platform/index.ts";
import { addCount, cancelStocktake, countLines, openStocktake, postStocktake } from "./stocktake.service.ts";
import { listStocktakeLines, listStocktakes, loadStocktake } from "./stocktake-list.store.ts";

const byId = z.object({ id: idShape });

async function show(tx: Tx, id: string) {
  const found = await loadStocktake(tx, id);
  if (!found) return refuse("NOT_FOUND");
  // What goods are worth is for those who may read the books.
  const seesValue = permissionsOf(tx.roles).has("accounting.read");
  return ok({
    ...found,
    foundYen: seesValue ? found.foundYen.toString() : null,
    missingYen: seesValue ? found.missingYen.toString() : null,
    journal: seesValue ? found.journal : [],
  });
}

export const stocktakeRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/stocktakes",
    kind: "read",
    permission: "inventory.read",
    summary: { en: "Stocktakes", ja: "棚卸一覧" },
    query: stocktakeListQuery,
    response: pageShape(stocktakeRowShape),
    handler: ({ tx, query }) => listStocktakes(tx, query),
  }),
  defineRoute({
    method: "POST",
    url: "/stocktakes",
    kind: "command",
    permission: "inventory.adjust",
    summary: { en: "Open a stocktake: freeze what the ledger says", ja: "棚卸を開始する（理論在庫を固定）" },
    body: openStocktakeShape,
    response: stocktakeShape,
    status: 201,
    patienceSeconds: 60,
    handler: async ({ tx, body }) => {
      const opened = await openStocktake(tx, body);
      return opened.ok ? show(tx, opened.value.id) : opened;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/stocktakes/:id",
    kind: "read",
    permission: "inventory.read",
    summary: { en: "One stocktake", ja: "棚卸" },
    params: byId,
    response: stocktakeShape,
    handler: ({ tx, params }) => show(tx, params.id),
  }),
  defineRoute({
    method: "GET",
    url: "/stocktakes/:id/lines",
    kind: "read",
    permission: "inventory.read",
    summary: { en: "Lines of a stocktake: theory, count, difference", ja: "棚卸明細" },
    params: byId,
    query: stocktakeLineQuery,
    response: pageShape(stocktakeLineShape),
    handler: async ({ tx, params, query }) => {
      const page = await listStocktakeLines(tx, params.id, query);
      if (!page.ok) return page;
      return ok({
        ...page.value,
        rows: page.value.rows.map((row) => ({
          ...row,
          theoretical: row.theoretical.toFixed(),
          counted: row.counted?.toFixed() ?? null,
          difference: row.counted?.minus(row.theoretical).toFixed() ?? null,
          cause: row.cause === "" ? null : row.cause,
        })),
      });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/stocktakes/:id/counts",
    kind: "command",
    permission: "inventory.move",
    summary: { en: "Enter counts", ja: "実地数を入れる" },
    params: byId,
    body: countLinesShape,
    response: countedAnswerShape,
    handler: ({ tx, params, body }) => countLines(tx, params.id, body),
  }),
  defineRoute({
    method: "POST",
    url: "/stocktakes/:id/lines",
    kind: "command",
    permission: "inventory.move",
    summary: { en: "Add goods the ledger did not know there", ja: "帳簿にない現品を追加する" },
    params: byId,
    body: addCountShape,
    response: addedCountShape,
    status: 201,
    handler: ({ tx, params, body }) => addCount(tx, params.id, body),
  }),
  defineRoute({
    method: "POST",
    url: "/stocktakes/:id/post",
    kind: "command",
    permission: "inventory.adjust",
    summary: { en: "Post the differences to stock and books", ja: "棚卸差異を計上する" },
    params: byId,
    body: postStocktakeShape,
    response: stocktakeShape,
    patienceSeconds: 60,
    handler: async ({ tx, params, body }) => {
      const posted = await postStocktake(tx, params.id, body);
      return posted.ok ? show(tx, params.id) : posted;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/stocktakes/:id/cancel",
    kind: "command",
    permission: "inventory.adjust",
    summary: { en: "Give a stocktake up", ja: "棚卸を取り消す" },
    params: byId,
    body: cancelStocktakeShape,
    response: stocktakeShape,
    handler: async ({ tx, params, body }) => {
      const cancelled = await cancelStocktake(tx, params.id, body.version);
      return cancelled.ok ? show(tx, params.id) : cancelled;
    },
  }),
];
