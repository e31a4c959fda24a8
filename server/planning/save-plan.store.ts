import type { ItemSupply, PlanColumns, RecordColumns } from "../../domain/planning/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { execute } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { int4Array, int8Array, uuidArray } from "./binary-array.ts";

/** Orders of one statement: a bigger one would spill the server's memory to disk. */
const ORDERS_AT_ONCE = 50_000;
const SUPPLIES: readonly ItemSupply[] = ["make", "buy", "subcontract"];
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Pegs of one statement. */
const PEGS_AT_ONCE = 100_000;

/**
 * Saves the planned orders of a run; nobody sees them before the run becomes the current one.
 *
 * @param part which of `parts` equal parts, the first being 0: parts can be saved by several connections at once
 */
export async function savePlannedOrders(
  tx: Tx,
  runId: string,
  planFrom: PlainDate,
  columns: PlanColumns,
  part = 0,
  parts = 1,
): Promise<void> {
  await sendOrders(tx, runId, planFrom, columns, part, parts, { name: "plan.orders", onConflict: "" });
}

/**
 * What is new of a proposal; one that a person has set or converted in the meantime stays as it is, and one that was discarded comes back, since it is
 * another now.
 */
const AS_PLANNED_NOW = `on conflict (company_id, run_id, seq) do update set supply = excluded.supply, partner_id = excluded.partner_id, quantity = excluded.quantity, expected_quantity = excluded.expected_quantity,
    start_on = excluded.start_on, due_on = excluded.due_on, wanted_start_on = excluded.wanted_start_on, is_past_due = excluded.is_past_due, state = 'proposed', version = p.version + 1
  where p.state in ('proposed', 'discarded') and (p.supply, p.partner_id, p.quantity, p.expected_quantity, p.start_on, p.due_on, p.wanted_start_on) is distinct from
    (excluded.supply, excluded.partner_id, excluded.quantity, excluded.expected_quantity, excluded.start_on, excluded.due_on, excluded.wanted_start_on)`;

/**
 * Replaces what the current plan says of some items, and removes the proposals that are no more.
 *
 * @param columns all of these items
 * @returns by how many its exceptions have become more
 */
export async function replacePlanItems(
  tx: Tx,
  runId: string,
  planFrom: PlainDate,
  columns: PlanColumns,
  gone: readonly number[],
): Promise<number> {
  const own = [tx.companyId, runId];
  const items = uuidArray(columns.items.id);
  const [, removed] = await settleAll([
    execute(tx, "delete from app.plan_item where company_id = $1 and run_id = $2 and item_id = any ($3)", [
      ...own,
      items,
    ]),
    execute(tx, "delete from app.plan_exception where company_id = $1 and run_id = $2 and item_id = any ($3)", [
      ...own,
      items,
    ]),
    gone.length > 0
      ? execute(
          tx,
          "delete from app.planned_order where company_id = $1 and run_id = $2 and seq = any ($3::int4[]) and state in ('proposed', 'discarded')",
          [...own, int4Array(Int32Array.from(gone))],
        )
      : 0,
  ] as const);
  if (columns.orders.count > 0)
    await sendOrders(tx, runId, planFrom, columns, 0, 1, { name: "plan.ordersNow", onConflict: AS_PLANNED_NOW });
  await savePlanItems(tx, runId, columns, true);
  await savePlanExceptions(tx, runId, columns.exceptions);
  return columns.exceptions.length - removed;
}

async function sendOrders(
  tx: Tx,
  runId: string,
  planFrom: PlainDate,
  { orders, items, orderKeys }: PlanColumns,
  part: number,
  parts: number,
  { name, onConflict }: { readonly name: string; readonly onConflict: string },
): Promise<void> {
  // Arrays of equally long elements without nulls: only of those PostgreSQL finds the n-th at once.
  const shared = [
    uuidArray(items.id),
    int4Array(items.supply.map((supply) => SUPPLIES.indexOf(supply))),
    uuidArray(items.partnerId.map((id) => id ?? NOBODY)),
    int4Array(items.decimals),
    uuidArray(orderKeys),
  ];
  const end = Math.floor((orders.count * (part + 1)) / parts);
  for (let from = Math.floor((orders.count * part) / parts); from < end; from += ORDERS_AT_ONCE) {
    const to = Math.min(end, from + ORDERS_AT_ONCE);
    await execute(
      tx,
      {
        name,
        text: `insert into app.planned_order as p (company_id, run_id, seq, item_id, supply, partner_id, order_key, quantity, expected_quantity, start_on, due_on, wanted_start_on, is_past_due, version)
          select $1, $2, t.seq, ($5::uuid[])[t.item + 1], case ($6::int4[])[t.item + 1] when 0 then 'make' when 1 then 'buy' else 'subcontract' end, nullif(($7::uuid[])[t.item + 1], '${NOBODY}'), ($9::uuid[])[t.grp + 1],
                 case ($8::int4[])[t.item + 1] when 0 then t.quantity::numeric else t.quantity / (10::numeric ^ ($8::int4[])[t.item + 1]) end,
                 case ($8::int4[])[t.item + 1] when 0 then t.output::numeric else t.output / (10::numeric ^ ($8::int4[])[t.item + 1]) end,
                 $3::date + t.start_day, $3::date + t.due_day, $3::date + t.wanted_day, t.wanted_day < 0, case t.renewed when 0 then 1 else extract(epoch from statement_timestamp() - timestamptz '2026-01-01 00:00Z')::int end
            from unnest($10::int4[], $11::int8[], $12::int8[], $13::int4[], $14::int4[], $15::int4[], $16::int4[], $4::int4[], $17::int4[])
              t (item, quantity, output, start_day, due_day, wanted_day, grp, seq, renewed) ${onConflict}`,
      },
      [
        tx.companyId,
        runId,
        planFrom,
        int4Array(orders.seq.subarray(from, to)),
        ...shared,
        int4Array(orders.item.subarray(from, to)),
        int8Array(orders.quantity.subarray(from, to)),
        int8Array(orders.output.subarray(from, to)),
        int4Array(orders.startDay.subarray(from, to)),
        int4Array(orders.dueDay.subarray(from, to)),
        int4Array(orders.wantedStartDay.subarray(from, to)),
        int4Array(orders.group.subarray(from, to)),
        int4Array(orders.isRenewed.subarray(from, to)),
      ],
    );
  }
}

/**
 * Saves what the plan says of each item: its receipts, demands, proposals and pegs, in one row an item.
 *
 * @param withQuiet also of items nobody needs: who keeps something derived from the plan hears by their rows that they became quiet
 */
export async function savePlanItems(tx: Tx, runId: string, plan: PlanColumns, withQuiet = false): Promise<void> {
  const { items, receipts, demands, pegs } = plan;
  const seqs = seqsByItem(plan);
  const told: number[] = [];
  for (let item = 0; item < items.id.length; item++) {
    const isQuiet =
      pegs.first[item] === pegs.end[item] &&
      receipts.first[item] === receipts.first[item + 1] &&
      demands.first[item] === demands.first[item + 1] &&
      items.onHand[item] === 0;
    if (withQuiet || !isQuiet) told.push(item);
  }
  // In the order of their pegs, a portion's pegs lie next to each other and are sent as they are.
  told.sort((a, b) => pegs.first[a]! - pegs.first[b]! || pegs.end[a]! - pegs.end[b]!);
  for (const portion of portions(told, pegs)) await savePortion(tx, runId, plan, seqs, portion);
}

function* portions(items: readonly number[], { first, end }: PlanColumns["pegs"]): Generator<readonly number[]> {
  let portion: number[] = [];
  let size = 0;
  for (const item of items) {
    portion.push(item);
    size += 1 + end[item]! - first[item]!;
    if (size < PEGS_AT_ONCE) continue;
    yield portion;
    portion = [];
    size = 0;
  }
  if (portion.length > 0) yield portion;
}

/** Where the proposals of each item begin in `seqs`. */
function seqsByItem({ items, orders }: PlanColumns): { readonly first: Uint32Array; readonly seqs: Int32Array } {
  const first = new Uint32Array(items.id.length + 1);
  for (let at = 0; at < orders.count; at++) first[orders.item[at]! + 1]!++;
  for (let item = 0; item < items.id.length; item++) first[item + 1]! += first[item]!;
  const next = first.slice();
  const seqs = new Int32Array(orders.count);
  for (let at = 0; at < orders.count; at++) seqs[next[orders.item[at]!]!++] = orders.seq[at]!;
  return { first, seqs };
}

async function savePortion(
  tx: Tx,
  runId: string,
  plan: PlanColumns,
  { first, seqs }: ReturnType<typeof seqsByItem>,
  portion: readonly number[],
): Promise<void> {
  const { items, pegs } = plan;
  const receipts = recordsOf(plan.receipts, portion);
  const demands = recordsOf(plan.demands, portion);
  const proposals = picked(portion, first, first.subarray(1));
  const from = pegs.first[portion[0]!]!;
  const to = pegs.end[portion.at(-1)!]!;
  await execute(
    tx,
    {
      name: "plan.items",
      text: `insert into app.plan_item (company_id, run_id, item_id, decimals, on_hand, safety_stock,
          receipt_kind, receipt_id, receipt_line, receipt_day, receipt_quantity, receipt_group,
          demand_kind, demand_id, demand_line, demand_day, demand_quantity, demand_group, peg_supply, peg_demand, peg_quantity, peg_day, order_seqs)
        select $1, $2, t.item, t.decimals, t.on_hand, t.safety,
               ($11::int4[])[r0 + 1:r1], ($12::uuid[])[r0 + 1:r1], ($13::int4[])[r0 + 1:r1], ($14::int4[])[r0 + 1:r1], ($15::int8[])[r0 + 1:r1], ($16::int4[])[r0 + 1:r1],
               ($17::int4[])[d0 + 1:d1], ($18::uuid[])[d0 + 1:d1], ($19::int4[])[d0 + 1:d1], ($20::int4[])[d0 + 1:d1], ($21::int8[])[d0 + 1:d1], ($22::int4[])[d0 + 1:d1],
               ($23::int4[])[p0 + 1:p1], ($24::int4[])[p0 + 1:p1], ($25::int8[])[p0 + 1:p1], ($26::int4[])[p0 + 1:p1],
               ($27::int4[])[o0 + 1:o1]
          from unnest($3::uuid[], $4::int4[], $5::int8[], $6::int8[], ($7::int4[])[1:cardinality($7::int4[]) - 1], ($7::int4[])[2:], ($8::int4[])[1:cardinality($8::int4[]) - 1], ($8::int4[])[2:], $9::int4[], $10::int4[], ($28::int4[])[1:cardinality($28::int4[]) - 1], ($28::int4[])[2:])
            t (item, decimals, on_hand, safety, r0, r1, d0, d1, p0, p1, o0, o1)`,
    },
    [
      tx.companyId,
      runId,
      uuidArray(portion.map((item) => items.id[item]!)),
      int4Array(portion.map((item) => items.decimals[item]!)),
      int8Array(portion.map((item) => items.onHand[item]!)),
      int8Array(portion.map((item) => items.safetyStock[item]!)),
      int4Array(receipts.first),
      int4Array(demands.first),
      int4Array(portion.map((item) => pegs.first[item]! - from)),
      int4Array(portion.map((item) => pegs.end[item]! - from)),
      ...receipts.columns,
      ...demands.columns,
      int4Array(pegs.supply.subarray(from, to)),
      int4Array(pegs.demand.subarray(from, to)),
      int8Array(pegs.quantity.subarray(from, to)),
      int4Array(pegs.day.subarray(from, to)),
      int4Array(numbersAt(seqs, proposals.rows)),
      int4Array(proposals.first),
    ],
  );
}

/** The rows of these items one after the other, and where each item's begin. */
function picked(
  items: readonly number[],
  first: Uint32Array,
  end: Uint32Array,
): { first: Uint32Array; rows: Uint32Array } {
  const starts = new Uint32Array(items.length + 1);
  items.forEach((item, at) => {
    starts[at + 1] = starts[at]! + end[item]! - first[item]!;
  });
  const rows = new Uint32Array(starts[items.length]!);
  items.forEach((item, at) => {
    for (let row = first[item]!, to = starts[at]!; row < end[item]!; row++, to++) rows[to] = row;
  });
  return { first: starts, rows };
}

function recordsOf(records: RecordColumns, items: readonly number[]): { first: Uint32Array; columns: Buffer[] } {
  const { first, rows } = picked(items, records.first, records.first.subarray(1));
  return {
    first,
    columns: [
      int4Array(numbersAt(records.kind, rows)),
      uuidArray(namesAt(records.id, rows)),
      int4Array(numbersAt(records.line, rows)),
      int4Array(numbersAt(records.day, rows)),
      int8Array(numbersAt(records.quantity, rows)),
      int4Array(numbersAt(records.group, rows)),
    ],
  };
}

function numbersAt<Column extends Uint8Array | Int32Array | Float64Array>(values: Column, rows: Uint32Array): Column {
  const picked = new (values.constructor as new (length: number) => Column)(rows.length);
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at]!]!;
  return picked;
}

function namesAt(values: readonly string[], rows: Uint32Array): string[] {
  const picked = new Array<string>(rows.length);
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at]!]!;
  return picked;
}

export async function savePlanExceptions(tx: Tx, runId: string, exceptions: PlanColumns["exceptions"]): Promise<void> {
  if (exceptions.length === 0) return;
  const subjects = exceptions.map(({ subject }) => subject);
  await execute(
    tx,
    `insert into app.plan_exception (company_id, run_id, seq, kind, item_id, subject_kind, subject_seq, subject_id, subject_line, order_key, quantity, on_date, wanted_date)
       select $1, $2, coalesce((select max(e.seq) from app.plan_exception e where e.company_id = $1 and e.run_id = $2), -1) + n, kind, item, subject_kind, subject_seq, subject_id, subject_line, order_key, quantity, on_date, wanted_date
         from unnest($3::text[], $4::uuid[], $5::text[], $6::int4[], $7::uuid[], $8::int4[], $9::uuid[], $10::numeric[], $11::date[], $12::date[])
           with ordinality t (kind, item, subject_kind, subject_seq, subject_id, subject_line, order_key, quantity, on_date, wanted_date, n)`,
    [
      tx.companyId,
      runId,
      exceptions.map((one) => one.kind),
      uuidArray(exceptions.map((one) => one.itemId)),
      subjects.map((subject) => subject?.kind ?? ""),
      subjects.map((subject) => (subject && "seq" in subject ? subject.seq : null)),
      subjects.map((subject) => (subject && "id" in subject ? subject.id : null)),
      subjects.map((subject) => (subject && "line" in subject ? subject.line : null)),
      exceptions.map((one) => one.orderKey),
      exceptions.map((one) => one.quantity),
      exceptions.map((one) => one.onDate),
      exceptions.map((one) => one.wantedDate),
    ],
  );
}
