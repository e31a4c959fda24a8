import { z } from "zod";
import {
  type Partner,
  partnerInputShape,
  partnerListQueryShape,
  partnerPageShape,
  partnerShape,
  partnerUpdateShape,
} from "../../domain/parties/index.ts";
import { idShape, type Outcome, ok, refuse, refuseAll } from "../../domain/shared/index.ts";
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
import { checkPartner, partnerWarnings } from "./check-partner.ts";
import { insertPartner, listPartners, loadPartner, updatePartner } from "./partner.store.ts";

const params = z.object({ id: idShape });

export const partnerRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/partners",
    kind: "read",
    permission: "parties.read",
    summary: { en: "Partners, by their reading", ja: "取引先一覧" },
    query: partnerListQueryShape,
    response: partnerPageShape,
    handler: ({ tx, query }) => listPartners(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/partners/:id",
    kind: "read",
    permission: "parties.read",
    summary: { en: "One partner with sites and bank accounts", ja: "取引先" },
    params,
    response: partnerShape,
    handler: ({ tx, params }) => answer(tx, params.id),
  }),
  defineRoute({
    method: "POST",
    url: "/partners",
    kind: "command",
    permission: "parties.write",
    summary: { en: "Add a partner", ja: "取引先を登録する" },
    status: 201,
    body: partnerInputShape,
    response: partnerShape,
    handler: async ({ tx, body }) => {
      const refused = refuseAll(checkPartner(body));
      if (refused) return refused;
      const id = newId();
      await insertPartner(tx, id, body);
      await record(tx, "parties.add-partner", id, body.code);
      return answer(tx, id);
    },
  }),
  defineRoute({
    method: "PUT",
    url: "/partners/:id",
    kind: "command",
    permission: "parties.write",
    summary: { en: "Change a partner", ja: "取引先を変更する" },
    params,
    body: partnerUpdateShape,
    response: partnerShape,
    handler: async ({ tx, params, body }) => {
      const found = requireVersion(await loadPartner(tx, params.id), body.version);
      if (!found.ok) return found;
      const refused = refuseAll(checkPartner(body));
      if (refused) return refused;
      const saved = requireSaved(await updatePartner(tx, params.id, body.version, body));
      if (!saved.ok) return saved;
      await record(tx, "parties.change-partner", params.id, body.code);
      return answer(tx, params.id);
    },
  }),
];

async function answer(tx: Tx, id: string): Promise<Outcome<Partner>> {
  const found = await loadPartner(tx, id);
  return found ? ok({ ...found, warnings: partnerWarnings(found) }) : refuse("NOT_FOUND");
}

async function record(tx: Tx, command: string, subjectId: string, code: string): Promise<void> {
  await audit(tx, [{ command, subjectKind: "partner", subjectId, details: { code } }]);
  await announce(tx, [{ kind: "parties.partner", subjectId }]);
}
