import { z } from "zod";
import { decimal, idShape, type Outcome, ok, refuse } from "../../domain/shared/index.ts";
import {
  judgedShape,
  judgeShape,
  receivedShape,
  receiveShape,
  returnedShape,
  returnShape,
} from "../../domain/trade/index.ts";
import { defineRoute, type Route, type Tx } from "../platform/index.ts";
import { deliverySideOf } from "./delivery.store.ts";
import { judge } from "./judge.service.ts";
import { receive } from "./receive.service.ts";
import { returnGoods } from "./return.service.ts";

type PermissionName = `${string}.${string}`;
const byId = z.object({ id: idShape });

/**
 * What is said of a delivery after it left: received, judged, returned. The buyer says it of what it bought; of a customer outside
 * the platform the seller records it.
 */
export function deliveryRoutes(options: {
  /** `/arrivals` or `/outgoing-deliveries`. */
  readonly base: `/${string}`;
  readonly side: "S" | "B";
  readonly permission: PermissionName;
  readonly words: { readonly en: string; readonly ja: string };
}): Route[] {
  const { base, side, permission, words } = options;
  const summary = (en: string, ja: string) => ({ en: `${words.en}: ${en}`, ja: `${words.ja}：${ja}` });
  return [
    defineRoute({
      method: "POST",
      url: `${base}/:id/receive`,
      kind: "command",
      permission,
      summary: summary("the goods have arrived", "入荷を記録する"),
      params: byId,
      body: receiveShape,
      response: receivedShape,
      handler: async ({ tx, params, body }) => {
        const mine = await requireSide(tx, params.id, side);
        if (!mine.ok) return mine;
        const received = await receive(tx, {
          deliveryId: params.id,
          receivedOn: body.receivedOn,
          ...(body.lines && {
            lines: body.lines.map((line) => ({ lineNumber: line.lineNumber, quantity: decimal(line.quantity) })),
          }),
        });
        return received.ok ? ok({ deliveryId: params.id, isAccepted: received.value.isAccepted }) : received;
      },
    }),
    defineRoute({
      method: "POST",
      url: `${base}/:id/judge`,
      kind: "command",
      permission,
      summary: summary("accept, accept at a cut price, reject", "検収する(合格・特採・不合格)"),
      params: byId,
      body: judgeShape,
      response: judgedShape,
      handler: async ({ tx, params, body }) => {
        const mine = await requireSide(tx, params.id, side);
        if (!mine.ok) return mine;
        const judged = await judge(tx, {
          deliveryId: params.id,
          judgedOn: body.judgedOn,
          lines: body.lines.map(({ lineNumber, accepted, specially, rejected }) => ({
            lineNumber,
            ...(accepted && { accepted: decimal(accepted) }),
            ...(specially && {
              specially: {
                quantity: decimal(specially.quantity),
                unitPrice: decimal(specially.unitPrice),
                reason: specially.reason,
              },
            }),
            ...(rejected && { rejected: { quantity: decimal(rejected.quantity), reason: rejected.reason } }),
          })),
        });
        if (!judged.ok) return judged;
        return ok({ acceptedYen: judged.value.acceptedYen.toString(), taxYen: judged.value.taxYen.toString() });
      },
    }),
    defineRoute({
      method: "POST",
      url: `${base}/:id/return`,
      kind: "command",
      permission,
      summary: summary("accepted goods go back", "検収後に返品する"),
      params: byId,
      body: returnShape,
      response: returnedShape,
      handler: async ({ tx, params, body }) => {
        const mine = await requireSide(tx, params.id, side);
        if (!mine.ok) return mine;
        const returned = await returnGoods(tx, {
          deliveryId: params.id,
          returnedOn: body.returnedOn,
          lines: body.lines.map(({ lineNumber, quantity, reason, placeId }) => ({
            lineNumber,
            quantity: decimal(quantity),
            reason,
            ...(placeId && { placeId }),
          })),
        });
        if (!returned.ok) return returned;
        return ok({ returnedYen: returned.value.returnedYen.toString(), taxYen: returned.value.taxYen.toString() });
      },
    }),
  ];
}

async function requireSide(tx: Tx, deliveryId: string, side: "S" | "B"): Promise<Outcome<null, "NOT_FOUND">> {
  return (await deliverySideOf(tx, deliveryId)) === side ? ok(null) : refuse("NOT_FOUND");
}
