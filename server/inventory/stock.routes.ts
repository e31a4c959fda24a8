import { z } from "zod";
import { permissionsOf } from "../../domain/companies/index.ts";
import {
  adjustShape,
  allocateShape,
  keptShape,
  ledgerQuery,
  ledgerRowShape,
  movedAnswerShape,
  reservationShape,
  stockDetailShape,
  stockListQuery,
  stockRowShape,
  transferShape,
} from "../../domain/inventory/index.ts";
import { decimal, idShape, ok, pageShape, refuse } from "../../domain/shared/index.ts";
import { defineRoute, type Route, type Tx } from "../platform/index.ts";
import { adjustStock, allocate, releaseAllocation, transferStock } from "./own-stock.service.ts";
import { listKept, listLedger, listStock, loadStockDetail, type StockRow } from "./stock-list.store.ts";

/** What goods are worth is for those who may read the books. */
const seesValue = (tx: Tx) => permissionsOf(tx.roles).has("accounting.read");
const showStock = (tx: Tx, row: StockRow) => ({
  ...row,
  onHand: row.onHand.toFixed(),
  keptElsewhere: row.keptElsewhere.toFixed(),
  reserved: row.reserved.toFixed(),
  free: row.free.toFixed(),
  safetyStock: row.safetyStock.toFixed(),
  valueYen: seesValue(tx) ? row.valueYen.toString() : null,
});
const showReservation = (row: { id: string; quantity: { toFixed(): string }; allocated: { toFixed(): string } }) => ({
  id: row.id,
  quantity: row.quantity.toFixed(),
  allocated: row.allocated.toFixed(),
});

export const stockRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/stock",
    kind: "read",
    permission: "inventory.read",
    summary: { en: "Stock per item", ja: "在庫一覧" },
    query: stockListQuery,
    response: pageShape(stockRowShape),
    handler: async ({ tx, query }) => {
      const page = await listStock(tx, query);
      return page.ok ? ok({ ...page.value, rows: page.value.rows.map((row) => showStock(tx, row)) }) : page;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/stock/:itemId",
    kind: "read",
    permission: "inventory.read",
    summary: { en: "One item's stock by place, lot and promise", ja: "品目の在庫内訳" },
    params: z.object({ itemId: idShape }),
    response: stockDetailShape,
    handler: async ({ tx, params }) => {
      const found = await loadStockDetail(tx, params.itemId);
      if (!found) return refuse("NOT_FOUND");
      return ok({
        ...showStock(tx, found),
        balances: found.balances.map((row) => ({
          ...row,
          placeKind: row.placeKind as "storage",
          quantity: row.quantity.toFixed(),
        })),
        reservations: found.reservations.map((row) => ({
          ...row,
          quantity: row.quantity.toFixed(),
          allocated: row.allocated.toFixed(),
        })),
      });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/stock-ledger",
    kind: "read",
    permission: "inventory.read",
    summary: { en: "Stock moves, newest first", ja: "受払台帳" },
    query: ledgerQuery,
    response: pageShape(ledgerRowShape),
    handler: async ({ tx, query }) => {
      const page = await listLedger(tx, query);
      return page.ok
        ? ok({
            ...page.value,
            rows: page.value.rows.map((row) => ({
              ...row,
              kind: row.kind as "receipt",
              quantity: row.quantity.toFixed(),
            })),
          })
        : page;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/stock-kept",
    kind: "read",
    permission: "inventory.read",
    summary: { en: "Goods of others in my keeping", ja: "預り在庫" },
    response: z.object({ rows: z.array(keptShape) }),
    handler: async ({ tx }) =>
      ok({ rows: (await listKept(tx)).map((row) => ({ ...row, quantity: row.quantity.toFixed() })) }),
  }),
  defineRoute({
    method: "POST",
    url: "/stock-transfers",
    kind: "command",
    permission: "inventory.move",
    summary: { en: "Move goods between own places", ja: "場所移動" },
    body: transferShape,
    response: movedAnswerShape,
    status: 201,
    handler: ({ tx, body }) => transferStock(tx, body),
  }),
  defineRoute({
    method: "POST",
    url: "/stock-adjustments",
    kind: "command",
    permission: "inventory.adjust",
    summary: { en: "Correct stock, with a reason", ja: "在庫調整" },
    body: adjustShape,
    response: movedAnswerShape,
    status: 201,
    handler: ({ tx, body }) => adjustStock(tx, body),
  }),
  defineRoute({
    method: "POST",
    url: "/reservations/:id/allocate",
    kind: "command",
    permission: "inventory.move",
    summary: { en: "Promise free stock to a reservation", ja: "引当" },
    params: z.object({ id: idShape }),
    body: allocateShape,
    response: reservationShape,
    handler: async ({ tx, params, body }) => {
      const done = await allocate(tx, params.id, body.quantity === undefined ? undefined : decimal(body.quantity));
      return done.ok ? ok(showReservation(done.value)) : done;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/reservations/:id/release",
    kind: "command",
    permission: "inventory.move",
    summary: { en: "Give promised stock free again", ja: "引当解除" },
    params: z.object({ id: idShape }),
    response: reservationShape,
    handler: async ({ tx, params }) => {
      const done = await releaseAllocation(tx, params.id);
      return done.ok ? ok(showReservation(done.value)) : done;
    },
  }),
];
