import type { DispatchRule, GroupProcess } from "../../domain/network/index.ts";
import { type CalendarDay, USUAL_WEEK, type WorkingCalendar } from "../../domain/resources/index.ts";
import { type Decimal, decimal, type PlainDate } from "../../domain/shared/index.ts";
import { insertAll, query, sendKept, toJson } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";
import { RULE_JSON, type RuleJson, toRule } from "./rule.store.ts";

export interface DispatchFacts {
  readonly rules: readonly DispatchRule[];
  readonly members: readonly (GroupProcess & { readonly name: string })[];
  readonly calendar: WorkingCalendar;
  readonly itemGroups: ReadonlyMap<string, { readonly code: string; readonly groupCode: string }>;
}

/** Everything the window's dispatch of these own items (ids or codes) asks for, in one statement: active rules, members, calendar. */
export async function loadDispatchFacts(
  tx: Tx,
  itemIds: readonly string[],
  itemCodes: readonly string[],
  today: PlainDate,
): Promise<DispatchFacts> {
  const [row] = await query<{
    items: { id: string; code: string; g: string }[] | null;
    rules: RuleJson[] | null;
    members: { g: string; c: string; n: string; p: string[] }[] | null;
    calendar: { works: number[]; holidays: boolean; days: CalendarDay[] | null } | null;
  }>(
    tx,
    {
      name: "network.facts",
      text: `with i as materialized (select i.id, i.code, i.group_code from app.item i where i.company_id = $1 and (i.id = any($2::uuid[]) or i.code = any($3)))
        select (select jsonb_agg(jsonb_build_object('id', i.id, 'code', i.code, 'g', i.group_code)) from i) items,
          (select jsonb_agg(${RULE_JSON}) from app.dispatch_rule r where r.company_id = $1 and r.is_active and (r.item_id is null or r.item_id in (select i.id from i))) rules,
          (select jsonb_agg(jsonb_build_object('g', m.group_id, 'c', m.company_id, 'n', m.name, 'p', m.process_codes)) from app.group_member m join app.company_group g on g.id = m.group_id
            where g.window_company_id = $1 and (m.left_on is null or m.left_on > $4::date)) members,
          (select jsonb_build_object('works', c.works_on, 'holidays', c.keeps_public_holidays, 'days', (select jsonb_agg(jsonb_build_object('onDate', d.on_date, 'isWorking', d.is_working, 'reason', d.reason)) from app.calendar_day d
              where d.company_id = c.company_id and d.calendar_id = c.id and d.on_date > $4::date - 31)) from app.calendar c where c.company_id = $1 order by c.code limit 1) calendar`,
    },
    [tx.companyId, itemIds, itemCodes, today],
  );
  const { items, rules, members, calendar } = row!;
  return {
    rules: (rules ?? []).map(toRule),
    members: (members ?? []).map((one) => ({ groupId: one.g, companyId: one.c, name: one.n, processCodes: one.p })),
    calendar: calendar
      ? { worksOn: calendar.works, keepsPublicHolidays: calendar.holidays, days: calendar.days ?? [] }
      : USUAL_WEEK,
    itemGroups: new Map((items ?? []).map((item) => [item.id, { code: item.code, groupCode: item.g }])),
  };
}

/** A step as the guard is asked about it. */
export interface AskedStep {
  readonly ref: number;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly code: string;
  readonly form: "goods" | "processing";
  readonly quantity: Decimal;
  readonly wantedOn: PlainDate;
  readonly orderedOn: PlainDate;
  readonly amountYen: bigint | null;
}
export interface StepTerms {
  readonly ref: number;
  readonly answer: "ready" | "person" | "impossible";
  readonly reason: string;
  readonly agreementId: string | null;
  readonly agreementLine: number | null;
  readonly minimumQuantity: Decimal | null;
  readonly leadTimeDays: number | null;
}

/** Asks what each step's agreement says. A preview is an enquiry on record, counted and limited; placing asks without one, since it leaves its own record. */
export async function askSteps(tx: Tx, steps: readonly AskedStep[], onRecord: boolean): Promise<StepTerms[]> {
  if (steps.length === 0) return [];
  return query<StepTerms>(
    tx,
    {
      name: onRecord ? "network.precheck" : "network.terms",
      text: `select ref, answer, reason, agreement_id "agreementId", agreement_line "agreementLine", minimum_quantity "minimumQuantity", lead_time_days "leadTimeDays" from guard.${onRecord ? "precheck_steps" : "find_step_terms"}($1::jsonb)`,
    },
    [toJson(steps.map(stepJson))],
  );
}

const stepJson = (step: AskedStep) => ({
  ref: step.ref,
  seller_id: step.sellerId,
  buyer_id: step.buyerId,
  code: step.code,
  form: step.form,
  quantity: step.quantity,
  wanted_on: step.wantedOn,
  ordered_on: step.orderedOn,
  amount_yen: step.amountYen,
});

/** A step to be placed; its trade takes the id of the first step it holds. */
export interface StepToPlace extends AskedStep {
  readonly id: string;
  readonly chainLineNumber: number;
  readonly chainStepNumber: number;
}
export interface PlacedStepLine {
  readonly tradeId: string;
  readonly lineNumber: number;
  readonly state: "placed" | "confirmed";
  readonly sellerId: string;
  readonly sellerItemId: string;
  readonly stockQuantity: Decimal;
  readonly promisedOn: PlainDate | null;
}
export type PlacedStep = Pick<StepTerms, "ref" | "answer" | "reason" | "minimumQuantity" | "leadTimeDays"> &
  PlacedStepLine;

/**
 * Places all step trades at once, within what the members signed, and opens the members' doors for what follows in this transaction.
 * The prices between two others come from their agreements and are not given back. When one step is impossible nothing is placed, and
 * the answers say why.
 *
 * @throws 42501 when no company is entered
 */
export async function placeSteps(tx: Tx, chainId: string, steps: readonly StepToPlace[]): Promise<PlacedStep[]> {
  if (steps.length === 0) return [];
  return query<PlacedStep>(
    tx,
    {
      name: "network.place",
      text: `select ref, answer, reason, minimum_quantity "minimumQuantity", lead_time_days "leadTimeDays", trade_id "tradeId", line_number "lineNumber", state, seller_id "sellerId", seller_item_id "sellerItemId", stock_quantity "stockQuantity", promised_on "promisedOn"
        from guard.place_steps($1, $2::jsonb)`,
    },
    [
      chainId,
      toJson(
        steps.map((step) => ({
          ...stepJson(step),
          id: step.id,
          chain_line_number: step.chainLineNumber,
          chain_step_number: step.chainStepNumber,
        })),
      ),
    ],
  );
}

/** Confirmed lines are owed: one reservation each, at whichever company sells it. Through the door for members. */
export async function reservePlaced(tx: Tx, lines: readonly PlacedStepLine[]): Promise<void> {
  await insertAll(
    tx,
    "reservation",
    lines
      .filter((line) => line.state === "confirmed")
      .map((line) => ({
        company_id: line.sellerId,
        id: newId(),
        item_id: line.sellerItemId,
        trade_id: line.tradeId,
        trade_line_number: line.lineNumber,
        quantity: line.stockQuantity,
        needed_on: line.promisedOn,
      })),
  );
}

export interface NewChainStep {
  readonly chainLineNumber: number;
  readonly stepNumber: number;
  readonly part: number;
  readonly feedsStepNumber: number | null;
  readonly processCode: string;
  readonly processName: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly code: string;
  readonly quantity: Decimal;
  readonly yield: Decimal;
  readonly quantityPer: Decimal;
  readonly unitDecimals: number;
  readonly leadTimeDays: number;
  readonly wantedOn: PlainDate;
  readonly ruleId: string | null;
  readonly tradeId: string | null;
  readonly tradeLineNumber: number | null;
}

export async function insertChain(
  tx: Tx,
  chain: { id: string; number: string; groupId: string; originTradeId: string; form: string },
): Promise<void> {
  await insertAll(tx, "value_chain", [
    {
      company_id: tx.companyId,
      id: chain.id,
      number: chain.number,
      group_id: chain.groupId,
      origin_trade_id: chain.originTradeId,
      form: chain.form,
    },
  ]);
}

export async function insertChainSteps(tx: Tx, chainId: string, steps: readonly NewChainStep[]): Promise<void> {
  await insertAll(
    tx,
    "chain_step",
    steps.map((step) => ({
      company_id: tx.companyId,
      chain_id: chainId,
      chain_line_number: step.chainLineNumber,
      step_number: step.stepNumber,
      part: step.part,
      feeds_step_number: step.feedsStepNumber,
      process_code: step.processCode,
      process_name: step.processName,
      seller_id: step.sellerId,
      buyer_id: step.buyerId,
      code: step.code,
      quantity: step.quantity,
      yield: step.yield,
      quantity_per: step.quantityPer,
      unit_decimals: step.unitDecimals,
      lead_time_days: step.leadTimeDays,
      wanted_on: step.wantedOn,
      rule_id: step.ruleId,
      trade_id: step.tradeId,
      trade_line_number: step.tradeLineNumber,
    })),
  );
}

export interface OriginLine {
  readonly lineNumber: number;
  readonly itemId: string | null;
  readonly code: string;
  readonly description: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly factor: Decimal;
  readonly amountYen: bigint;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate | null;
  readonly state: string;
  readonly isDispatched: boolean;
}
export interface Origin {
  readonly tradeId: string;
  readonly number: string;
  readonly partnerName: string;
  readonly orderedOn: PlainDate;
  readonly chainId: string | null;
  readonly chainNumber: string | null;
  readonly lines: readonly OriginLine[];
}

/** A sales order of the acting company with what has been dispatched of it; locked when it is about to be. */
export async function loadOrigin(tx: Tx, tradeId: string, lock: boolean): Promise<Origin | undefined> {
  // An order entered in this very transaction may still be kept for its commit.
  await sendKept(tx);
  const [head] = await query<Omit<Origin, "lines">>(
    tx,
    {
      name: lock ? "network.origin.lock" : "network.origin",
      // the lines are what two dispatches at once would both take: lock them before looking at what is dispatched
      text: `${lock ? "with l as materialized (select 1 from app.trade_line where trade_id = $2 and seller_id = $1 for update), n as (select count(*) from l)" : ""}
        select f.trade_id "tradeId", f.number, coalesce(p.name, '') "partnerName", f.ordered_on "orderedOn", v.id "chainId", v.number "chainNumber" from ${lock ? "n cross join " : ""}app.trade_face f
        left join app.partner p on p.company_id = f.company_id and p.id = f.partner_id left join app.value_chain v on v.company_id = f.company_id and v.origin_trade_id = f.trade_id
        where f.company_id = $1 and f.trade_id = $2 and f.side = 'S'`,
    },
    [tx.companyId, tradeId],
  );
  if (!head) return undefined;
  const lines = await query<OriginLine>(
    tx,
    {
      name: "network.originLines",
      text: `select f.line_number "lineNumber", f.item_id "itemId", f.code, f.description, f.quantity, f.unit, f.factor, f.amount_yen "amountYen", f.wanted_on "wantedOn", f.promised_on "promisedOn", f.state,
          exists (select from app.value_chain v where v.company_id = $1 and v.origin_trade_id = f.trade_id and (exists (select from app.chain_step s where s.company_id = v.company_id and s.chain_id = v.id and s.chain_line_number = f.line_number)
            or exists (select from app.chain_stock s where s.company_id = v.company_id and s.chain_id = v.id and s.chain_line_number = f.line_number))) "isDispatched"
        from app.trade_line_face f where f.company_id = $1 and f.trade_id = $2 order by f.line_number`,
    },
    [tx.companyId, tradeId],
  );
  return { ...head, lines };
}

/** Confirms lines of an order a customer outside the platform gave, with the dates the chain can keep, and reserves them. */
export async function confirmOrigin(
  tx: Tx,
  tradeId: string,
  lines: readonly (OriginLine & { readonly promise: PlainDate })[],
): Promise<void> {
  if (lines.length === 0) return;
  await query(
    tx,
    {
      name: "network.confirmOrigin",
      text: "update app.trade_line l set state = 'confirmed', promised_on = x.d from jsonb_to_recordset($2::jsonb) x(n int, d date) where l.trade_id = $1 and l.line_number = x.n and l.state = 'placed'",
    },
    [tradeId, toJson(lines.map((line) => ({ n: line.lineNumber, d: line.promise })))],
  );
  await reservePlaced(
    tx,
    lines.flatMap((line) =>
      line.itemId
        ? [
            {
              tradeId,
              lineNumber: line.lineNumber,
              state: "confirmed" as const,
              sellerId: tx.companyId,
              sellerItemId: line.itemId,
              stockQuantity: decimal(line.quantity).times(line.factor),
              promisedOn: line.promise,
            },
          ]
        : [],
    ),
  );
}
