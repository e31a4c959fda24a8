import { z } from "zod";
import {
  floorPersonCreateShape,
  floorPersonListQueryShape,
  floorPersonPageShape,
  floorPersonShape,
  floorPersonUpdateShape,
} from "../../domain/resources/index.ts";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
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
import { insertFloorPeople, listFloorPeople, loadFloorPerson, updateFloorPerson } from "./floor-person.store.ts";
import { hashPin } from "./pin-hash.ts";

const params = z.object({ id: idShape });

export const floorPersonRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/floor-people",
    kind: "read",
    permission: "resources.read",
    summary: { en: "People who report work on the floor", ja: "作業者一覧" },
    query: floorPersonListQueryShape,
    response: floorPersonPageShape,
    handler: ({ tx, query }) => listFloorPeople(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/floor-people/:id",
    kind: "read",
    permission: "resources.read",
    summary: { en: "One person", ja: "作業者" },
    params,
    response: floorPersonShape,
    handler: async ({ tx, params }) => {
      const found = await loadFloorPerson(tx, params.id);
      return found ? ok(found) : refuse("NOT_FOUND");
    },
  }),
  defineRoute({
    method: "POST",
    url: "/floor-people",
    kind: "command",
    permission: "resources.write",
    summary: { en: "Add a person with a PIN", ja: "作業者を登録する" },
    status: 201,
    body: floorPersonCreateShape,
    response: floorPersonShape,
    handler: async ({ tx, body: { pin, ...person } }) => {
      const id = newId();
      await insertFloorPeople(tx, [{ ...person, id, pinHash: await hashPin(pin) }]);
      await record(tx, "resources.add-floor-person", id, { code: person.code });
      return ok((await loadFloorPerson(tx, id))!);
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/floor-people/:id",
    kind: "command",
    permission: "resources.write",
    summary: { en: "Change a person, or give a new PIN", ja: "作業者・暗証番号を変更する" },
    params,
    body: floorPersonUpdateShape,
    response: floorPersonShape,
    handler: async ({ tx, params, body: { pin, version, ...person } }) => {
      const found = requireVersion(await loadFloorPerson(tx, params.id), version);
      if (!found.ok) return found;
      const pinHash = pin === null ? null : await hashPin(pin);
      const saved = requireSaved(await updateFloorPerson(tx, { ...person, id: params.id, pinHash }, version));
      if (!saved.ok) return saved;
      await record(tx, "resources.change-floor-person", params.id, { code: person.code, isPinNew: pin !== null });
      return ok((await loadFloorPerson(tx, params.id))!);
    },
  }),
];

async function record(tx: Tx, command: string, subjectId: string, details: Record<string, unknown>): Promise<void> {
  await audit(tx, [{ command, subjectKind: "floor_person", subjectId, details }]);
  await announce(tx, [{ kind: "resources.floor_person", subjectId }]);
}
