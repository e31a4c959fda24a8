import type { PromiseClaim, PromiseUses } from "../../domain/planning/index.ts";
import type { Outcome, PlainDate } from "../../domain/shared/index.ts";
import {
  camel,
  execute,
  insertAll,
  listPage,
  type Page,
  query,
  searchFilter,
  toJson,
  when,
} from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

/** A promise about to be held, at the acting company or at one that answers its questions. */
export interface NewPromise {
  readonly companyId: string;
  readonly id: string;
  readonly itemId: string;
  readonly quantity: string;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate;
  readonly startOn: PlainDate;
  readonly partnerId: string | null;
  readonly chainPromiseId: string | null;
  readonly orders: readonly unknown[];
  readonly expiresAt: string;
  /** How far its reckoning had read. */
  readonly asOf: bigint;
  readonly claims: readonly PromiseClaim[];
}

/**
 * Holds promises, all or none; the constraint on what is free decides.
 *
 * @returns false when something was taken by another in the meantime: nothing is held, the transaction goes on
 */
export async function placePromises(tx: Tx, promises: readonly NewPromise[]): Promise<boolean> {
  await execute(tx, "savepoint promise");
  const rows = promises.map((one) => ({
    company_id: one.companyId,
    id: one.id,
    item_id: one.itemId,
    quantity: one.quantity,
    wanted_on: one.wantedOn,
    promised_on: one.promisedOn,
    start_on: one.startOn,
    partner_id: one.partnerId,
    chain_promise_id: one.chainPromiseId,
    orders: one.orders,
    expires_at: one.expiresAt,
    as_of: String(one.asOf),
    uses: one.claims.map((claim) => ({
      kind: claim.kind,
      subject_id: claim.subjectId,
      on_date: claim.onDate,
      amount: claim.amount,
      free: claim.free,
    })),
  }));
  try {
    await query(tx, { name: "planning.hold", text: "select guard.place_promises($1::jsonb)" }, [toJson(rows)]);
    return true;
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== "promise_within_free") throw error;
    await execute(tx, "rollback to savepoint promise");
    return false;
  }
}

export async function releasePromises(tx: Tx, ids: readonly string[]): Promise<number> {
  const [row] = await query<{ count: number }>(tx, "select guard.release_promises($1) count", [ids]);
  return row!.count;
}

/** @throws 23514 with the rule that stands against it: over, released, or confirmed before */
export async function confirmPromises(
  tx: Tx,
  confirmed: readonly { readonly id: string; readonly tradeId: string; readonly lineNumber: number }[],
): Promise<void> {
  const rows = confirmed.map((one) => ({ id: one.id, trade_id: one.tradeId, line_number: one.lineNumber }));
  await query(tx, "select guard.confirm_promises($1::jsonb)", [toJson(rows)]);
}

/** What a promise takes of supply, and what all held ones together take of the same items. */
export async function loadSupplyUses(
  tx: Tx,
  promiseId: string,
): Promise<{ readonly own: PromiseUses; readonly held: PromiseUses }> {
  const rows = await query<PromiseUses["supply"][number] & { readonly isOwn: boolean }>(
    tx,
    {
      name: "planning.supplyUses",
      text: `with own as materialized (select u.subject_id, u.on_date, u.amount from app.promise_use u where u.company_id = $1 and u.promise_id = $2 and u.kind = 'supply')
        select o.subject_id "itemId", o.on_date "onDate", trim_scale(o.amount)::text quantity, true "isOwn" from own o
        union all select b.subject_id, b.on_date, trim_scale(b.held)::text, false from app.promise_bucket b where b.company_id = $1 and b.kind = 'supply' and b.held > 0 and b.subject_id in (select o.subject_id from own o)`,
    },
    [tx.companyId, promiseId],
  );
  const usesOf = (isOwn: boolean) => ({ capacity: [], supply: rows.filter((row) => row.isOwn === isOwn) });
  return { own: usesOf(true), held: usesOf(false) };
}

/** Held promises whose time is over hold nothing any more: they are written as expired, and that is news. */
export async function endLapsedPromises(tx: Tx): Promise<void> {
  await query(tx, { name: "planning.endLapsed", text: "select guard.end_lapsed_promises()" }, []);
}

/** Promises whose order was sent or called off hold nothing any more. */
export async function settlePromises(tx: Tx): Promise<void> {
  await query(tx, "select guard.settle_promises()", []);
}

export async function linkOrders(tx: Tx, promiseId: string, workOrderIds: readonly string[]): Promise<void> {
  await insertAll(
    tx,
    "promise_order",
    workOrderIds.map((id) => ({ company_id: tx.companyId, promise_id: promiseId, work_order_id: id })),
  );
}

/** Keeps on record what another company asked of this one, and what it was told. */
export async function recordQuestion(
  tx: Tx,
  asked: {
    readonly byCompanyId: string;
    readonly itemId: string;
    readonly quantity: string;
    readonly wantedOn: PlainDate;
    readonly answeredOn: PlainDate | null;
  },
): Promise<void> {
  await insertAll(tx, "promise_question", [
    {
      company_id: tx.companyId,
      id: newId(),
      by_company_id: asked.byCompanyId,
      item_id: asked.itemId,
      quantity: asked.quantity,
      wanted_on: asked.wantedOn,
      answered_on: asked.answeredOn,
    },
  ]);
}

export interface PromiseRow {
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: string;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate;
  readonly startOn: PlainDate;
  readonly partnerId: string | null;
  readonly partnerName: string | null;
  readonly isOfOther: boolean;
  readonly state: "held" | "confirmed" | "released" | "expired" | "done";
  readonly expiresAt: string;
  readonly createdAt: string;
  readonly tradeId: string | null;
  readonly tradeNumber: string | null;
  readonly orders: {
    /** Absent in promises held before it was kept. */
    readonly instead?: readonly { workCenterId: string; otherWorkCenterId: string; timeFactor: number }[];
    itemId: string;
    itemCode: string;
    itemName: string;
    unit: string;
    startQuantity: string;
    startOn: PlainDate;
    dueOn: PlainDate;
  }[];
  readonly workOrders: { id: string; number: string }[];
  readonly version: number;
}

/** One whose minutes its work orders carry is over for the database, for people it is ordered until its line is sent. */
const SELECT = `p.id, p.number, p.item_id, i.code item_code, i.name item_name, i.unit, trim_scale(p.quantity)::text quantity, p.wanted_on, p.promised_on, p.start_on, coalesce(p.partner_id, f.partner_id) partner_id, d.name partner_name, p.asked_by is not null is_of_other,
  case when p.state = 'held' and p.expires_at <= clock_timestamp() then 'expired'
    when p.state = 'done' and exists (select from app.trade_line_face f where f.company_id = p.company_id and f.trade_id = p.trade_id and f.line_number = coalesce(p.trade_line_number, f.line_number) and f.side = 'S' and f.is_open) then 'confirmed' else p.state end state, p.expires_at, p.created_at, p.trade_id, f.own_number trade_number, p.version,
  (select coalesce(jsonb_agg(x.one || jsonb_build_object('itemCode', o.code, 'itemName', o.name, 'unit', o.unit) order by x.at), '[]') from jsonb_array_elements(p.orders) with ordinality x(one, at)
     join app.item o on o.company_id = p.company_id and o.id = (x.one ->> 'itemId')::uuid) orders,
  (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'number', w.number) order by w.number), '[]') from app.promise_order l join app.work_order w on w.company_id = l.company_id and w.id = l.work_order_id
     where l.company_id = p.company_id and l.promise_id = p.id) work_orders`;
const FROM = `app.promise p join app.item i on i.company_id = p.company_id and i.id = p.item_id left join app.trade_face f on f.company_id = p.company_id and f.trade_id = p.trade_id
  left join app.partner d on d.company_id = p.company_id and d.id = coalesce(p.partner_id, f.partner_id)`;

/** A promise whose time ran out is over, also before anybody wrote it. */
const STATES = {
  all: [],
  held: [{ sql: "p.state = 'held' and p.expires_at > clock_timestamp()", values: [] }],
  confirmed: [{ sql: "p.state in ('confirmed', 'done')", values: [] }],
  over: [
    {
      sql: "(p.state in ('released', 'expired') or p.state = 'held' and p.expires_at <= clock_timestamp())",
      values: [],
    },
  ],
};

export function listPromises(
  tx: Tx,
  asked: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly sort?: string | undefined;
    readonly search?: string | undefined;
    readonly state?: keyof typeof STATES | undefined;
    readonly itemId?: string | undefined;
  },
): Promise<Outcome<Page<PromiseRow>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  return listPage<PromiseRow>(
    tx,
    {
      select: SELECT,
      from: FROM,
      where: "p.company_id = $1",
      sorts: {
        createdAt: { sql: "p.created_at", kind: "instant" },
        promisedOn: { sql: "p.promised_on", kind: "date" },
        number: { sql: 'p.number collate "C"', kind: "text" },
      },
      otherwise: "-createdAt",
      tie: [{ sql: "p.id", kind: "uuid" }],
    },
    asked,
    [
      ...when(asked.itemId, "p.item_id = ?"),
      ...STATES[asked.state ?? "all"],
      ...searchFilter(asked.search, "item", "p.item_id"),
    ],
  );
}

export async function findPromise(tx: Tx, id: string): Promise<PromiseRow | undefined> {
  const rows = await query<Record<string, unknown>>(
    tx,
    { name: "planning.promise", text: `select ${SELECT} from ${FROM} where p.company_id = $1 and p.id = $2` },
    [tx.companyId, id],
  );
  return rows[0] && camel<PromiseRow>(rows[0]);
}
