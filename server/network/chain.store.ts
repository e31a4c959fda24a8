import { type ChainFacts, type ChainStanding, chainStanding, type DispatchForm } from "../../domain/network/index.ts";
import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface ChainRow {
  readonly id: string;
  readonly number: string;
  readonly role: "window" | "member";
  readonly tradeId: string;
  readonly partnerName: string;
  readonly outsideNumber: string;
  readonly orderedOn: PlainDate;
  readonly wantedOn: PlainDate | null;
  /** The latest day promised of a line still ordered. */
  readonly promisedOn: PlainDate | null;
  /** Lines nobody has promised yet: while there are any, the whole order may come later than `promisedOn`. */
  readonly unansweredCount: number;
  readonly state: ChainStanding;
  readonly lineCount: number;
  readonly stepCount: number;
  readonly doneCount: number;
  readonly totalYen: bigint;
}

/** A line confirmed when it was written has its promise on the line only: the latest of the steps stands for the order. */
const ROW = `"wantedOn", coalesce(o.promised, p.promised) "promisedOn", o.unanswered::int "unansweredCount", "totalYen", "isLate", trade_state = 'cancelled' "isCancelled", is_done "isDone", p.waiting::int "waitingCount",
  p.lines::int "lineCount", p.steps::int "stepCount", p.done::int "doneCount"`;

/** What the order's own lines say of the promise: of those still ordered. Expects `c.trade_id`. */
const PROMISE = `cross join lateral (select max(l.promised_on) filter (where l.state not in ('cancelled', 'declined', 'expired', 'withdrawn')) promised, count(*) filter (where l.is_open and l.state <> 'confirmed') unanswered
          from app.trade_line_face l where l.company_id = $1 and l.trade_id = c.trade_id) o`;

/** Which way a list by one column runs. */
export interface Way {
  readonly word: "asc" | "desc";
  readonly after: "<" | ">";
}
const NEWEST_FIRST: Way = { word: "desc", after: "<" };

/** The way a sort asks for. */
export function wayOf({ descending }: { readonly descending: boolean }): Way {
  return descending ? NEWEST_FIRST : { word: "asc", after: ">" };
}

/** Late: a line still owed was promised after the wanted day, or its day has passed. Expects `$7` to be today. */
const OWED_LATE =
  "not f.is_done and exists (select from app.trade_line_face l where l.company_id = f.company_id and l.trade_id = f.trade_id and l.is_open and (l.promised_on > l.wanted_on or coalesce(l.promised_on, l.wanted_on) < $7::date))";
/** At the window also a line the chain was planned too late for, while members have still to confirm. */
const CHAIN_LATE = `(${OWED_LATE} or not f.is_done and exists (select from app.chain_step s join app.trade_line_face l on l.company_id = f.company_id and l.trade_id = f.trade_id and l.line_number = s.chain_line_number and l.is_open
    where s.company_id = v.company_id and s.chain_id = v.id and s.feeds_step_number is null and s.wanted_on > l.wanted_on))`;

type ChainFactsRow = Omit<ChainRow, "state"> & ChainFacts;
const standing = ({ isLate, isCancelled, isDone, waitingCount, ...row }: ChainFactsRow): ChainRow => ({
  ...row,
  state: chainStanding({ isLate, isCancelled, isDone, waitingCount }),
});

export interface ChainFilter {
  readonly search: string;
  readonly state: string | null;
  readonly today: PlainDate;
  /** Of one chain only: its page. */
  readonly chainId?: string;
}

/** Chains the acting company dispatched as window, newest first; keyset after `(ordered_on, chain id)`. The progress is read from the trades, for the rows shown only. */
export async function listWindowChains(
  tx: Tx,
  filter: ChainFilter,
  after: readonly [PlainDate, string] | null,
  limit: number,
  way: Way = NEWEST_FIRST,
): Promise<ChainRow[]> {
  const rows = await query<ChainFactsRow>(
    tx,
    {
      name: `chain.window.${way.word}`,
      text: `select c.id, c.number, 'window' role, c.trade_id "tradeId", c."partnerName", c."outsideNumber", c."orderedOn", ${ROW}
        from (select v.id, v.number, f.trade_id, coalesce(a.name, '') "partnerName", f.outside_number "outsideNumber", f.ordered_on "orderedOn", f.wanted_on "wantedOn", ${CHAIN_LATE} "isLate", f.total_yen "totalYen", f.state trade_state, f.is_done
            from app.trade_face f join app.value_chain v on v.company_id = f.company_id and v.origin_trade_id = f.trade_id left join app.partner a on a.company_id = f.company_id and a.id = f.partner_id
           where f.company_id = $1 and f.side = 'S' and ($8::uuid is null or v.id = $8) and ($2 = '' or v.number ilike $2 || '%' or f.outside_number ilike $2 || '%' or position(lower($2) in lower(coalesce(a.name, ''))) > 0)
             and ($3::text is null or case $3 when 'open' then not f.is_done when 'done' then f.is_done and f.state <> 'cancelled' when 'cancelled' then f.state = 'cancelled' when 'late' then ${CHAIN_LATE} end)
             and ($4::date is null or (f.ordered_on, v.id) ${way.after} ($4, $5::uuid))
           order by f.ordered_on ${way.word}, v.id ${way.word} limit $6) c
        cross join lateral (select count(distinct x.chain_line_number) lines, count(*) steps, count(*) filter (where x.share_done >= 1) done, count(*) filter (where x.state = 'placed') waiting, case when bool_and(x.promised_on is not null or x.state = 'planned') filter (where true) then max(x.promised_on) filter (where true) end promised from guard.chain_view(c.id) x) p
        ${PROMISE}
        order by c."orderedOn" ${way.word}, c.id ${way.word}`,
    },
    [
      tx.companyId,
      filter.search,
      filter.state,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
      filter.today,
      filter.chainId ?? null,
    ],
  );
  return rows.map(standing);
}

/** Chains the acting company has steps in, by its own sales of them, newest first. */
export async function listMemberChains(
  tx: Tx,
  filter: ChainFilter,
  after: readonly [PlainDate, string] | null,
  limit: number,
  way: Way = NEWEST_FIRST,
): Promise<ChainRow[]> {
  const rows = await query<ChainFactsRow>(
    tx,
    {
      name: `chain.member.${way.word}`,
      text: `select c.id, c.number, 'member' role, c.trade_id "tradeId", c."partnerName", '' "outsideNumber", c."orderedOn", ${ROW}
        from (select f.chain_id id, f.own_number number, f.trade_id, coalesce(a.name, '') "partnerName", f.ordered_on "orderedOn", f.wanted_on "wantedOn", ${OWED_LATE} "isLate", f.total_yen "totalYen", f.state trade_state, f.is_done
            from app.trade_face f left join app.partner a on a.company_id = f.company_id and a.id = f.partner_id
           where f.company_id = $1 and f.side = 'S' and f.chain_id is not null and ($8::uuid is null or f.chain_id = $8) and not exists (select from app.value_chain v where v.company_id = $1 and v.id = f.chain_id)
             and ($2 = '' or f.own_number ilike $2 || '%' or position(lower($2) in lower(coalesce(a.name, ''))) > 0)
             and ($3::text is null or case $3 when 'open' then not f.is_done when 'done' then f.is_done and f.state <> 'cancelled' when 'cancelled' then f.state = 'cancelled' when 'late' then ${OWED_LATE} end)
             and ($4::date is null or (f.ordered_on, f.trade_id) ${way.after} ($4, $5::uuid))
           order by f.ordered_on ${way.word}, f.trade_id ${way.word} limit $6) c
        cross join lateral (select count(distinct x.chain_line_number) lines, count(*) filter (where x.relation = 'own') steps, count(*) filter (where x.relation = 'own' and x.share_done >= 1) done, count(*) filter (where x.relation = 'own' and x.state = 'placed') waiting, case when bool_and(x.promised_on is not null or x.state = 'planned') filter (where x.relation = 'own') then max(x.promised_on) filter (where x.relation = 'own') end promised from guard.chain_view(c.id) x) p
        ${PROMISE}
        order by c."orderedOn" ${way.word}, c.trade_id ${way.word}`,
    },
    [
      tx.companyId,
      filter.search,
      filter.state,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit,
      filter.today,
      filter.chainId ?? null,
    ],
  );
  return rows.map(standing);
}

/** A member's own orders of one chain, as its list finds them: for the page, which has the steps already. */
export async function loadMemberOrders(
  tx: Tx,
  chainId: string,
  today: PlainDate,
): Promise<(Omit<ChainFacts, "waitingCount"> & Pick<ChainRow, "promisedOn" | "unansweredCount">)[]> {
  return query(
    tx,
    {
      name: "chain.member.one",
      text: `select c."isLate", c.state = 'cancelled' "isCancelled", c.is_done "isDone", o.promised "promisedOn", o.unanswered::int "unansweredCount"
        from (select f.trade_id, ${OWED_LATE.replaceAll("$7", "$3")} "isLate", f.state, f.is_done from app.trade_face f where f.company_id = $1 and f.chain_id = (select $2::uuid) and f.side = 'S') c ${PROMISE}`,
    },
    [tx.companyId, chainId, today],
  );
}

export interface WaitingOrder {
  readonly tradeId: string;
  readonly number: string;
  readonly partnerName: string;
  readonly outsideNumber: string;
  readonly orderedOn: PlainDate;
  readonly wantedOn: PlainDate | null;
  readonly totalYen: bigint;
  readonly lineCount: number;
}

/** Orders of customers outside the platform with open lines nobody has dispatched yet: what a person at the window looks at first. */
export async function listWaitingOrders(
  tx: Tx,
  after: readonly [PlainDate, string] | null,
  limit: number,
  search = "",
  way: Way = NEWEST_FIRST,
): Promise<WaitingOrder[]> {
  return query<WaitingOrder>(
    tx,
    {
      name: `chain.waiting.${way.word}`,
      text: `select f.trade_id "tradeId", f.number, coalesce(a.name, '') "partnerName", f.outside_number "outsideNumber", f.ordered_on "orderedOn", f.wanted_on "wantedOn", f.total_yen "totalYen", n.lines::int "lineCount"
        from app.trade_face f left join app.partner a on a.company_id = f.company_id and a.id = f.partner_id
        cross join lateral (select count(*) lines from app.trade_line_face l where l.company_id = f.company_id and l.trade_id = f.trade_id and l.item_id is not null and l.state in ('placed', 'confirmed') and l.is_open and l.shipped = 0
          and not exists (select from app.value_chain v join app.chain_step s on s.company_id = v.company_id and s.chain_id = v.id where v.company_id = f.company_id and v.origin_trade_id = f.trade_id and s.chain_line_number = l.line_number)
          and not exists (select from app.value_chain v join app.chain_stock s on s.company_id = v.company_id and s.chain_id = v.id where v.company_id = f.company_id and v.origin_trade_id = f.trade_id and s.chain_line_number = l.line_number)) n
        where f.company_id = $1 and f.side = 'S' and f.state in ('placed', 'confirmed') and not f.is_done and not f.is_history and f.chain_id is null and n.lines > 0
          and ($5 = '' or f.number ilike $5 || '%' or f.outside_number ilike $5 || '%' or position(lower($5) in lower(coalesce(a.name, ''))) > 0)
          and ($2::date is null or (f.ordered_on, f.trade_id) ${way.after} ($2, $3::uuid)) order by f.ordered_on ${way.word}, f.trade_id ${way.word} limit $4`,
    },
    [tx.companyId, after?.[0] ?? null, after?.[1] ?? null, limit, search],
  );
}

export interface ChainStepView {
  readonly chainLineNumber: number;
  readonly stepNumber: number;
  readonly part: number;
  readonly feedsStepNumber: number | null;
  readonly relation: "step" | "own" | "neighbour" | "others";
  readonly processName: string;
  readonly companyId: string | null;
  readonly companyName: string;
  readonly buyerId: string | null;
  readonly buyerName: string;
  readonly code: string;
  readonly quantity: Decimal | null;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate | null;
  readonly state: string;
  readonly shipped: Decimal | null;
  readonly accepted: Decimal | null;
  readonly shareDone: Decimal | null;
  readonly tradeId: string | null;
  readonly tradeLineNumber: number | null;
}

/** The chain as the acting company may see it, with the names it knows: its own cards, its group, itself. */
export async function viewChain(tx: Tx, chainId: string): Promise<ChainStepView[]> {
  return query<ChainStepView>(
    tx,
    {
      name: "chain.view",
      text: `select x.chain_line_number "chainLineNumber", x.step_number "stepNumber", x.part, x.feeds_step_number "feedsStepNumber", x.relation, x.process_name "processName", x.company_id "companyId", coalesce(${nameOf("x.company_id")}, '') "companyName",
          x.partner_id "buyerId", coalesce(${nameOf("x.partner_id")}, '') "buyerName", x.code, x.quantity, x.wanted_on "wantedOn", x.promised_on "promisedOn", x.state, x.shipped, x.accepted, x.share_done "shareDone", x.trade_id "tradeId", x.trade_line_number "tradeLineNumber"
        from guard.chain_view($2) x order by 1, 2, 3`,
    },
    [tx.companyId, chainId],
  );
}

/** A company's name as the acting company knows it: its own card, the group's list, itself; a window that is in neither goes by its group's name. Expects `$1` to be the acting company. */
export const nameOf = (id: string) =>
  `coalesce((select p.name from app.partner p where p.company_id = $1 and p.linked_company_id = ${id}), (select m.name from app.group_member m where m.company_id = ${id} limit 1), (select c.name from app.company c where c.company_id = $1 and c.company_id = ${id}), (select g.name from app.company_group g where g.window_company_id = ${id} limit 1))`;

export interface ChainHead {
  readonly id: string;
  readonly number: string;
  readonly form: DispatchForm;
  readonly tradeId: string;
  readonly partnerName: string;
  readonly outsideNumber: string;
  readonly orderedOn: PlainDate;
  readonly totalYen: bigint;
}

export async function findChain(tx: Tx, chainId: string): Promise<ChainHead | undefined> {
  const [row] = await query<ChainHead>(
    tx,
    {
      name: "chain.head",
      text: `select v.id, v.number, v.form, f.trade_id "tradeId", coalesce(a.name, '') "partnerName", f.outside_number "outsideNumber", f.ordered_on "orderedOn", f.total_yen "totalYen"
        from app.value_chain v join app.trade_face f on f.company_id = v.company_id and f.trade_id = v.origin_trade_id left join app.partner a on a.company_id = f.company_id and a.id = f.partner_id where v.company_id = $1 and v.id = $2`,
    },
    [tx.companyId, chainId],
  );
  return row;
}

export interface ChainLineView {
  readonly lineNumber: number;
  readonly code: string;
  readonly description: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly factor: Decimal;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate | null;
  readonly state: string;
  readonly amountYen: bigint;
  readonly shipped: Decimal;
  readonly accepted: Decimal;
}

/** Lines of the origin, from the window's own face. */
export async function loadOriginLines(tx: Tx, tradeId: string): Promise<ChainLineView[]> {
  return query<ChainLineView>(
    tx,
    {
      name: "chain.lines",
      text: `select line_number "lineNumber", code, description, quantity, unit, factor, wanted_on "wantedOn", promised_on "promisedOn", state, amount_yen "amountYen", shipped, accepted from app.trade_line_face where company_id = $1 and trade_id = $2 order by line_number`,
    },
    [tx.companyId, tradeId],
  );
}

/** What the acting window sells of a chain and buys for it: as ordered, and as accepted so far. */
export interface WindowFee {
  readonly salesYen: bigint;
  readonly purchasesYen: bigint;
  readonly acceptedSalesYen: bigint;
  readonly acceptedPurchasesYen: bigint;
}

/** The window's own trades of a chain only: what lies between members it does not know. */
export async function loadWindowFee(tx: Tx, chainId: string, originTradeId: string): Promise<WindowFee> {
  const [row] = await query<WindowFee>(
    tx,
    {
      name: "chain.fee",
      text: `with own (side, trade_id, line_number) as (
            select 'S', $3::uuid, chain_line_number from app.chain_step where company_id = $1 and chain_id = $2
            union select 'B', trade_id, trade_line_number from app.chain_step where company_id = $1 and chain_id = $2 and buyer_id = $1)
        select coalesce(sum(l.amount_yen) filter (where l.side = 'S'), 0)::bigint "salesYen", coalesce(sum(l.amount_yen) filter (where l.side = 'B'), 0)::bigint "purchasesYen",
          coalesce(sum(e.yen) filter (where l.side = 'S'), 0)::bigint "acceptedSalesYen", coalesce(sum(e.yen) filter (where l.side = 'B'), 0)::bigint "acceptedPurchasesYen"
        from own join app.trade_line_face l on l.company_id = $1 and (l.trade_id, l.line_number, l.side) = (own.trade_id, own.line_number, own.side) and l.state in ('placed', 'confirmed')
        left join lateral (select sum(case v.kind when 'returned' then -v.amount_yen else v.amount_yen end) yen from app.delivery_event v
          where v.trade_id = l.trade_id and v.trade_line_number = l.line_number and v.kind in ('accepted', 'specially_accepted', 'returned', 'price_settled')) e on true`,
    },
    [tx.companyId, chainId, originTradeId],
  );
  return row!;
}

/** The acting company's own number of its sale among the trades it sees of a chain it does not lead. */
export async function findOwnNumber(tx: Tx, tradeIds: readonly string[]): Promise<string> {
  const [row] = await query<{ number: string }>(
    tx,
    {
      name: "chain.ownNumber",
      text: "select own_number number from app.trade_face where company_id = $1 and trade_id = any($2::uuid[]) and side = 'S' order by own_number limit 1",
    },
    [tx.companyId, tradeIds],
  );
  return row?.number ?? "";
}

export interface ChainStepRow {
  readonly chainLineNumber: number;
  readonly stepNumber: number;
  readonly part: number;
  readonly feedsStepNumber: number | null;
  readonly processName: string;
  readonly code: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly quantity: Decimal;
  readonly yield: Decimal;
  readonly quantityPer: Decimal;
  readonly unitDecimals: number;
  readonly leadTimeDays: number;
  readonly wantedOn: PlainDate;
  readonly tradeId: string | null;
  readonly tradeLineNumber: number | null;
  readonly shipped: Decimal;
  readonly state: string;
}

/** The steps as the window planned them, with what has been shipped of each; locked against two changes at once. */
export async function loadChainSteps(tx: Tx, chainId: string): Promise<ChainStepRow[]> {
  return query<ChainStepRow>(
    tx,
    {
      name: "chain.steps",
      text: `select s.chain_line_number "chainLineNumber", s.step_number "stepNumber", s.part, s.feeds_step_number "feedsStepNumber", s.process_name "processName", s.code, s.seller_id "sellerId", s.buyer_id "buyerId", s.quantity, s.yield, s.quantity_per "quantityPer",
          s.unit_decimals "unitDecimals", s.lead_time_days "leadTimeDays", s.wanted_on "wantedOn", s.trade_id "tradeId", s.trade_line_number "tradeLineNumber", coalesce(x.shipped, 0) shipped, coalesce(x.state, 'planned') state
        from app.chain_step s left join guard.chain_view($2) x on (x.chain_line_number, x.step_number, x.part) = (s.chain_line_number, s.step_number, s.part)
        where s.company_id = $1 and s.chain_id = $2 order by s.chain_line_number, s.step_number, s.part`,
    },
    [tx.companyId, chainId],
  );
}
