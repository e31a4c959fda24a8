import { z } from "zod";
import { permissionsOf } from "../../domain/companies/index.ts";
import {
  itemCopyShape,
  itemInputShape,
  itemListQueryShape,
  itemPageShape,
  itemShape,
  itemStockShape,
  itemUpdateShape,
} from "../../domain/items/index.ts";
import { idShape, ok, refuse, refuseAll } from "../../domain/shared/index.ts";
import { defineRoute, newId, type Route } from "../platform/index.ts";
import { loadBill, replaceBill } from "./bill-of-material.store.ts";
import { changeItem } from "./change-item.service.ts";
import { checkItem } from "./check-item.service.ts";
import { insertItem, listItems, loadItem } from "./item.store.ts";
import { loadItemStock } from "./item-stock.store.ts";
import { recordItem } from "./record.ts";
import { loadRouting, replaceRouting } from "./routing.store.ts";

const params = z.object({ id: idShape });

export const itemRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/items",
    kind: "read",
    permission: "items.read",
    summary: { en: "Items with their stock", ja: "品目一覧" },
    query: itemListQueryShape,
    response: itemPageShape,
    handler: ({ tx, query }) => listItems(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/items/:id",
    kind: "read",
    permission: "items.read",
    summary: { en: "One item", ja: "品目" },
    params,
    response: itemShape,
    handler: async ({ tx, params }) => {
      const found = await loadItem(tx, params.id);
      return found ? ok(found) : refuse("NOT_FOUND");
    },
  }),
  defineRoute({
    method: "GET",
    url: "/items/:id/stock",
    kind: "read",
    permission: "items.read",
    summary: { en: "Stock of an item by place and lot", ja: "品目の在庫" },
    params,
    response: itemStockShape,
    handler: async ({ tx, params }) => {
      const stock = await loadItemStock(tx, params.id, permissionsOf(tx.roles).has("accounting.read"));
      return stock ? ok(stock) : refuse("NOT_FOUND");
    },
  }),
  defineRoute({
    method: "POST",
    url: "/items",
    kind: "command",
    permission: "items.write",
    summary: { en: "Add an item", ja: "品目を登録する" },
    status: 201,
    body: itemInputShape,
    response: itemShape,
    handler: async ({ tx, body }) => {
      const refused = refuseAll(await checkItem(tx, body, null));
      if (refused) return refused;
      const id = newId();
      await insertItem(tx, id, body);
      await recordItem(tx, "add-item", id, { code: body.code });
      return ok((await loadItem(tx, id))!);
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/items/:id",
    kind: "command",
    permission: "items.write",
    summary: { en: "Change an item", ja: "品目を変更する" },
    params,
    body: itemUpdateShape,
    response: itemShape,
    handler: ({ tx, params, body }) => changeItem(tx, params.id, body),
  }),
  defineRoute({
    method: "POST",
    url: "/items/:id/copy",
    kind: "command",
    permission: "items.write",
    summary: { en: "Copy an item with its bill and routing", ja: "品目を部品表・工順ごと複写する" },
    status: 201,
    params,
    body: itemCopyShape,
    response: itemShape,
    handler: async ({ tx, params, body }) => {
      const source = await loadItem(tx, params.id);
      if (!source) return refuse("NOT_FOUND");
      const id = newId();
      await insertItem(tx, id, { ...source, ...body });
      const bill = await loadBill(tx, params.id);
      await replaceBill(
        tx,
        id,
        bill.map((line) => ({ ...line, quantity: line.quantity.toFixed(), scrapRate: line.scrapRate.toFixed() })),
      );
      await replaceRouting(tx, id, await loadRouting(tx, params.id));
      await recordItem(tx, "copy-item", id, { code: body.code, from: source.code });
      return ok((await loadItem(tx, id))!);
    },
  }),
];
