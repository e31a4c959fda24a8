import { z } from "zod";
import { unitCodeShape, unitInputShape, unitPageShape, unitShape, unitUpdateShape } from "../../domain/items/index.ts";
import { listQueryShape, ok, refuse } from "../../domain/shared/index.ts";
import { announce, audit, defineRoute, type Route, requireSaved, requireVersion, type Tx } from "../platform/index.ts";
import { decimalsInUse, insertUnit, listUnits, loadUnit, updateUnit } from "./unit.store.ts";

export const unitRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/units",
    kind: "read",
    permission: "items.read",
    summary: { en: "Units", ja: "単位一覧" },
    query: listQueryShape,
    response: unitPageShape,
    handler: ({ tx, query }) => listUnits(tx, query),
  }),
  defineRoute({
    method: "POST",
    url: "/units",
    kind: "command",
    permission: "items.write",
    summary: { en: "Add a unit", ja: "単位を登録する" },
    status: 201,
    body: unitInputShape,
    response: unitShape,
    handler: async ({ tx, body }) => {
      await insertUnit(tx, body);
      await record(tx, "items.add-unit", body.code);
      return ok((await loadUnit(tx, body.code))!);
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/units/:code",
    kind: "command",
    permission: "items.write",
    summary: { en: "Change a unit's names or decimals", ja: "単位を変更する" },
    params: z.object({ code: unitCodeShape }),
    body: unitUpdateShape,
    response: unitShape,
    handler: async ({ tx, params: { code }, body }) => {
      const found = requireVersion(await loadUnit(tx, code), body.version);
      if (!found.ok) return found;
      if (body.decimals < found.value.decimals) {
        const inUse = await decimalsInUse(tx, code);
        if (body.decimals < inUse) return refuse("UNIT_DECIMALS_IN_USE", { decimals: inUse }, "decimals");
      }
      const saved = requireSaved(await updateUnit(tx, { ...body, code }));
      if (!saved.ok) return saved;
      await record(tx, "items.change-unit", code);
      return ok((await loadUnit(tx, code))!);
    },
  }),
];

async function record(tx: Tx, command: string, code: string): Promise<void> {
  await audit(tx, [{ command, subjectKind: "unit", subjectId: null, details: { code } }]);
  await announce(tx, [{ kind: "items.unit", subjectId: null }]);
}
