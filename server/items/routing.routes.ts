import { z } from "zod";
import { checkRouting, type Routing, routingShape, routingUpdateShape } from "../../domain/items/index.ts";
import { idShape, type Outcome, ok, type Refusal, refuse, refuseAll } from "../../domain/shared/index.ts";
import { defineRoute, type Route, requireSaved, requireVersion, settleAll, type Tx } from "../platform/index.ts";
import { loadItem, raiseItemVersion } from "./item.store.ts";
import { ownIds } from "./lookup.store.ts";
import { recordItem } from "./record.ts";
import { loadRouting, replaceRouting } from "./routing.store.ts";

const params = z.object({ id: idShape });

export const routingRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/items/:id/routing",
    kind: "read",
    permission: "items.read",
    summary: { en: "Operations of an item", ja: "工順" },
    params,
    response: routingShape,
    handler: ({ tx, params }) => readRouting(tx, params.id),
  }),
  defineRoute({
    method: "PUT",
    url: "/items/:id/routing",
    kind: "command",
    permission: "items.write",
    summary: { en: "Replace the operations of an item", ja: "工順を保存する" },
    params,
    body: routingUpdateShape,
    response: routingShape,
    handler: async ({ tx, params, body: { version, operations } }) => {
      const found = requireVersion(await loadItem(tx, params.id), version);
      if (!found.ok) return found;
      const [centers, partners, items] = await settleAll([
        ownIds(
          tx,
          "work_center",
          operations.map((one) => one.workCenterId),
        ),
        ownIds(
          tx,
          "partner",
          operations.map((one) => one.subcontractPartnerId),
        ),
        ownIds(
          tx,
          "item",
          operations.map((one) => one.subcontractItemId),
        ),
      ]);
      const unknown: Refusal[] = operations.flatMap((one, index) => {
        const missing: Refusal[] = [];
        const at = (field: string) => `operations.${index}.${field}`;
        if (one.workCenterId && !centers.has(one.workCenterId)) {
          missing.push({ code: "WORK_CENTER_UNKNOWN", field: at("workCenterId") });
        }
        if (one.subcontractPartnerId && !partners.has(one.subcontractPartnerId)) {
          missing.push({ code: "PARTNER_UNKNOWN", field: at("subcontractPartnerId") });
        }
        if (one.subcontractItemId && !items.has(one.subcontractItemId)) {
          missing.push({ code: "ITEM_NOT_FOUND", field: at("subcontractItemId") });
        }
        return missing;
      });
      const refused = refuseAll([...unknown, ...checkRouting(operations)]);
      if (refused) return refused;
      await replaceRouting(tx, params.id, operations);
      const saved = requireSaved(await raiseItemVersion(tx, params.id, version));
      if (!saved.ok) return saved;
      await recordItem(tx, "change-routing", params.id, { operationCount: operations.length });
      return readRouting(tx, params.id);
    },
  }),
];

async function readRouting(tx: Tx, itemId: string): Promise<Outcome<Routing>> {
  const item = await loadItem(tx, itemId);
  if (!item) return refuse("NOT_FOUND");
  return ok({ itemId, version: item.version, operations: await loadRouting(tx, itemId) });
}
