import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { execute, insertAll, query, toJson } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import type { Way } from "./chain.store.ts";
import { nameOf } from "./chain.store.ts";

export type ChainChangeState = "proposed" | "agreed" | "applied" | "declined" | "expired" | "withdrawn";

/** What is to happen with the chain's own rows when the change is applied: kept with the proposal, since the trades know only their own side. */
export interface StoredStepChange {
  readonly line: number;
  readonly step: number;
  readonly part: number;
  readonly cancel: boolean;
  readonly quantity: string | null;
  readonly wantedOn: PlainDate | null;
}

export async function insertChainChange(
  tx: Tx,
  change: {
    id: string;
    chainId: string;
    number: string;
    reason: string;
    expiresOn: PlainDate | null;
    steps: readonly StoredStepChange[];
  },
): Promise<void> {
  await insertAll(tx, "chain_change", [
    {
      company_id: tx.companyId,
      id: change.id,
      chain_id: change.chainId,
      number: change.number,
      reason: change.reason,
      expires_on: change.expiresOn,
      summary: { steps: change.steps },
    },
  ]);
}

export interface ChangeRequestRow {
  readonly id: string;
  readonly tradeId: string;
  readonly lines: readonly {
    readonly lineNumber: number;
    readonly isCancel: boolean;
    readonly newQuantity: Decimal | null;
    readonly newWantedOn: PlainDate | null;
    /** Only for the origin, where the chain is later than the maker wants. */
    readonly newPromisedOn?: PlainDate | null;
  }[];
}

/** Proposes to every pair at once. @returns how many members are asked */
export async function proposeToAll(tx: Tx, changeId: string, requests: readonly ChangeRequestRow[]): Promise<number> {
  const [row] = await query<{ asked: number }>(
    tx,
    { name: "chainChange.propose", text: "select guard.propose_chain_change($1, $2::jsonb) asked" },
    [
      changeId,
      toJson(
        requests.map((request) => ({
          id: request.id,
          trade_id: request.tradeId,
          lines: request.lines.map((line) => ({
            line_number: line.lineNumber,
            is_cancel: line.isCancel,
            new_quantity: line.newQuantity,
            new_wanted_on: line.newWantedOn,
            new_promised_on: line.newPromisedOn ?? null,
          })),
        })),
      ),
    ],
  );
  return row!.asked;
}

export interface ChainChangeRow {
  readonly id: string;
  readonly chainId: string;
  readonly number: string;
  readonly reason: string;
  readonly state: ChainChangeState;
  readonly proposedAt: string;
  readonly expiresOn: PlainDate | null;
  readonly steps: readonly StoredStepChange[];
  readonly consents: readonly {
    readonly memberId: string;
    readonly memberName: string;
    readonly state: "asked" | "agreed" | "declined";
    readonly byRule: boolean;
    readonly costYen: string;
    readonly words: string;
  }[];
}

/** The window's proposals of a chain, or one by its id, with every member's answer. */
export async function loadChainChanges(
  tx: Tx,
  by: { readonly chainId: string } | { readonly id: string },
): Promise<ChainChangeRow[]> {
  return query<ChainChangeRow>(
    tx,
    {
      name: "chainChange.load",
      text: `select c.id, c.chain_id "chainId", c.number, c.reason, c.state, c.proposed_at "proposedAt", c.expires_on "expiresOn", coalesce(c.summary -> 'steps', '[]') steps,
          coalesce((select jsonb_agg(jsonb_build_object('memberId', k.member_id, 'memberName', coalesce(${nameOf("k.member_id")}, ''), 'state', k.state, 'byRule', k.by_rule, 'costYen', k.cost_yen::text, 'words', k.words) order by k.asked_at, k.member_id)
            from app.chain_change_consent k where k.chain_change_id = c.id and k.window_id = $1), '[]') consents
        from app.chain_change c where c.company_id = $1 and ($2::uuid is null or c.chain_id = $2) and ($3::uuid is null or c.id = $3) order by c.proposed_at desc, c.id`,
    },
    [tx.companyId, "chainId" in by ? by.chainId : null, "id" in by ? by.id : null],
  );
}

export async function answerChainChange(
  tx: Tx,
  changeId: string,
  answer: { readonly agree: boolean; readonly costYen: bigint; readonly words: string },
): Promise<"proposed" | "agreed" | "declined" | "expired"> {
  const [row] = await query<{ state: "proposed" | "agreed" | "declined" | "expired" }>(
    tx,
    { name: "chainChange.answer", text: "select guard.answer_chain_change($1, $2, $3, $4) state" },
    [changeId, answer.agree, answer.costYen, answer.words],
  );
  return row!.state;
}

/** Writes all revisions, or takes the proposal back. @returns the trades concerned */
export async function finishChainChange(tx: Tx, changeId: string, apply: boolean): Promise<string[]> {
  const [row] = await query<{ trades: string[] }>(
    tx,
    { name: "chainChange.finish", text: "select guard.finish_chain_change($1, $2) trades" },
    [changeId, apply],
  );
  return row!.trades;
}

/** The chain's own rows follow what was agreed. A cancelled step keeps its quantity; its line says it is cancelled. */
export async function changeChainSteps(tx: Tx, chainId: string, steps: readonly StoredStepChange[]): Promise<void> {
  await execute(
    tx,
    {
      name: "chain.change",
      text: `update app.chain_step s set quantity = coalesce(x.quantity, s.quantity), wanted_on = coalesce(x."wantedOn", s.wanted_on)
        from jsonb_to_recordset($3::jsonb) x(line int, step int, part int, quantity numeric, "wantedOn" date) where s.company_id = $1 and s.chain_id = $2 and (s.chain_line_number, s.step_number, s.part) = (x.line, x.step, x.part)`,
    },
    [tx.companyId, chainId, toJson(steps)],
  );
}

/**
 * Reservations follow the lines of these trades as they stand now: the open part of the line, what was allocated beyond it is free
 * again, a cancelled line's is closed. At every seller the transaction has entered. Rows are locked in one order.
 */
export async function followReservations(tx: Tx, changes: readonly ReservationChange[]): Promise<void> {
  if (changes.length === 0) return;
  const given = toJson(
    changes.map((change) => ({
      c: change.companyId,
      t: change.tradeId,
      n: change.lineNumber,
      q: change.openQuantity,
      d: change.neededOn,
      x: change.isCancelled,
    })),
  );
  await query(
    tx,
    {
      name: "chainChange.reservations",
      text: `with x as (select * from jsonb_to_recordset($1::jsonb) x(c uuid, t uuid, n int, q numeric, d date, x boolean)),
        r as materialized (select r.company_id, r.id, r.item_id, r.allocated, least(r.allocated, case when x.x then 0 else x.q end) keeps, case when x.x then 0 else x.q end quantity, x.d needed, x.x cancelled
            from app.reservation r join x on r.company_id = x.c and r.trade_id = x.t and r.trade_line_number = x.n where r.state = 'open' order by r.company_id, r.id for update of r),
        u as (update app.reservation o set quantity = r.quantity, allocated = r.keeps, needed_on = coalesce(r.needed, o.needed_on), state = case when r.cancelled then 'cancelled' when r.quantity = 0 then 'done' else o.state end, version = o.version + 1
            from r where o.company_id = r.company_id and o.id = r.id returning o.id)
        update app.item_stock s set reserved = s.reserved - f.freed from (select company_id, item_id, sum(allocated - keeps) freed from r group by 1, 2 having sum(allocated - keeps) > 0) f
        where s.company_id = f.company_id and s.item_id = f.item_id`,
    },
    [given],
  );
}

export interface ReservationChange {
  readonly companyId: string;
  readonly tradeId: string;
  readonly lineNumber: number;
  /** What the seller still owes, in its own stock unit. */
  readonly openQuantity: Decimal;
  readonly neededOn: PlainDate | null;
  readonly isCancelled: boolean;
}

/** What sellers owe on the confirmed lines of these trades after the change. Only the acting company's trades and those whose door is open. */
export async function loadOwed(tx: Tx, tradeIds: readonly string[]): Promise<ReservationChange[]> {
  return query<ReservationChange>(
    tx,
    {
      name: "chainChange.owed",
      text: `select company_id "companyId", trade_id "tradeId", line_number "lineNumber", open_quantity "openQuantity", promised_on "neededOn", is_cancelled "isCancelled" from guard.owed_on($1::uuid[])`,
    },
    [tradeIds],
  );
}

export interface InboxRow {
  readonly id: string;
  readonly number: string;
  readonly windowName: string;
  readonly chainId: string | null;
  readonly reason: string;
  readonly state: "asked" | "agreed" | "declined";
  readonly requestState: string;
  readonly byRule: boolean;
  readonly costYen: string;
  readonly words: string;
  readonly askedAt: string;
  readonly expiresOn: PlainDate | null;
  readonly lines: readonly {
    readonly tradeId: string;
    readonly lineNumber: number;
    readonly side: "S" | "B";
    readonly partnerName: string;
    readonly code: string;
    readonly description: string;
    readonly unit: string;
    readonly quantity: string;
    readonly newQuantity: string | null;
    readonly wantedOn: PlainDate;
    readonly newWantedOn: PlainDate | null;
    readonly isCancel: boolean;
  }[];
}

/** Proposals the acting company was asked about, those without an answer first, newest first: only the lines of its own trades. */
export async function listInbox(
  tx: Tx,
  state: "asked" | "answered" | null,
  after: readonly [string, string] | null,
  limit: number,
  search = "",
  way: Way = { word: "desc", after: "<" },
): Promise<InboxRow[]> {
  return query<InboxRow>(
    tx,
    {
      name: `chainChange.inbox.${way.word}`,
      text: `select k.chain_change_id id, r.number, coalesce(${nameOf("k.window_id")}, '') "windowName", r.chain_id "chainId", r.reason, k.state, r.state "requestState", k.by_rule "byRule", k.cost_yen::text "costYen", k.words, k.asked_at "askedAt", r.expires_on "expiresOn", r.lines
        from app.chain_change_consent k cross join lateral (
          select max(q.number) number, max(q.reason) reason, max(q.state) state, max(q.expires_on) expires_on, (array_agg(f.chain_id))[1] chain_id,
            jsonb_agg(jsonb_build_object('tradeId', q.trade_id, 'lineNumber', x.line_number, 'side', f.side, 'partnerName', coalesce(p.name, ''), 'code', l.code, 'description', l.description, 'unit', l.unit,
              'quantity', trim_scale(coalesce(v.quantity, l.quantity))::text, 'newQuantity', trim_scale(x.new_quantity)::text, 'wantedOn', coalesce(v.wanted_on, l.wanted_on), 'newWantedOn', x.new_wanted_on, 'isCancel', x.is_cancel) order by f.side desc, l.code, x.line_number) lines
            from app.change_request q join app.change_request_line x on x.change_request_id = q.id join app.trade_line_face l on l.company_id = $1 and l.trade_id = q.trade_id and l.line_number = x.line_number
            join app.trade_face f on f.company_id = $1 and f.trade_id = q.trade_id left join app.partner p on p.company_id = $1 and p.id = f.partner_id
            left join app.trade_line_revision v on v.trade_id = q.trade_id and v.line_number = x.line_number and v.change_request_id = q.id
           where q.chain_change_id = k.chain_change_id and $1 in (q.seller_id, q.buyer_id)) r
        where k.member_id = $1 and r.number is not null and ($2::text is null or (k.state = 'asked' and r.state = 'proposed') = ($2 = 'asked')) and ($6 = '' or r.number ilike $6 || '%' or position(lower($6) in lower(r.reason)) > 0)
          and ($3::timestamptz is null or (k.asked_at, k.chain_change_id) ${way.after} ($3, $4::uuid))
        order by k.asked_at ${way.word}, k.chain_change_id ${way.word} limit $5`,
    },
    [tx.companyId, state, after?.[0] ?? null, after?.[1] ?? null, limit, search],
  );
}
