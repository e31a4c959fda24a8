import type { BillLine, BillOfMaterialLineInput, BillOfMaterialTableRow } from "../../domain/items/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { newId, type Tx } from "../platform/index.ts";

/** A line with what screens show of its component. */
export interface ShownLine extends BillLine {
  readonly id: string;
  readonly parentItemId: string;
  readonly note: string;
  readonly code: string;
  readonly name: string;
  readonly specification: string;
  readonly supply: "make" | "buy" | "subcontract";
  readonly unit: string;
  readonly hasBillOfMaterial: boolean;
}

const LINE = `l.id, l.kind, l.parent_item_id "parentItemId", l.component_item_id "componentItemId", l.operation_number "operationNumber", l.quantity,
  l.scrap_rate "scrapRate", l.valid_from "validFrom", l.valid_to "validTo", l.note`;
const SHOWN = `${LINE}, i.code, i.name, i.specification, i.supply, i.unit,
  exists (select from app.bill_of_material_line b where b.company_id = $1 and b.parent_item_id = i.id) "hasBillOfMaterial"`;
const ORDER = `order by l.parent_item_id, l.operation_number nulls first, i.code, l.valid_from nulls first, l.id`;

/** Lines of one parent. */
export function loadBill(tx: Tx, itemId: string): Promise<ShownLine[]> {
  return query<ShownLine>(
    tx,
    `select ${SHOWN} from app.bill_of_material_line l join app.item i on i.company_id = $1 and i.id = l.component_item_id
      where l.company_id = $1 and l.parent_item_id = $2 ${ORDER}`,
    [tx.companyId, itemId],
  );
}

/** Lines of these items and of everything below them, each once. */
export function loadBillsBelow(tx: Tx, itemIds: readonly string[]): Promise<ShownLine[]> {
  return query<ShownLine>(
    tx,
    `with recursive below (item_id) as (
       select unnest($2::uuid[]) union
       select l.component_item_id from below b join app.bill_of_material_line l on l.company_id = $1 and l.parent_item_id = b.item_id)
     select ${SHOWN} from below join app.bill_of_material_line l on l.company_id = $1 and l.parent_item_id = below.item_id
       join app.item i on i.company_id = $1 and i.id = l.component_item_id ${ORDER}`,
    [tx.companyId, itemIds],
  );
}

export interface UsedLine {
  readonly componentItemId: string;
  readonly parentItemId: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly operationNumber: number | null;
  readonly quantity: Decimal;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Who is below whom: components and by-products below their parents, and successors below what they take the place of. */
export interface Edge {
  readonly above: string;
  readonly below: string;
  readonly belowCode: string;
}

/** All edges of these items and of everything below them, each once. */
export function loadEdgesBelow(tx: Tx, itemIds: readonly string[]): Promise<Edge[]> {
  return query<Edge>(
    tx,
    `with recursive e (above, below) as (
       select parent_item_id, component_item_id from app.bill_of_material_line where company_id = $1
       union select id, successor_item_id from app.item where company_id = $1 and successor_item_id is not null),
     b (id) as (select unnest($2::uuid[]) union select e.below from b join e on e.above = b.id)
     select e.above, e.below, i.code "belowCode" from b join e on e.above = b.id join app.item i on i.company_id = $1 and i.id = e.below order by i.code`,
    [tx.companyId, itemIds],
  );
}

/** Lines in which an item, or anything it goes into, is a component. `code`, `name` and `unit` are the parent's. */
export function loadBillsAbove(tx: Tx, itemId: string): Promise<UsedLine[]> {
  return query<UsedLine>(
    tx,
    `with recursive above (item_id) as (
       select $2::uuid union
       select l.parent_item_id from above a join app.bill_of_material_line l on l.kind = 'component' and l.company_id = $1 and l.component_item_id = a.item_id)
     select l.component_item_id "componentItemId", l.parent_item_id "parentItemId", i.code, i.name, i.unit,
            l.operation_number "operationNumber", l.quantity, l.valid_from "validFrom", l.valid_to "validTo"
       from above join app.bill_of_material_line l on l.kind = 'component' and l.company_id = $1 and l.component_item_id = above.item_id
       join app.item i on i.company_id = $1 and i.id = l.parent_item_id
      order by i.code, l.valid_from nulls first, l.id`,
    [tx.companyId, itemId],
  );
}

/** One at a time changes bills of a company: two changes side by side could close a circle that neither sees. */
export async function lockBills(tx: Tx): Promise<void> {
  await query(tx, "select pg_advisory_xact_lock(hashtextextended('bill of material ' || $1::text, 0))", [tx.companyId]);
}

export async function replaceBill(tx: Tx, itemId: string, lines: readonly BillOfMaterialLineInput[]): Promise<void> {
  await execute(tx, "delete from app.bill_of_material_line where company_id = $1 and parent_item_id = $2", [
    tx.companyId,
    itemId,
  ]);
  await saveBillLines(
    tx,
    lines.map((line) => ({ ...line, id: newId(), parentItemId: itemId })),
  );
}

export type SavedLine = BillOfMaterialLineInput & { readonly id: string; readonly parentItemId: string };

/** Writes many lines at once: new ones, and changed ones by their id. */
export async function saveBillLines(tx: Tx, lines: readonly SavedLine[]): Promise<void> {
  await insertAll(
    tx,
    "bill_of_material_line",
    lines.map((line) => ({
      company_id: tx.companyId,
      id: line.id,
      parent_item_id: line.parentItemId,
      component_item_id: line.componentItemId,
      kind: line.kind,
      operation_number: line.operationNumber,
      quantity: line.quantity,
      scrap_rate: line.scrapRate,
      valid_from: line.validFrom,
      valid_to: line.validTo,
      note: line.note,
    })),
    `on conflict (company_id, id) do update set kind = excluded.kind, quantity = excluded.quantity, scrap_rate = excluded.scrap_rate, valid_to = excluded.valid_to,
      note = excluded.note`,
  );
}

export interface StoredBillRow {
  readonly id: string;
  readonly parentItemId: string;
  readonly componentItemId: string;
  readonly row: BillOfMaterialTableRow;
}

/** All lines of the company in the form of the file. */
export async function loadBillRows(tx: Tx): Promise<StoredBillRow[]> {
  const rows = await query<
    Omit<UsedLine, "code" | "name" | "unit"> & {
      id: string;
      note: string;
      kind: "component" | "by_product";
      scrapRate: Decimal;
      itemCode: string;
      componentCode: string;
    }
  >(
    tx,
    `select ${LINE}, p.code "itemCode", c.code "componentCode" from app.bill_of_material_line l
       join app.item p on p.company_id = $1 and p.id = l.parent_item_id join app.item c on c.company_id = $1 and c.id = l.component_item_id
      where l.company_id = $1 order by p.code, l.operation_number nulls first, c.code, l.valid_from nulls first`,
    [tx.companyId],
  );
  return rows.map((line) => ({
    id: line.id,
    parentItemId: line.parentItemId,
    componentItemId: line.componentItemId,
    row: {
      itemCode: line.itemCode,
      componentCode: line.componentCode,
      operationNumber: line.operationNumber,
      validFrom: line.validFrom,
      validTo: line.validTo,
      quantity: line.quantity.toFixed(),
      kind: line.kind,
      scrapRate: line.scrapRate.toFixed(),
      note: line.note || null,
    },
  }));
}
