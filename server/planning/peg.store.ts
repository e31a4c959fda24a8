import {
  DEMAND_KINDS,
  type DemandKind,
  type Peg,
  type PegLink,
  RECEIPT_KINDS,
  type ReceiptKind,
  type RecordRef,
} from "../../domain/planning/index.ts";
import { addDays, Decimal, type PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { COMES_ON } from "./comes-on.store.ts";

export interface PegRow {
  readonly itemId: string;
  readonly decimals: number;
  readonly planFrom: PlainDate;
  readonly onHand: bigint;
  readonly supply: number;
  readonly demand: number;
  readonly quantity: bigint;
  readonly day: number;
  readonly demandKind: number | null;
  readonly demandId: string | null;
  readonly demandLine: number | null;
  readonly demandQuantity: bigint | null;
  readonly receiptKind: number | null;
  readonly receiptId: string | null;
  readonly receiptLine: number | null;
  readonly receiptDay: number | null;
  readonly receiptQuantity: bigint | null;
}

/** A record within the item it brings or takes. */
export type ItemRecord<Kind extends string> = RecordRef<Kind> & { readonly itemId: string };

/** Supplies of any items; what is asked for is found by its item's key, never by going through the plan. */
export interface SuppliesAsked {
  readonly seqs: readonly number[];
  readonly receipts?: readonly ItemRecord<ReceiptKind>[];
  /** The item whose stock is asked for. */
  readonly stockOf?: string;
  /** So many pegs of one supply, where one that serves thousands should not leave the others without; all when absent. */
  readonly mostOfOne?: number;
}

/**
 * Pegs of items (`items`: a query of their ids), narrowed by `which`, with what stands at both ends. An element of a long array is only taken
 * for what was found. Each item is looked for by its key (`offset 0` keeps it so): in any other way the whole plan is gone through while
 * nobody has counted it yet.
 */
const pegsOf = (
  items: string,
  codes: string,
  which: string,
  most: string,
  mostOfOne = most,
) => `select p.item_id "itemId", p.decimals, r.planned_from "planFrom", p.on_hand "onHand", x.supply, x.demand, x.quantity, x.day,
    p.demand_kind[-1 - x.demand] "demandKind", p.demand_id[-1 - x.demand] "demandId", p.demand_line[-1 - x.demand] "demandLine", p.demand_quantity[-1 - x.demand] "demandQuantity",
    p.receipt_kind[-1 - x.supply] "receiptKind", p.receipt_id[-1 - x.supply] "receiptId", p.receipt_line[-1 - x.supply] "receiptLine", p.receipt_day[-1 - x.supply] "receiptDay",
    p.receipt_quantity[-1 - x.supply] "receiptQuantity"
  from app.plan_run r cross join (select distinct w.id from (${items}) w (id)) w
  cross join lateral (select * from app.plan_item p where p.company_id = $1 and p.run_id = $2 and p.item_id = w.id offset 0) p cross join lateral (${codes}) s
  cross join lateral (select * from (select y.*, row_number() over (partition by y.supply order by y.day, y.n) place from unnest(p.peg_supply, p.peg_demand, p.peg_quantity, p.peg_day) with ordinality y (supply, demand, quantity, day, n) where ${which}) y
    where y.place <= ${mostOfOne} order by y.day, y.n limit ${most}) x
  where r.company_id = $1 and r.id = $2`;

const UP = `${pegsOf(
  "select o.item_id from app.planned_order o where o.company_id = $1 and o.run_id = $2 and o.seq = any ($3::int[]) union all select unnest($4::uuid[]) union all select $8::uuid where $8 is not null",
  `select coalesce(array_agg(-1 - c.n::int), '{}') codes from unnest(p.receipt_kind, p.receipt_id, p.receipt_line) with ordinality c (kind, id, line, n)
     join unnest($4::uuid[], $5::int[], $6::uuid[], $7::int[]) a (item, kind, id, line) on a.item = p.item_id and a.kind = c.kind and a.id = c.id and a.line = c.line`,
  "(y.supply = any ($3::int[]) or y.supply = any (s.codes) or y.supply = -1 and p.item_id = $8::uuid)",
  "$9",
  "$10",
)} order by x.day, x.n limit $9`;

/** What these supplies are for: one step up. At most `most` pegs, those of the first needs. */
export async function loadPegsUp(
  tx: Tx,
  runId: string,
  { seqs, receipts = [], stockOf, mostOfOne }: SuppliesAsked,
  most: number,
): Promise<PegLink[]> {
  const rows = await query<PegRow>(tx, UP, [
    tx.companyId,
    runId,
    seqs,
    receipts.map(({ itemId }) => itemId),
    receipts.map(({ kind }) => RECEIPT_KINDS.indexOf(kind)),
    receipts.map(({ id }) => id),
    receipts.map(({ line }) => line ?? 0),
    stockOf ?? null,
    most,
    mostOfOne ?? most,
  ]);
  return rows.map(linkOf);
}

/**
 * Components of an order's item. Below one for which nothing is planned its own are looked at too: a phantom is never ordered, and
 * what lacks of it is asked of its components for the order above.
 */
const COMPONENTS = `with recursive c (item_id, level) as (
    select b.component_item_id, 1 from app.planned_order o join app.bill_of_material_line b on b.company_id = $1 and b.parent_item_id = o.item_id where o.company_id = $1 and o.run_id = $2 and o.seq = $3
    union select b.component_item_id, c.level + 1 from c join app.bill_of_material_line b on b.company_id = $1 and b.parent_item_id = c.item_id
    where c.level < 6 and coalesce((select max(u.supply) from app.plan_item q, unnest(q.peg_supply) u (supply) where q.company_id = $1 and q.run_id = $2 and q.item_id = c.item_id), -1) < 0)
  select item_id from c`;
const NEEDED_BY_ORDER = `${pegsOf(COMPONENTS, "select", "y.demand = $3::int", "$4")} order by p.item_id, x.day, x.n limit $4`;
const NEEDED_BY_RECORD = (items: string) =>
  `${pegsOf(
    items,
    "select coalesce(array_agg(-1 - c.n::int), '{}') codes from unnest(p.demand_kind, p.demand_id, p.demand_line) with ordinality c (kind, id, line, n) where c.kind = $4::int and c.id = $3::uuid and c.line = coalesce($5::int, c.line)",
    "y.demand = any (s.codes)",
    "$6",
  )} order by p.item_id, x.day, x.n limit $6`;
const NEEDED_BY_LINE = NEEDED_BY_RECORD("select $7::uuid");
const NEEDED_BY_WORK = NEEDED_BY_RECORD(
  "select m.item_id from app.work_order_material m where m.company_id = $1 and m.work_order_id = $3::uuid",
);
const NEEDED_FOR_SAFETY = `${pegsOf("select $3::uuid", "select", "y.demand = -1", "$4")} order by x.day, x.n limit $4`;

/** What a demand is covered by: a planned order or a work order by the supplies of its components, a line by those of its item. */
export async function loadPegsDown(
  tx: Tx,
  runId: string,
  demand: Peg["demand"],
  itemId: string,
  most: number,
): Promise<PegLink[]> {
  const head = [tx.companyId, runId];
  if (demand.kind === "planned")
    return (await query<PegRow>(tx, NEEDED_BY_ORDER, [...head, demand.seq, most])).map(linkOf);
  if (demand.kind === "safety")
    return (await query<PegRow>(tx, NEEDED_FOR_SAFETY, [...head, itemId, most])).map(linkOf);
  const record = [...head, demand.id, DEMAND_KINDS.indexOf(demand.kind)];
  const rows =
    demand.kind === "work_order" && demand.line === null
      ? await query<PegRow>(tx, NEEDED_BY_WORK, [...record, null, most])
      : await query<PegRow>(tx, NEEDED_BY_LINE, [...record, demand.line ?? 0, most, itemId]);
  return rows.map(linkOf);
}

function linkOf(row: PegRow): PegLink {
  const text = (quantity: bigint | null) => (quantity === null ? null : scaledText(quantity, row.decimals));
  const supply = supplyOf(row);
  return {
    itemId: row.itemId,
    supply,
    demand: demandOf(row),
    quantity: scaledText(row.quantity, row.decimals),
    neededOn: addDays(row.planFrom, Math.max(0, row.day)),
    supplyOn: row.receiptDay === null ? null : addDays(row.planFrom, row.receiptDay),
    supplyWhole: supply.kind === "stock" ? text(row.onHand) : text(row.receiptQuantity),
    demandWhole: text(row.demandQuantity),
  };
}

function supplyOf({ supply, receiptKind, receiptId, receiptLine }: PegRow): Peg["supply"] {
  if (supply >= 0) return { kind: "planned", seq: supply };
  if (receiptKind === null || receiptId === null) return { kind: "stock" };
  return { kind: RECEIPT_KINDS[receiptKind]!, id: receiptId, line: receiptLine || null };
}

export function demandOf({ demand, demandKind, demandId, demandLine }: PegRow): Peg["demand"] {
  if (demand >= 0) return { kind: "planned", seq: demand };
  if (demandKind === null || demandId === null) return { kind: "safety" };
  return { kind: DEMAND_KINDS[demandKind]!, id: demandId, line: demandLine || null };
}

export function scaledText(quantity: bigint, decimals: number): string {
  return new Decimal(quantity.toString()).dividedBy(new Decimal(10).pow(decimals)).toFixed();
}

/** What the plan says of one item. */
export interface PlannedItem {
  readonly planFrom: PlainDate;
  readonly horizonDays: number;
  readonly onHand: string;
  readonly safetyStock: string;
  readonly receipts: readonly (RecordRef<ReceiptKind> & { readonly quantity: string; readonly onDate: PlainDate })[];
  readonly demands: readonly (RecordRef<DemandKind> & { readonly quantity: string; readonly onDate: PlainDate })[];
  /** Needs of planned orders, summed up by order. */
  readonly needs: readonly { readonly seq: number; readonly quantity: string; readonly onDate: PlainDate }[];
}

interface RecordRow {
  readonly isDemand: boolean;
  readonly kind: number;
  readonly id: string;
  readonly line: number;
  readonly day: number;
  readonly quantity: bigint;
}

/** What the plan says of an item; of one that nothing concerns, that there is nothing. */
export async function loadPlannedItem(tx: Tx, runId: string, itemId: string): Promise<PlannedItem | undefined> {
  const values = [tx.companyId, runId, itemId];
  const [heads, records, needs] = await settleAll([
    query<{ planFrom: PlainDate; horizonDays: number; decimals: number; onHand: bigint; safetyStock: bigint }>(
      tx,
      `select r.planned_from "planFrom", r.horizon_days "horizonDays", coalesce(p.decimals, u.decimals) decimals, coalesce(p.on_hand, 0)::int8 "onHand", coalesce(p.safety_stock, 0)::int8 "safetyStock"
         from app.plan_run r join app.item i on i.company_id = $1 and i.id = $3 join app.unit u on u.company_id = $1 and u.code = i.unit
         left join app.plan_item p on p.company_id = $1 and p.run_id = r.id and p.item_id = i.id where r.company_id = $1 and r.id = $2`,
      values,
    ),
    query<RecordRow>(
      tx,
      `select false "isDemand", x.kind, x.id, x.line, x.day, x.quantity from app.plan_item p, unnest(p.receipt_kind, p.receipt_id, p.receipt_line, p.receipt_day, p.receipt_quantity) x (kind, id, line, day, quantity)
         where p.company_id = $1 and p.run_id = $2 and p.item_id = $3 and x.quantity > 0
       union all select true, x.kind, x.id, x.line, x.day, x.quantity from app.plan_item p, unnest(p.demand_kind, p.demand_id, p.demand_line, p.demand_day, p.demand_quantity) x (kind, id, line, day, quantity)
         where p.company_id = $1 and p.run_id = $2 and p.item_id = $3`,
      values,
    ),
    query<{ seq: number; day: number; quantity: bigint }>(
      tx,
      `select x.demand seq, min(x.day) "day", sum(x.quantity)::int8 quantity from app.plan_item p, unnest(p.peg_demand, p.peg_quantity, p.peg_day) x (demand, quantity, day)
         where p.company_id = $1 and p.run_id = $2 and p.item_id = $3 and x.demand >= 0 group by x.demand`,
      values,
    ),
  ] as const);
  const head = heads[0];
  if (!head) return undefined;
  const quantity = (value: bigint) => scaledText(value, head.decimals);
  // What is late counts for the plan's first day, as the calculation has it.
  const date = (day: number) => addDays(head.planFrom, Math.max(0, day));
  const told = <Kind extends string>(kinds: readonly Kind[], isDemand: boolean) =>
    records
      .filter((row) => row.isDemand === isDemand)
      .map((row) => ({
        kind: kinds[row.kind]!,
        id: row.id,
        line: row.line || null,
        quantity: quantity(row.quantity),
        onDate: date(row.day),
      }));
  return {
    planFrom: head.planFrom,
    horizonDays: head.horizonDays,
    onHand: quantity(head.onHand),
    safetyStock: quantity(head.safetyStock),
    receipts: told(RECEIPT_KINDS, false),
    demands: told(DEMAND_KINDS, true),
    needs: needs.map((row) => ({ seq: row.seq, quantity: quantity(row.quantity), onDate: date(row.day) })),
  };
}

/** A work order as what its material goes into, and what it brings. */
export interface WorkOrderEnd {
  readonly itemId: string;
  readonly quantity: string;
  /** When it brings it. */
  readonly dueOn: PlainDate;
  readonly state: string;
}

export async function loadWorkOrderEnds(tx: Tx, ids: readonly string[]): Promise<Map<string, WorkOrderEnd>> {
  if (ids.length === 0) return new Map();
  const rows = await query<WorkOrderEnd & { readonly id: string }>(
    tx,
    `select w.id, w.item_id "itemId", trim_scale(w.quantity)::text quantity, ${COMES_ON} "dueOn", w.state from app.work_order w where w.company_id = $1 and w.id = any ($2::uuid[])`,
    [tx.companyId, [...new Set(ids)]],
  );
  return new Map(rows.map(({ id, ...end }) => [id, end]));
}

export interface ItemName {
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly unit: string;
}

export async function loadItemNames(tx: Tx, ids: readonly string[]): Promise<Map<string, ItemName>> {
  if (ids.length === 0) return new Map();
  const rows = await query<ItemName>(
    tx,
    `select id "itemId", code "itemCode", name "itemName", unit from app.item where company_id = $1 and id = any ($2::uuid[])`,
    [tx.companyId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.itemId, row]));
}
