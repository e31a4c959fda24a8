import type { z } from "zod";
import {
  adviseOnException,
  customersWaiting,
  EXCEPTION_OWNERS,
  type ExceptionKey,
  type ExceptionOwner,
  exceptionCase,
  exceptionOwnersOf,
  isResting,
  ownerOfCase,
  type PlanExceptionAnswer,
  type planExceptionListQueryShape,
  type Remedy,
} from "../../domain/planning/index.ts";
import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, settleAll, type Tx } from "../platform/index.ts";
import { findOpenChanges } from "../trade/index.ts";
import { countExceptions, type ExceptionRow, findExceptions, listExceptions } from "./exception.store.ts";
import { type CareRow, loadCares, removeAside, saveCares } from "./exception-care.store.ts";
import { needsOf } from "./exception-need.service.ts";
import { nameRecords } from "./record-names.store.ts";

/** What people did about exceptions and still holds, by place in the current plan. */
export async function loadResting(tx: Tx, today: PlainDate): Promise<ReadonlyMap<number, CareRow>> {
  const cares = await loadCares(tx, today);
  return new Map(cares.filter((care) => isResting(care.kind, care, care.now, today)).map((care) => [care.seq, care]));
}

/** One page of the inbox: each exception with who sees to it, the need behind it, its remedy, and what was done about it. */
export async function readInbox(
  tx: Tx,
  asked: z.output<typeof planExceptionListQueryShape>,
  today: PlainDate,
): Promise<
  Outcome<{ readonly rows: PlanExceptionAnswer[]; readonly nextCursor?: string }, "SORT_UNKNOWN" | "CURSOR_INVALID">
> {
  const resting = await loadResting(tx, today);
  const page = await listExceptions(tx, {
    ...asked,
    owners: ownersAsked(tx, asked.owner),
    seqs: placesAsked(asked.show, resting),
  });
  if (!page.ok) return page;
  const { rows } = page.value;
  const mine = exceptionOwnersOf(tx.roles);
  const needs = await needsOf(tx, rows);
  const customersOf = new Map(rows.map((row) => [row.seq, customersWaiting(row.kind, needs.get(row.seq) ?? [])]));
  const customers = [...customersOf.values()].flat();
  const [nameOf, onTheTable] = await settleAll([
    nameRecords(tx, [
      ...rows.flatMap(({ record }) => (record ? [record] : [])),
      ...[...needs.values()].flatMap((all) => all.slice(0, 1)),
      ...customers,
    ]),
    findOpenChanges(
      tx,
      customers.map(({ id }) => id),
      today,
    ),
  ] as const);
  return ok({
    ...page.value,
    rows: rows.map(({ record, plannedSeq, supply, ...row }) => {
      const [need, ...more] = needs.get(row.seq) ?? [];
      const { owner, remedy } = adviceOn({ ...row, record, plannedSeq, supply });
      const care = resting.get(row.seq);
      return {
        ...row,
        owner,
        isMine: mine.includes(owner),
        remedy: remedy && remedyAnswer(remedy),
        subject:
          plannedSeq !== null ? { kind: "planned", seq: plannedSeq } : record && { ...record, ...nameOf(record.id) },
        need: need ? { ...need, ...nameOf(need.id) } : null,
        moreNeeds: more.length,
        customers: (customersOf.get(row.seq) ?? []).map((one) => ({
          ...one,
          ...nameOf(one.id),
          isAsked: onTheTable.has(one.id),
        })),
        care: care ? careAnswer(care) : null,
      };
    }),
  });
}

/** Who sees to an exception as the plan keeps it, and its remedy. */
export function adviceOn(
  row: Pick<ExceptionRow, "kind" | "plannedSeq" | "record" | "quantity" | "onDate" | "wantedDate" | "supply">,
) {
  const subject = row.plannedSeq !== null ? { kind: "planned" as const, seq: row.plannedSeq } : row.record;
  return adviseOnException({ ...row, subject }, row.supply);
}

function ownersAsked(tx: Tx, owner: ExceptionOwner | "mine" | "all"): readonly ExceptionOwner[] | undefined {
  if (owner !== "mine" && owner !== "all") return [owner];
  const mine = owner === "mine" ? exceptionOwnersOf(tx.roles) : [];
  // Who answers for nothing, or for everything, is shown all.
  return mine.length === 0 || mine.length === EXCEPTION_OWNERS.length ? undefined : mine;
}

function placesAsked(show: "open" | "aside" | "applied" | "all", resting: ReadonlyMap<number, CareRow>) {
  if (show === "all" || (show === "open" && resting.size === 0)) return undefined;
  const places = [...resting].flatMap(([seq, { state }]) => (show === "open" || state === show ? [seq] : []));
  return { only: show !== "open", of: places };
}

const remedyAnswer = (remedy: Remedy) => ({
  kind: remedy.kind,
  on: "to" in remedy ? remedy.to : "readyOn" in remedy ? remedy.readyOn : null,
  by: "by" in remedy ? remedy.by : null,
});

const careAnswer = (care: CareRow) => ({
  state: care.state,
  untilOn: care.untilOn,
  reason: care.reason,
  by: care.by,
  documentKind: care.documentKind,
  documentId: care.documentId,
  documentNumber: care.documentNumber,
});

/** How many open exceptions wait for each owner, and how many rest. */
export async function countByOwner(tx: Tx, today: PlainDate) {
  const resting = await loadResting(tx, today);
  const cases = await countExceptions(tx, [...resting.keys()]);
  const mine = exceptionOwnersOf(tx.roles);
  const owners = EXCEPTION_OWNERS.map((owner) => ({
    owner,
    isMine: mine.includes(owner),
    count: cases.reduce(
      (sum, one) =>
        ownerOfCase(exceptionCase(one.kind, one.subjectKind, one.supply)) === owner ? sum + one.count : sum,
      0,
    ),
  }));
  const states = [...resting.values()].map(({ state }) => state);
  return {
    mine: owners.reduce((sum, one) => (one.isMine ? sum + one.count : sum), 0),
    owners,
    aside: states.filter((state) => state === "aside").length,
    applied: states.filter((state) => state === "applied").length,
  };
}

/** Puts exceptions away until a day, with the reason; each comes back earlier when it has become worse. */
export async function setAside(
  tx: Tx,
  asked: { readonly exceptions: readonly ExceptionKey[]; readonly untilOn: PlainDate; readonly reason: string },
  today: PlainDate,
): Promise<Outcome<{ readonly count: number }, "EXCEPTION_GONE" | "ASIDE_UNTIL_PAST">> {
  if (asked.untilOn <= today) return refuse("ASIDE_UNTIL_PAST", undefined, "untilOn");
  const found = await findAll(tx, asked.exceptions);
  if (!found.ok) return found;
  const { untilOn, reason } = asked;
  await saveCares(
    tx,
    found.value.map((exception) => ({ exception, state: "aside" as const, untilOn, reason })),
    today,
  );
  await tellOf(tx, "planning.exceptionAside", found.value, { untilOn, reason });
  return ok({ count: found.value.length });
}

/** Takes set-aside exceptions back among the open ones; one that is open already stays so. */
export async function takeBack(
  tx: Tx,
  keys: readonly ExceptionKey[],
): Promise<Outcome<{ readonly count: number }, "EXCEPTION_GONE">> {
  const found = await findAll(tx, keys);
  if (!found.ok) return found;
  const count = await removeAside(tx, found.value);
  if (count > 0) await tellOf(tx, "planning.exceptionTakenBack", found.value, {});
  return ok({ count });
}

async function findAll(tx: Tx, keys: readonly ExceptionKey[]): Promise<Outcome<ExceptionRow[], "EXCEPTION_GONE">> {
  const found = await findExceptions(tx, keys);
  const missing = found.indexOf(undefined);
  return missing >= 0 ? refuse("EXCEPTION_GONE", undefined, `exceptions.${missing}`) : ok(found as ExceptionRow[]);
}

/** Writes down what was done about exceptions and lets the screens read them anew. */
export async function tellOf(
  tx: Tx,
  command: string,
  exceptions: readonly ExceptionRow[],
  details: Record<string, unknown>,
): Promise<void> {
  await settleAll([
    audit(
      tx,
      exceptions.map((one) => ({
        command,
        subjectKind: one.record?.kind ?? "item",
        subjectId: one.record?.id ?? one.itemId,
        details: { exception: one.kind, item: one.itemCode, ...details },
      })),
    ),
    announce(tx, [{ kind: "planning.exception", subjectId: exceptions[0]?.itemId ?? null }]),
  ]);
}
