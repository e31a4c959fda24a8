import type { HeldCost } from "../../domain/production/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

export type CostKind = "material" | "labor" | "machine" | "outside" | "output" | "scrap_value" | "loss";
export interface NewOrderCost {
  readonly companyId?: string;
  readonly workOrderId: string;
  readonly kind: CostKind;
  readonly portion: "material" | "conversion";
  /** Into the order plus, out of it minus. */
  readonly amountYen: bigint;
  readonly sourceId: string | null;
  readonly happenedOn: PlainDate;
  readonly note?: string;
}

/**
 * Writes what went into orders and out of them. The sum over an order is its work in process, and over a company the balance of
 * that account: every row here has its event told to accounting in the same transaction.
 */
export async function bookOrderCosts(tx: Tx, costs: readonly NewOrderCost[]): Promise<void> {
  await insertAll(
    tx,
    "work_order_cost",
    costs
      .filter((cost) => cost.amountYen !== 0n)
      .map((cost) => ({
        company_id: cost.companyId ?? tx.companyId,
        id: newId(),
        work_order_id: cost.workOrderId,
        kind: cost.kind,
        portion: cost.portion,
        amount_yen: cost.amountYen,
        source_id: cost.sourceId,
        happened_on: cost.happenedOn,
        note: cost.note ?? "",
      })),
  );
}

/** What an order holds. */
export async function loadHeldCost(tx: Tx, workOrderId: string): Promise<HeldCost> {
  const [row] = await query<{ material: bigint; conversion: bigint }>(
    tx,
    {
      name: "wo.held",
      text: `select coalesce(sum(amount_yen) filter (where portion = 'material'), 0)::bigint material, coalesce(sum(amount_yen) filter (where portion = 'conversion'), 0)::bigint conversion
        from app.work_order_cost where company_id = $1 and work_order_id = $2`,
    },
    [tx.companyId, workOrderId],
  );
  return { materialYen: row!.material, conversionYen: row!.conversion };
}
