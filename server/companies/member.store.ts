import type { Mandate, Member } from "../../domain/companies/index.ts";
import { execute, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Everyone with a membership, by name. */
export async function listMembers(tx: Tx): Promise<Member[]> {
  const rows = await query<Omit<Member, "isSelf">>(
    tx,
    `select user_id "userId", name, email, roles, valid_from "validFrom", valid_to "endsOn" from guard.members()`,
  );
  return rows.map((row) => ({ ...row, isSelf: row.userId === tx.userId }));
}

/** Gives a known person a place, or changes it. Null when nobody has that e-mail address. */
export async function setMember(
  tx: Tx,
  email: string,
  roles: readonly string[],
  endsOn: string | null,
): Promise<string | null> {
  const [row] = await query<{ id: string | null }>(tx, "select guard.set_member($1, $2::text[], $3::date) id", [
    email,
    roles,
    endsOn,
  ]);
  return row!.id;
}

export function listMandates(tx: Tx): Promise<Mandate[]> {
  return query<Mandate>(
    tx,
    `select id, user_id "userId", name, email, roles, purpose, valid_from "validFrom", valid_to "endsOn" from guard.mandates()`,
  );
}

/** Null when nobody has that e-mail address. */
export async function giveMandate(
  tx: Tx,
  mandate: {
    id: string;
    email: string;
    roles: readonly string[];
    purpose: string;
    validFrom: string;
    endsOn: string | null;
  },
): Promise<string | null> {
  const [row] = await query<{ id: string | null }>(
    tx,
    "select guard.give_mandate($1, $2, $3::text[], $4, $5::date, $6::date) id",
    [mandate.id, mandate.email, mandate.roles, mandate.purpose, mandate.validFrom, mandate.endsOn],
  );
  return row!.id;
}

export function endMandate(tx: Tx, id: string, endsOn: string): Promise<number> {
  return execute(tx, "update app.mandate set valid_to = $3 where company_id = $1 and id = $2", [
    tx.companyId,
    id,
    endsOn,
  ]);
}

/** The day it is in Japan, for files: a row is judged inside the transaction that reads it. */
export async function todayOf(tx: Tx): Promise<string> {
  const [row] = await query<{ day: string }>(tx, "select current_date::text as day", []);
  return row!.day;
}
