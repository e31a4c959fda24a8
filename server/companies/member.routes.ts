import { z } from "zod";
import {
  mandateEndShape,
  mandateInputShape,
  mandatePageShape,
  mandateShape,
  memberInputShape,
  memberPageShape,
  memberShape,
} from "../../domain/companies/index.ts";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
import { announce, audit, defineRoute, newId, type Route, type Tx } from "../platform/index.ts";
import { hasAdministrator } from "./last-administrator.ts";
import { endMandate, giveMandate, listMandates, listMembers, setMember } from "./member.store.ts";

export const memberRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/members",
    kind: "read",
    permission: "companies.read",
    summary: { en: "People who may act for the company", ja: "利用者一覧" },
    response: memberPageShape,
    handler: async ({ tx }) => ok({ rows: await listMembers(tx) }),
  }),
  defineRoute({
    method: "PUT",
    url: "/members",
    kind: "command",
    permission: "companies.members",
    summary: { en: "Give a person a place and roles, or change them", ja: "利用者の役割を決める" },
    body: memberInputShape,
    response: memberShape,
    handler: async ({ tx, body, today }) => {
      const email = body.email.toLowerCase();
      const members = await listMembers(tx);
      if (body.endsOn !== null && body.endsOn < today) return refuse("ENDS_IN_PAST", undefined, "endsOn");
      if (!hasAdministrator(members, [{ email, roles: body.roles, endsOn: body.endsOn }], today)) {
        return refuse("LAST_ADMINISTRATOR", undefined, "roles");
      }
      const userId = await setMember(tx, email, body.roles, body.endsOn);
      if (userId === null) return refuse("USER_UNKNOWN", { email }, "email");
      const details = { roles: body.roles, endsOn: body.endsOn };
      await record(tx, "companies.set-member", "member", userId, details);
      return ok((await listMembers(tx)).find((member) => member.userId === userId)!);
    },
  }),
  defineRoute({
    method: "GET",
    url: "/mandates",
    kind: "read",
    permission: "companies.read",
    summary: { en: "People of others who may act for the company", ja: "代行権限一覧" },
    response: mandatePageShape,
    handler: async ({ tx }) => ok({ rows: await listMandates(tx) }),
  }),
  defineRoute({
    method: "POST",
    url: "/mandates",
    kind: "command",
    permission: "companies.members",
    summary: { en: "Let a person of another employer act for the company", ja: "代行権限を与える" },
    status: 201,
    body: mandateInputShape,
    response: mandateShape,
    handler: async ({ tx, body }) => {
      if (body.endsOn !== null && body.endsOn <= body.validFrom)
        return refuse("MANDATE_ENDS_FIRST", undefined, "endsOn");
      const id = newId();
      const given = await giveMandate(tx, { ...body, id });
      if (given === null) return refuse("USER_UNKNOWN", { email: body.email }, "email");
      const { roles, purpose, validFrom, endsOn } = body;
      await record(tx, "companies.give-mandate", "mandate", id, { userId: given, roles, purpose, validFrom, endsOn });
      return ok((await listMandates(tx)).find((mandate) => mandate.id === id)!);
    },
  }),
  defineRoute({
    method: "POST",
    url: "/mandates/:id/end",
    kind: "command",
    permission: "companies.members",
    summary: { en: "End a mandate", ja: "代行権限を終える" },
    params: z.object({ id: idShape }),
    body: mandateEndShape,
    response: mandateShape,
    handler: async ({ tx, params, body, today }) => {
      const found = (await listMandates(tx)).find((mandate) => mandate.id === params.id);
      if (!found) return refuse("NOT_FOUND");
      if (body.endsOn < today) return refuse("ENDS_IN_PAST", undefined, "endsOn");
      if (found.endsOn !== null && found.endsOn <= today) return refuse("MANDATE_ENDED", { date: found.endsOn });
      await endMandate(tx, params.id, body.endsOn);
      await record(tx, "companies.end-mandate", "mandate", params.id, { endsOn: body.endsOn });
      return ok({ ...found, endsOn: body.endsOn });
    },
  }),
];

async function record(
  tx: Tx,
  command: string,
  subjectKind: string,
  subjectId: string,
  details: Record<string, unknown>,
): Promise<void> {
  await audit(tx, [{ command, subjectKind, subjectId, details }]);
  await announce(tx, [{ kind: `companies.${subjectKind}`, subjectId }]);
}
