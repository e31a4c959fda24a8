import type { TargetFigure, Targets } from "../../domain/companies/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

/** What the acting company wants its figures to reach; null where it set none. */
export async function loadTargets(tx: Tx): Promise<Targets> {
  const rows = await query<{ figure: TargetFigure; value: Decimal }>(
    tx,
    "select figure, value from app.target where company_id = $1",
    [tx.companyId],
  );
  const of = (figure: TargetFigure) => rows.find((row) => row.figure === figure)?.value.toFixed() ?? null;
  return {
    onTimePercent: of("onTimePercent"),
    monthlySalesYen: of("monthlySalesYen"),
    stockDays: of("stockDays"),
    scrapPercent: of("scrapPercent"),
  };
}

export async function saveTargets(tx: Tx, targets: Targets): Promise<void> {
  await execute(tx, "delete from app.target where company_id = $1", [tx.companyId]);
  await insertAll(
    tx,
    "target",
    Object.entries(targets).flatMap(([figure, value]) =>
      value === null ? [] : [{ company_id: tx.companyId, figure, value }],
    ),
  );
}
