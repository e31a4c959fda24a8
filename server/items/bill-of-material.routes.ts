import { z } from "zod";
import {
  billOfMaterialShape,
  billOfMaterialUpdateShape,
  explosionQueryShape,
  explosionShape,
  whereUsedShape,
} from "../../domain/items/index.ts";
import { idShape } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { changeBill, findUses, openBill, readBill } from "./bill-of-material.service.ts";

const params = z.object({ id: idShape });

export const billOfMaterialRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/items/:id/bill-of-material",
    kind: "read",
    permission: "items.read",
    summary: { en: "Components of an item", ja: "部品表" },
    params,
    response: billOfMaterialShape,
    handler: ({ tx, params }) => readBill(tx, params.id),
  }),
  defineRoute({
    method: "PUT",
    url: "/items/:id/bill-of-material",
    kind: "command",
    permission: "items.write",
    summary: { en: "Replace the components of an item", ja: "部品表を保存する" },
    params,
    body: billOfMaterialUpdateShape,
    response: billOfMaterialShape,
    handler: ({ tx, params, body }) => changeBill(tx, params.id, body.version, body.lines),
  }),
  defineRoute({
    method: "GET",
    url: "/items/:id/bill-of-material/levels",
    kind: "read",
    permission: "items.read",
    summary: { en: "The bill over all levels", ja: "多階層の部品表" },
    params,
    query: explosionQueryShape,
    response: explosionShape,
    handler: ({ tx, params, query, today }) => openBill(tx, params.id, query.on ?? today, query.quantity),
  }),
  defineRoute({
    method: "GET",
    url: "/items/:id/where-used",
    kind: "read",
    permission: "items.read",
    summary: { en: "What an item goes into", ja: "使用先（逆展開）" },
    params,
    response: whereUsedShape,
    handler: ({ tx, params, today }) => findUses(tx, params.id, today),
  }),
];
