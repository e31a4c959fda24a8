import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** Ids of the company's partner cards by code. */
export async function partnerIdsByCode(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await query<{ code: string; id: string }>(
    tx,
    "select code, id from app.partner where company_id = $1 and code = any($2)",
    [tx.companyId, [...new Set(codes)]],
  );
  return new Map(rows.map((row) => [row.code, row.id]));
}

export interface PartnerCard {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly linkedCompanyId: string | null;
  readonly closingDay: number;
  readonly paymentMonthOffset: number;
  readonly paymentDay: number;
  readonly holidayShift: "previous" | "next";
}

/** Cards by id: names, and the terms that say when money falls due. */
export async function loadPartnerCards(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PartnerCard>> {
  const rows = await query<Record<string, never>>(
    tx,
    {
      name: "accounting.partners",
      text: `select id, code, name, kana, linked_company_id "linkedCompanyId", closing_day "closingDay", payment_month_offset "paymentMonthOffset", payment_day "paymentDay", holiday_shift "holidayShift"
        from app.partner where company_id = $1 and id = any($2::uuid[])`,
    },
    [tx.companyId, [...new Set(ids)]],
  );
  return new Map((rows as unknown as PartnerCard[]).map((card) => [card.id, card]));
}
