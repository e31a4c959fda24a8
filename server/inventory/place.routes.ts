import { z } from "zod";
import { changePlaceShape, newPlaceShape, placeShape } from "../../domain/inventory/index.ts";
import { idShape, listQueryShape, ok, pageShape, refuse } from "../../domain/shared/index.ts";
import { announce, audit, defineRoute, type Route, requireSaved } from "../platform/index.ts";
import { findPlace, insertPlaces, listPlaces, updatePlace } from "./place.store.ts";

const byId = z.object({ id: idShape });

export const placeRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/places",
    kind: "read",
    permission: "inventory.read",
    summary: { en: "Places", ja: "置き場一覧" },
    query: listQueryShape.extend({ kind: z.string().max(40).optional() }),
    response: pageShape(placeShape),
    handler: ({ tx, query }) => listPlaces(tx, query),
  }),
  defineRoute({
    method: "POST",
    url: "/places",
    kind: "command",
    permission: "inventory.adjust",
    summary: { en: "Add a place", ja: "置き場を追加する" },
    body: newPlaceShape,
    response: placeShape,
    status: 201,
    handler: async ({ tx, body }) => {
      if ((body.kind === "at_partner") !== (body.partnerId !== undefined))
        return refuse("PLACE_PARTNER_MISSING", undefined, "partnerId");
      const [id] = await insertPlaces(tx, [body]);
      await audit(tx, [{ command: "inventory.placeAdded", subjectKind: "place", subjectId: id! }]);
      await announce(tx, [{ kind: "inventory.place", subjectId: id! }]);
      return ok((await findPlace(tx, id!))!);
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/places/:id",
    kind: "command",
    permission: "inventory.adjust",
    summary: { en: "Change a place", ja: "置き場を変更する" },
    params: byId,
    body: changePlaceShape,
    response: placeShape,
    handler: async ({ tx, params, body }) => {
      if (!(await findPlace(tx, params.id))) return refuse("NOT_FOUND");
      const saved = requireSaved(await updatePlace(tx, params.id, body));
      if (!saved.ok) return saved;
      await audit(tx, [{ command: "inventory.placeChanged", subjectKind: "place", subjectId: params.id }]);
      return ok((await findPlace(tx, params.id))!);
    },
  }),
];
