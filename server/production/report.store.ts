import type { LastReport, ReportKind } from "../../domain/production/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { newId, nextNumber, type Tx } from "../platform/index.ts";

/** When a person last said something at an operation, and whether it was at work since; the database's clock measures how long ago. */
export async function findLastReport(
  tx: Tx,
  workOrderId: string,
  operationNumber: number,
  personId: string | null,
): Promise<LastReport | null> {
  const [row] = await query<{ is_at_work: boolean | null; minutes_ago: Decimal }>(
    tx,
    {
      name: "wo.report.last",
      text: `select (extract(epoch from statement_timestamp() - r.reported_at) / 60)::numeric(12, 3) minutes_ago,
          (select x.kind in ('start', 'resume') from app.work_report x where x.company_id = $1 and x.work_order_id = $2 and x.operation_number = $3 and x.person_id is not distinct from $4 and x.kind in ('start', 'resume', 'pause', 'done') order by x.reported_at desc, x.id desc limit 1) is_at_work
        from app.work_report r where r.company_id = $1 and r.work_order_id = $2 and r.operation_number = $3 and r.person_id is not distinct from $4 order by r.reported_at desc, r.id desc limit 1`,
    },
    [tx.companyId, workOrderId, operationNumber, personId],
  );
  return row ? { isAtWork: row.is_at_work ?? false, minutesAgo: row.minutes_ago } : null;
}

export async function insertReport(
  tx: Tx,
  report: {
    readonly id: string;
    readonly workOrderId: string;
    readonly operationNumber: number;
    readonly personId: string | null;
    readonly kind: ReportKind;
    readonly quantity: Decimal | null;
    readonly reason: string;
    readonly minutes: Decimal;
  },
): Promise<void> {
  await insertAll(tx, "work_report", [
    {
      company_id: tx.companyId,
      id: report.id,
      work_order_id: report.workOrderId,
      operation_number: report.operationNumber,
      person_id: report.personId,
      kind: report.kind,
      quantity: report.quantity,
      reason: report.reason,
      minutes: report.minutes,
    },
  ]);
}

export async function findPerson(tx: Tx, personId: string): Promise<{ id: string; name: string } | undefined> {
  const [row] = await query<{ id: string; name: string }>(
    tx,
    {
      name: "wo.person",
      text: "select id, name from app.floor_person where company_id = $1 and id = $2 and is_active",
    },
    [tx.companyId, personId],
  );
  return row;
}

/** Finished pieces wait for their final inspection. */
export async function openFinalInspection(
  tx: Tx,
  order: { readonly id: string; readonly itemId: string },
  operationNumber: number,
  quantity: Decimal,
): Promise<void> {
  await insertAll(tx, "inspection", [
    {
      company_id: tx.companyId,
      id: newId(),
      number: await nextNumber(tx, "qi"),
      kind: "final",
      item_id: order.itemId,
      work_order_id: order.id,
      operation_number: operationNumber,
      quantity,
    },
  ]);
}

/** Pieces of an order its final inspections let pass, and those they spoiled. */
export async function loadInspected(tx: Tx, workOrderId: string): Promise<{ accepted: Decimal; rejected: Decimal }> {
  const [row] = await query<{ accepted: Decimal; rejected: Decimal }>(
    tx,
    {
      name: "wo.inspected",
      text: "select coalesce(sum(accepted), 0) accepted, coalesce(sum(rejected), 0) rejected from app.inspection where company_id = $1 and work_order_id = $2 and kind = 'final'",
    },
    [tx.companyId, workOrderId],
  );
  return row!;
}
