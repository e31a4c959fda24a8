import type { ItemLeadTime } from "../../domain/planning/index.ts";
import type { Outcome, PlainDate } from "../../domain/shared/index.ts";
import { execute, insertAll, listPage, type Page, query, searchFilter, when } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface LearnedOperation {
  readonly itemId: string;
  readonly operationNumber: number;
  readonly workCenterId: string;
  readonly setupMinutes: string;
  readonly minutesPerUnit: string;
  readonly lowMinutesPerUnit: string;
  readonly highMinutesPerUnit: string;
  readonly orderCount: number;
}

export interface LearnedQueue {
  readonly workCenterId: string;
  readonly lowMinutes: string;
  readonly medianMinutes: string;
  readonly highMinutes: string;
  readonly orderCount: number;
}

/** One learner at a time in a company: who comes second waits, and learns of the same reports anew. */
export async function lockLearning(tx: Tx): Promise<void> {
  await query(tx, "select pg_advisory_xact_lock(hashtextextended('learned times ' || $1, 0))", [tx.companyId]);
}

/** Puts what was learned in the place of what was learned before. */
export async function replaceLearned(
  tx: Tx,
  run: { readonly since: PlainDate; readonly reportCount: number; readonly eventCount: number },
  learned: {
    readonly operations: readonly LearnedOperation[];
    readonly queues: readonly LearnedQueue[];
    readonly leadTimes: readonly ItemLeadTime[];
  },
): Promise<void> {
  for (const table of ["learned_operation", "learned_queue", "learned_lead_time", "learned_run"])
    await execute(tx, `delete from app.${table} where company_id = $1`, [tx.companyId]);
  await insertAll(tx, "learned_run", [
    { company_id: tx.companyId, since: run.since, report_count: run.reportCount, event_count: run.eventCount },
  ]);
  await insertAll(
    tx,
    "learned_operation",
    learned.operations.map((one) => ({
      company_id: tx.companyId,
      item_id: one.itemId,
      operation_number: one.operationNumber,
      work_center_id: one.workCenterId,
      setup_minutes: one.setupMinutes,
      minutes_per_unit: one.minutesPerUnit,
      low_minutes_per_unit: one.lowMinutesPerUnit,
      high_minutes_per_unit: one.highMinutesPerUnit,
      order_count: one.orderCount,
    })),
  );
  await insertAll(
    tx,
    "learned_queue",
    learned.queues.map((one) => ({
      company_id: tx.companyId,
      work_center_id: one.workCenterId,
      low_minutes: one.lowMinutes,
      median_minutes: one.medianMinutes,
      high_minutes: one.highMinutes,
      order_count: one.orderCount,
    })),
  );
  await insertAll(
    tx,
    "learned_lead_time",
    learned.leadTimes.map((one) => ({
      company_id: tx.companyId,
      item_id: one.itemId,
      median_days: one.medianDays.toFixed(1),
      days_of_most: one.daysOfMost,
      order_count: one.orderCount,
    })),
  );
}

export interface LearnedRun {
  readonly learnedAt: string;
  readonly since: PlainDate;
  readonly reportCount: number;
  readonly eventCount: number;
}

export async function findLearnedRun(tx: Tx): Promise<LearnedRun | null> {
  const rows = await query<LearnedRun>(
    tx,
    `select learned_at "learnedAt", since, report_count "reportCount", event_count "eventCount" from app.learned_run where company_id = $1`,
    [tx.companyId],
  );
  return rows[0] ?? null;
}

export interface LearnedOperationRow extends LearnedOperation {
  readonly itemCode: string;
  readonly itemName: string;
  readonly itemVersion: number;
  readonly unit: string;
  readonly operationName: string | null;
  readonly workCenterCode: string;
  readonly workCenterName: string;
  /** What the routing says today; null where it has no such operation. */
  readonly routingWorkCenterId: string | null;
  readonly routingSetupMinutes: string | null;
  readonly routingMinutesPerUnit: string | null;
  /** Of the minutes per unit: learned against the routing's, in percent. */
  readonly differencePercent: string | null;
}

const DIFFERENCE = "round(100 * (l.minutes_per_unit - o.run_minutes_per_unit) / nullif(o.run_minutes_per_unit, 0), 1)";
const OPERATIONS = {
  select: `l.item_id "itemId", i.code "itemCode", i.name "itemName", i.version "itemVersion", i.unit, l.operation_number "operationNumber", o.name "operationName", l.work_center_id "workCenterId", w.code "workCenterCode", w.name "workCenterName",
    trim_scale(l.setup_minutes)::text "setupMinutes", trim_scale(l.minutes_per_unit)::text "minutesPerUnit", trim_scale(l.low_minutes_per_unit)::text "lowMinutesPerUnit", trim_scale(l.high_minutes_per_unit)::text "highMinutesPerUnit", l.order_count "orderCount",
    o.work_center_id "routingWorkCenterId", trim_scale(o.setup_minutes)::text "routingSetupMinutes", trim_scale(o.run_minutes_per_unit)::text "routingMinutesPerUnit",
    trim_scale(${DIFFERENCE})::text "differencePercent"`,
  from: (
    today: string,
  ) => `app.learned_operation l join app.item i on i.company_id = l.company_id and i.id = l.item_id join app.work_center w on w.company_id = l.company_id and w.id = l.work_center_id
    left join app.routing_operation o on o.company_id = l.company_id and o.item_id = l.item_id and o.operation_number = l.operation_number and (o.valid_from is null or o.valid_from <= ${today}) and (o.valid_to is null or o.valid_to >= ${today})`,
};
/** The day in Japan: routings are valid by it. */
const TODAY = "(now() at time zone 'Asia/Tokyo')::date";

export interface LearnedQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly sort?: string | undefined;
  readonly search?: string | undefined;
  readonly workCenterId?: string | undefined;
  readonly isEnough?: boolean | undefined;
}

/** What was learned of operations, beside what the routing says. */
export function listLearnedOperations(
  tx: Tx,
  asked: LearnedQuery,
  least: number,
): Promise<Outcome<Page<LearnedOperationRow>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  return listPage<LearnedOperationRow>(
    tx,
    {
      select: OPERATIONS.select,
      from: OPERATIONS.from(TODAY),
      where: "l.company_id = $1",
      sorts: {
        itemCode: { sql: 'i.code collate "C"', kind: "text" },
        orderCount: { sql: "l.order_count", kind: "integer" },
        // What stands in no routing differs from nothing.
        difference: { sql: `coalesce(${DIFFERENCE}, 0)`, kind: "decimal" },
      },
      otherwise: "itemCode",
      tie: [
        { sql: "l.operation_number", kind: "integer" },
        { sql: "l.work_center_id", kind: "uuid" },
        { sql: "l.item_id", kind: "uuid" },
      ],
    },
    asked,
    [
      ...when(asked.workCenterId, "l.work_center_id = ?"),
      ...(asked.isEnough ? when(least, "l.order_count >= ?") : []),
      ...searchFilter(asked.search, "item", "l.item_id"),
    ],
  );
}

export async function findLearnedOperations(tx: Tx, itemIds: readonly string[]): Promise<LearnedOperationRow[]> {
  return await query<LearnedOperationRow>(
    tx,
    `select ${OPERATIONS.select} from ${OPERATIONS.from(TODAY)} where l.company_id = $1 and l.item_id = any ($2::uuid[])`,
    [tx.companyId, itemIds],
  );
}

export interface LearnedLeadTimeRow {
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly itemVersion: number;
  readonly medianDays: string;
  readonly daysOfMost: number;
  readonly orderCount: number;
  readonly leadTimeDays: number;
}

const LEAD_TIMES = {
  select: `l.item_id "itemId", i.code "itemCode", i.name "itemName", i.version "itemVersion", trim_scale(l.median_days)::text "medianDays", l.days_of_most "daysOfMost", l.order_count "orderCount", i.lead_time_days "leadTimeDays"`,
  from: "app.learned_lead_time l join app.item i on i.company_id = l.company_id and i.id = l.item_id",
};

/** What was learned of items' lead times, beside the one planned with. */
export function listLearnedLeadTimes(
  tx: Tx,
  asked: LearnedQuery,
  least: number,
): Promise<Outcome<Page<LearnedLeadTimeRow>, "SORT_UNKNOWN" | "CURSOR_INVALID">> {
  return listPage<LearnedLeadTimeRow>(
    tx,
    {
      ...LEAD_TIMES,
      where: "l.company_id = $1",
      sorts: {
        itemCode: { sql: 'i.code collate "C"', kind: "text" },
        orderCount: { sql: "l.order_count", kind: "integer" },
        difference: { sql: "l.days_of_most - i.lead_time_days", kind: "integer" },
      },
      otherwise: "itemCode",
      tie: [{ sql: "l.item_id", kind: "uuid" }],
    },
    asked,
    [...(asked.isEnough ? when(least, "l.order_count >= ?") : []), ...searchFilter(asked.search, "item", "l.item_id")],
  );
}

export async function findLearnedLeadTimes(tx: Tx, itemIds: readonly string[]): Promise<LearnedLeadTimeRow[]> {
  return await query<LearnedLeadTimeRow>(
    tx,
    `select ${LEAD_TIMES.select} from ${LEAD_TIMES.from} where l.company_id = $1 and l.item_id = any ($2::uuid[])`,
    [tx.companyId, itemIds],
  );
}

export interface LearnedQueueRow extends LearnedQueue {
  readonly workCenterCode: string;
  readonly workCenterName: string;
}

/** How long work waits before each work centre, the longest first: a works has few of them. */
export async function loadLearnedQueues(tx: Tx): Promise<LearnedQueueRow[]> {
  return await query<LearnedQueueRow>(
    tx,
    `select l.work_center_id "workCenterId", w.code "workCenterCode", w.name "workCenterName", trim_scale(l.low_minutes)::text "lowMinutes", trim_scale(l.median_minutes)::text "medianMinutes",
        trim_scale(l.high_minutes)::text "highMinutes", l.order_count "orderCount"
      from app.learned_queue l join app.work_center w on w.company_id = l.company_id and w.id = l.work_center_id where l.company_id = $1 order by l.median_minutes desc, w.code`,
    [tx.companyId],
  );
}
