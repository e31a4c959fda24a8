import type { Outcome, PlainDate } from "../../domain/shared/index.ts";
import { execute, query } from "../platform/db/index.ts";
import { listPage, type Page, type Tx } from "../platform/index.ts";
import { nameOf } from "./chain.store.ts";

/** Confirms what waited for this trade's answer, through the guard: a member has no door to the window's order. */
export async function followChain(tx: Tx, tradeId: string, holidays: readonly string[]): Promise<number> {
  const [row] = await query<{ confirmed: number }>(
    tx,
    { name: "chain.follow", text: "select guard.follow_chain($1, $2::date[]) confirmed" },
    [tradeId, holidays],
  );
  return row!.confirmed;
}

export interface StuckStep {
  readonly chainId: string;
  readonly chainNumber: string;
  readonly tradeId: string;
  readonly makerName: string;
  readonly chainLineNumber: number;
  readonly stepNumber: number;
  readonly part: number;
  readonly processName: string;
  readonly memberId: string;
  readonly memberName: string;
  readonly buyerName: string;
  readonly code: string;
  readonly state: "declined" | "countered" | "cancelled" | "expired" | "withdrawn" | "late";
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate | null;
  /** What the maker wants and was promised, and when the chain can be ready as it stands. */
  readonly makerWantedOn: PlainDate;
  readonly makerPromisedOn: PlainDate | null;
  readonly readyOn: PlainDate | null;
}

/** Steps of the window's chains that nobody does, or that are too late for the date the maker was promised; the most urgent first. */
export async function listStuckSteps(
  tx: Tx,
  holidays: readonly string[],
  asked: {
    readonly search?: string | undefined;
    readonly sort?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<Outcome<Page<StuckStep>>> {
  const place = "s.chain_id::text || '/' || s.chain_line_number || '/' || s.step_number || '/' || s.part";
  return listPage<StuckStep, "wantedOn" | "chainNumber">(
    tx,
    {
      select: `s.chain_id "chainId", v.number "chainNumber", v.origin_trade_id "tradeId", coalesce(a.name, '') "makerName", s.chain_line_number "chainLineNumber", s.step_number "stepNumber", s.part, s.process_name "processName",
          s.seller_id "memberId", coalesce(${nameOf("s.seller_id")}, '') "memberName", coalesce(${nameOf("s.buyer_id")}, '') "buyerName", s.code, x.state, s.wanted_on "wantedOn", x.promised_on "promisedOn", o.wanted_on "makerWantedOn", o.promised_on "makerPromisedOn", x.ready_on "readyOn"`,
      from: `guard.stuck_steps($2::date[]) x join app.chain_step s on s.company_id = $1 and (s.chain_id, s.chain_line_number, s.step_number, s.part) = (x.chain_id, x.chain_line_number, x.step_number, x.part)
        join app.value_chain v on v.company_id = $1 and v.id = s.chain_id join app.trade_line_face o on o.company_id = $1 and o.trade_id = v.origin_trade_id and o.line_number = s.chain_line_number
        left join app.partner a on a.company_id = $1 and a.id = o.partner_id`,
      // Some dozens at most: what was searched for may stand anywhere.
      where: [
        `($3::text is null or position(lower($3) in lower(v.number || ' ' || s.process_name || ' ' || s.code || ' ' || coalesce(a.name, '') || ' ' || coalesce(${nameOf("s.seller_id")}, ''))) > 0)`,
      ],
      values: [tx.companyId, holidays, asked.search?.trim() || null],
      sorts: {
        wantedOn: { sql: "s.wanted_on", kind: "date", of: (row) => row.wantedOn },
        chainNumber: { sql: "v.number", kind: "text", of: (row) => row.chainNumber },
      },
      sortedBy: "wantedOn",
      id: {
        sql: place,
        kind: "text",
        of: (row) => `${row.chainId}/${row.chainLineNumber}/${row.stepNumber}/${row.part}`,
      },
    },
    asked,
  );
}

/** What a step's earlier trade was worth, where its agreement shares the origin price by weight; else its agreement has the price. */
export async function findWeightAmount(tx: Tx, tradeId: string, lineNumber: number): Promise<bigint | null> {
  const [row] = await query<{ yen: bigint | null }>(
    tx,
    { name: "chain.weightAmount", text: "select guard.weight_amount($1, $2) yen" },
    [tradeId, lineNumber],
  );
  return row?.yen ?? null;
}

/** The step is done by somebody else now, or asked again: its earlier trade stays as it ended. */
export async function replaceStep(
  tx: Tx,
  step: {
    readonly chainId: string;
    readonly chainLineNumber: number;
    readonly stepNumber: number;
    readonly part: number;
    readonly sellerId: string;
    readonly wantedOn: PlainDate;
    readonly tradeId: string;
    readonly code: string;
  },
): Promise<void> {
  await execute(
    tx,
    {
      name: "chain.replaceStep",
      text: `update app.chain_step set seller_id = $6, wanted_on = $7, trade_id = $8, trade_line_number = 1 where company_id = $1 and chain_id = $2 and chain_line_number = $3 and step_number = $4 and part = $5`,
    },
    [
      tx.companyId,
      step.chainId,
      step.chainLineNumber,
      step.stepNumber,
      step.part,
      step.sellerId,
      step.wantedOn,
      step.tradeId,
    ],
  );
}
