import { decimal, type Outcome } from "../../domain/shared/index.ts";
import { openBooks } from "../../server/accounting/index.ts";
import { wireReactions } from "../../server/app.ts";
import { openStock } from "../../server/inventory/own-stock.service.ts";
import { insertAll } from "../../server/platform/db/index.ts";
import { inTransaction, newId, openDatabases, type Tx } from "../../server/platform/index.ts";
import { createWorkOrders, releaseWorkOrder, reportThrough } from "../../server/production/index.ts";
import type { BenchDatabase } from "./bench-database.ts";
import { connect } from "./live-database.ts";
import type { BenchCompany } from "./region.ts";

const OPENING_QUANTITY = 5_000_000;
const OPENING_YEN_PER_PIECE = 200;

/**
 * Gives companies of a planted window what trading needs: a chart of accounts with open months, and stock of every stage item they
 * sell, opened through the product's own service so that ledgers and books agree. One company also makes goods by a work order, so
 * that work in process stands in the books too.
 */
export async function plantBooks(
  database: BenchDatabase,
  companies: readonly BenchCompany[],
  today: string,
): Promise<void> {
  wireReactions();
  const databases = openDatabases(database);
  const admin = await connect(database);
  try {
    for (const company of companies) {
      const { rows } = await admin.query<{ id: string; code: string }>(
        "select distinct seller_item_id id, seller_item_code code from app.agreement_item where seller_id = $1 order by 2",
        [company.id],
      );
      const place = await admin.query<{ id: string }>(
        "select id from app.place where company_id = $1 and kind = 'storage'",
        [company.id],
      );
      await inTransaction(databases, { token: company.token, companyId: company.id }, async (tx) => {
        await openBooks(tx, `${today.slice(0, 7)}-01`, 2);
        if (rows.length === 0) return;
        must(
          await openStock(
            tx,
            today,
            rows.map(({ code }) => ({
              item: code,
              placeId: place.rows[0]!.id,
              quantity: String(OPENING_QUANTITY),
              valueYen: BigInt(OPENING_QUANTITY * OPENING_YEN_PER_PIECE),
            })),
          ),
        );
        if (company.number === 1) await makeSome(tx, rows[0]!.id, rows[1]!.id, today);
      });
    }
    await admin.query("analyze");
  } finally {
    await admin.end();
    await databases.close();
  }
}

/** Ten pieces of an item are begun from another one, and five of them made and put into stock. */
async function makeSome(tx: Tx, itemId: string, componentId: string, today: string): Promise<void> {
  const workCenterId = newId();
  await insertAll(tx, "work_center", [
    { company_id: tx.companyId, id: workCenterId, code: "W1", name: "加工", labor_yen_per_hour: "3000" },
  ]);
  await insertAll(tx, "routing_operation", [
    {
      company_id: tx.companyId,
      id: newId(),
      item_id: itemId,
      operation_number: 10,
      name: "加工",
      work_center_id: workCenterId,
      run_minutes_per_unit: "6",
    },
  ]);
  await insertAll(tx, "bill_of_material_line", [
    {
      company_id: tx.companyId,
      id: newId(),
      parent_item_id: itemId,
      component_item_id: componentId,
      quantity: "1",
      operation_number: 10,
    },
  ]);
  const [order] = must(await createWorkOrders(tx, [{ itemId, quantity: decimal(10), dueOn: today }], today));
  must(await releaseWorkOrder(tx, order!.id, 1, today));
  must(await reportThrough(tx, { workOrderId: order!.id, reportedOn: today, quantity: decimal(5) }));
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`the bench could not plant its books: ${JSON.stringify(outcome.refusals)}`);
  return outcome.value;
}
