import type { ChainPromiseStep, LinePlan, PlannedStep } from "../../domain/network/index.ts";
import type { Decimal, Outcome, PlainDate } from "../../domain/shared/index.ts";
import { camel, insertAll, listPage, type Page, query, searchFilter } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** A step as it was answered when it was held, and the promise that holds it. */
export interface HeldStep extends ChainPromiseStep {
  readonly buyerId: string;
  readonly promiseId: string | null;
}
/** Who does which step, as the dispatch takes it. */
export interface ChosenMembers {
  readonly stepNumber: number;
  readonly members: readonly { readonly memberId: string; readonly sharePercent: string }[];
}

export interface ChainPromiseRow {
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
  readonly quantity: string;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate;
  readonly state: "held" | "confirmed" | "released" | "expired";
  readonly expiresAt: string;
  readonly createdAt: string;
  readonly heldCount: number;
  readonly stepCount: number;
  readonly tradeId: string | null;
  readonly tradeNumber: string | null;
  readonly chainId: string | null;
  readonly version: number;
}
export interface ChainPromise extends ChainPromiseRow {
  readonly ruleId: string;
  readonly members: readonly ChosenMembers[];
  readonly steps: readonly HeldStep[];
}

/** A promise whose time ran out is over, also before anybody wrote it. */
const STATE = "case when c.state = 'held' and c.expires_at <= clock_timestamp() then 'expired' else c.state end";
const SELECT = `c.id, c.number, c.item_id, i.code item_code, i.name item_name, i.unit, trim_scale(c.quantity)::text quantity, c.wanted_on, c.promised_on, ${STATE} state, c.expires_at, c.created_at,
  (select count(*)::int from jsonb_array_elements(c.steps) s where s ->> 'promiseId' is not null) held_count, jsonb_array_length(c.steps) step_count, c.trade_id, f.number trade_number, c.chain_id, c.version`;
const FROM = `app.chain_promise c join app.item i on i.company_id = c.company_id and i.id = c.item_id left join app.trade_face f on f.company_id = c.company_id and f.trade_id = c.trade_id`;

export function listChainPromises(
  tx: Tx,
  asked: {
    readonly cursor?: string | undefined;
    readonly limit: number;
    readonly sort?: string | undefined;
    readonly search?: string | undefined;
    readonly state?: ChainPromiseRow["state"] | "all" | undefined;
  },
): Promise<Outcome<Page<ChainPromiseRow>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  const { state = "all" } = asked;
  return listPage<ChainPromiseRow>(
    tx,
    {
      select: SELECT,
      from: FROM,
      where: "c.company_id = $1",
      sorts: {
        createdAt: { sql: "c.created_at", kind: "instant" },
        promisedOn: { sql: "c.promised_on", kind: "date" },
        expiresAt: { sql: "c.expires_at", kind: "instant" },
        number: { sql: 'c.number collate "C"', kind: "text" },
      },
      otherwise: "-createdAt",
      tie: [{ sql: "c.id", kind: "uuid" }],
    },
    asked,
    [
      ...(state === "all" ? [] : [{ sql: `${STATE} = ?`, values: [state] }]),
      ...searchFilter(asked.search, "item", "c.item_id"),
    ],
  );
}

/** @param lock so that of two who end it one wins */
export async function findChainPromise(tx: Tx, id: string, lock = false): Promise<ChainPromise | undefined> {
  if (lock)
    await query(tx, "select from app.chain_promise where company_id = $1 and id = $2 for update", [tx.companyId, id]);
  const rows = await query<Record<string, unknown>>(
    tx,
    `select ${SELECT}, c.rule_id, c.members, c.steps from ${FROM} where c.company_id = $1 and c.id = $2`,
    [tx.companyId, id],
  );
  return rows[0] && camel<ChainPromise>(rows[0]);
}

export interface NewChainPromise {
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly quantity: string;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate;
  readonly expiresAt: string;
  readonly ruleId: string;
  readonly members: readonly ChosenMembers[];
  readonly steps: readonly HeldStep[];
}

export async function insertChainPromise(tx: Tx, one: NewChainPromise): Promise<void> {
  await insertAll(tx, "chain_promise", [
    {
      company_id: tx.companyId,
      id: one.id,
      number: one.number,
      item_id: one.itemId,
      quantity: one.quantity,
      wanted_on: one.wantedOn,
      promised_on: one.promisedOn,
      expires_at: one.expiresAt,
      rule_id: one.ruleId,
      members: one.members,
      steps: one.steps,
    },
  ]);
}

/** Ends a held one: confirmed as an order, or given back. */
export async function endChainPromise(
  tx: Tx,
  id: string,
  end:
    | { readonly state: "released" }
    | { readonly state: "confirmed"; readonly tradeId: string; readonly chainId: string },
): Promise<void> {
  const { tradeId, chainId } = end.state === "confirmed" ? end : { tradeId: null, chainId: null };
  await query(
    tx,
    "update app.chain_promise set state = $3, trade_id = $4, chain_id = $5, ended_at = clock_timestamp(), version = version + 1 where company_id = $1 and id = $2 and state = 'held'",
    [tx.companyId, id, end.state, tradeId, chainId],
  );
}

export interface PlacedChainStep {
  readonly stepNumber: number;
  readonly part: number;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly quantity: Decimal;
  readonly tradeId: string | null;
  readonly lineNumber: number | null;
}

/** The steps of a chain just dispatched. */
export function loadPlacedSteps(tx: Tx, chainId: string): Promise<PlacedChainStep[]> {
  return query(
    tx,
    'select step_number "stepNumber", part, seller_id "sellerId", buyer_id "buyerId", quantity, trade_id "tradeId", trade_line_number "lineNumber" from app.chain_step where company_id = $1 and chain_id = $2',
    [tx.companyId, chainId],
  );
}

export async function findItemWords(
  tx: Tx,
  itemId: string,
): Promise<{ code: string; name: string; unit: string; decimals: number } | undefined> {
  const [row] = await query<{ code: string; name: string; unit: string; decimals: number }>(
    tx,
    {
      name: "network.itemWords",
      text: "select i.code, i.name, i.unit, u.decimals from app.item i join app.unit u on u.company_id = i.company_id and u.code = i.unit where i.company_id = $1 and i.id = $2",
    },
    [tx.companyId, itemId],
  );
  return row;
}

/** The window's own item of a step it does itself: by the step's code, else the ordered item where it is the last. */
export async function findOwnItem(
  tx: Tx,
  step: Pick<PlannedStep, "code" | "feedsStepNumber">,
  line: Pick<LinePlan, "form"> & { readonly itemId: string },
): Promise<string | undefined> {
  if (step.feedsStepNumber === null && line.form === "relay") return line.itemId;
  const [row] = await query<{ id: string }>(
    tx,
    "select id from app.item where company_id = $1 and code = $2 and is_active",
    [tx.companyId, step.code],
  );
  return row?.id;
}
