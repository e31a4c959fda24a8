import type {
  PinRecord,
  ScheduledOperation,
  ScheduledOrder,
  ScheduleInput,
  ScheduleMethod,
} from "../../domain/planning/index.ts";
import type { Instant } from "../../domain/shared/index.ts";
import { columnsOf, execute, insertAll, query, toJson } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";
import { machineIdOf, machineOfId, operationIdOf, operationOfId } from "./schedule-input.ts";
import type { LeftOut } from "./schedule-troubles.ts";

export interface ScheduleSummary {
  readonly orderCount: number;
  readonly operationCount: number;
  readonly leftOutCount: number;
  /** The plan said when material comes. Absent of one made when nobody asked it. */
  readonly isMaterialKnown: boolean;
}

export interface ScheduleHead {
  readonly id: string;
  readonly method: ScheduleMethod;
  readonly seconds: number;
  readonly state: "running" | "done" | "failed";
  readonly isCurrent: boolean;
  readonly madeAt: Instant;
  readonly adoptedAt: Instant | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly summary: Partial<ScheduleSummary>;
  readonly troubles: readonly LeftOut[];
  readonly lateCount: number;
  readonly pinCount: number;
  readonly stepCount: number;
  readonly version: number;
}

const MOMENT = `'YYYY-MM-DD"T"HH24:MI'`;
/** A moment as the board has it: by the clock of the works, to the minute. */
export const moment = (column: string) => `to_char(${column}, ${MOMENT})`;
const HEAD = `s.id, s.method, s.seconds, s.state, s.is_current "isCurrent", s.made_at "madeAt", s.adopted_at "adoptedAt", ${moment("s.starts_at")} "from", ${moment("s.ends_at")} "to", s.summary, s.troubles, s.version,
    (select count(*)::int from app.schedule_order o where o.company_id = $1 and o.schedule_id = s.id and o.late_minutes > 0) "lateCount",
    (select count(*)::int from app.schedule_operation o where o.company_id = $1 and o.schedule_id = s.id and o.is_pinned) "pinCount",
    (select count(*)::int from app.schedule_step t where t.company_id = $1 and t.schedule_id = s.id) "stepCount"`;

/** The schedule people work with, and the newest one, which may be on its way or have failed. */
export async function findSchedules(
  tx: Tx,
): Promise<{ readonly current: ScheduleHead | null; readonly latest: ScheduleHead | null }> {
  const rows = await query<ScheduleHead>(
    tx,
    `(select ${HEAD} from app.schedule s where s.company_id = $1 and s.is_current)
     union all (select ${HEAD} from app.schedule s where s.company_id = $1 order by s.made_at desc, s.id desc limit 1)`,
    [tx.companyId],
  );
  return { current: rows.find(({ isCurrent }) => isCurrent) ?? null, latest: rows.at(-1) ?? null };
}

/** Locks the company's schedule: one change at a time. */
export async function lockSchedules(tx: Tx): Promise<void> {
  await query(tx, "select pg_advisory_xact_lock(hashtextextended('schedule ' || $1::text, 0))", [tx.companyId]);
}

/** One that has been on its way for so long lost its server. */
export async function findRunning(tx: Tx): Promise<{ readonly id: string; readonly isStuck: boolean } | undefined> {
  const rows = await query<{ id: string; isStuck: boolean }>(
    tx,
    `select id, made_at < statement_timestamp() - interval '5 minutes' "isStuck" from app.schedule where company_id = $1 and state = 'running' order by made_at desc limit 1`,
    [tx.companyId],
  );
  return rows[0];
}

export async function insertSchedule(
  tx: Tx,
  one: { readonly id: string; readonly method: ScheduleMethod; readonly seconds: number },
  jobEntryId: string,
): Promise<void> {
  await insertAll(tx, "schedule", [{ company_id: tx.companyId, ...one }]);
  await insertAll(tx, "job_entry", [{ company_id: tx.companyId, id: jobEntryId, task: "planning.schedule" }]);
}

export async function markScheduleFailed(tx: Tx, id: string): Promise<void> {
  await execute(
    tx,
    "update app.schedule set state = 'failed', finished_at = clock_timestamp() where company_id = $1 and id = $2 and state = 'running'",
    [tx.companyId, id],
  );
}

/** Makes a reckoned schedule the one people work with; what it replaces is gone. @returns false when it was given up meanwhile */
export async function finishSchedule(
  tx: Tx,
  id: string,
  made: {
    readonly input: ScheduleInput;
    readonly pins: readonly PinRecord[];
    readonly operations: readonly ScheduledOperation[];
    readonly orders: readonly ScheduledOrder[];
    readonly summary: ScheduleSummary;
    readonly troubles: readonly LeftOut[];
    readonly leftOutIds: readonly string[];
    readonly seen: Readonly<Record<string, string>>;
  },
): Promise<boolean> {
  await execute(tx, "update app.schedule set is_current = false where company_id = $1 and is_current and id <> $2", [
    tx.companyId,
    id,
  ]);
  const ends = made.operations.map(({ end }) => end).sort();
  const pinned = new Set(made.pins.map(({ operationId }) => operationId));
  const input = { ...made.input, pins: made.input.pins.filter(({ operationId }) => !pinned.has(operationId)) };
  const done = await execute(
    tx,
    `update app.schedule set state = 'done', is_current = true, finished_at = clock_timestamp(), starts_at = $3, ends_at = $4, input = $5, pins = $6, summary = $7, troubles = $8, left_out = $9, seen = $10
      where company_id = $1 and id = $2 and state = 'running'`,
    [
      tx.companyId,
      id,
      made.input.now,
      ends.at(-1) ?? made.input.now,
      toJson(input),
      toJson(made.pins),
      toJson(made.summary),
      toJson(made.troubles),
      made.leftOutIds,
      toJson(made.seen),
    ],
  );
  if (done === 0) return false;
  await putOperations(
    tx,
    id,
    made.operations.map((one) => ({ ...one, isPinned: pinned.has(one.operationId) })),
  );
  await putOrders(tx, id, made.orders);
  await execute(tx, "delete from app.schedule where company_id = $1 and not is_current and state <> 'running'", [
    tx.companyId,
  ]);
  return true;
}

/** Writes where operations stand, over what was written of them before. */
export async function putOperations(tx: Tx, scheduleId: string, rows: readonly ScheduledOperation[]): Promise<void> {
  const values = rows.map(({ operationId, machineId, partnerId, setupStart, start, end, isPinned }) => ({
    ...operationOfId(operationId),
    ...(machineId === null ? { workCenterId: null, machine: null } : machineOfId(machineId)),
    partnerId,
    setupStart,
    start,
    end,
    isPinned,
  }));
  await execute(
    tx,
    `insert into app.schedule_operation (company_id, schedule_id, work_order_id, operation_number, work_center_id, machine_number, partner_id, setup_at, starts_at, ends_at, is_pinned)
       select $1, $2, t.* from unnest($3::uuid[], $4::int[], $5::uuid[], $6::int[], $7::uuid[], $8::timestamp[], $9::timestamp[], $10::timestamp[], $11::boolean[]) t
     on conflict (company_id, schedule_id, work_order_id, operation_number) do update set work_center_id = excluded.work_center_id, machine_number = excluded.machine_number, partner_id = excluded.partner_id,
       setup_at = excluded.setup_at, starts_at = excluded.starts_at, ends_at = excluded.ends_at, is_pinned = excluded.is_pinned`,
    [
      tx.companyId,
      scheduleId,
      ...columnsOf(values, [
        "workOrderId",
        "operationNumber",
        "workCenterId",
        "machine",
        "partnerId",
        "setupStart",
        "start",
        "end",
        "isPinned",
      ]),
    ],
  );
}

export async function putOrders(tx: Tx, scheduleId: string, rows: readonly ScheduledOrder[]): Promise<void> {
  const values = rows.map((row) => ({ ...row, why: toJson(row.whyLate) }));
  await execute(
    tx,
    `insert into app.schedule_order (company_id, schedule_id, work_order_id, ends_at, due_at, late_minutes, why_late)
       select $1, $2, t.* from unnest($3::uuid[], $4::timestamp[], $5::timestamp[], $6::int[], $7::jsonb[]) t
     on conflict (company_id, schedule_id, work_order_id) do update set ends_at = excluded.ends_at, due_at = excluded.due_at, late_minutes = excluded.late_minutes, why_late = excluded.why_late`,
    [tx.companyId, scheduleId, ...columnsOf(values, ["orderId", "end", "dueAt", "lateMinutes", "why"])],
  );
}

export interface StoredSchedule {
  readonly id: string;
  readonly version: number;
  readonly method: ScheduleMethod;
  readonly pins: readonly PinRecord[];
  readonly input: ScheduleInput;
  readonly operations: readonly ScheduledOperation[];
  readonly orders: readonly ScheduledOrder[];
}

/** The current schedule, for a change to it. */
export async function findCurrent(tx: Tx): Promise<Pick<StoredSchedule, "id" | "version" | "pins"> | undefined> {
  const rows = await query<Pick<StoredSchedule, "id" | "version" | "pins">>(
    tx,
    "select id, version, pins from app.schedule where company_id = $1 and is_current",
    [tx.companyId],
  );
  return rows[0];
}

/** The current schedule with all it was made of, for reckoning a change. */
export async function loadCurrentSchedule(
  tx: Tx,
  { withOrders } = { withOrders: true },
): Promise<StoredSchedule | undefined> {
  const [head] = await query<Pick<StoredSchedule, "id" | "version" | "method" | "pins" | "input">>(
    tx,
    "select id, version, method, pins, input from app.schedule where company_id = $1 and is_current",
    [tx.companyId],
  );
  if (!head) return undefined;
  const operations = await loadScheduledOperations(tx, head.id);
  const orders = withOrders ? await loadScheduledOrders(tx, head.id) : [];
  // What runs is kept by the input, what a planner fixed by the pins.
  const fixed = new Set(head.pins.map(({ operationId }) => operationId));
  const kept = head.input.pins.filter(({ operationId }) => !fixed.has(operationId));
  return { ...head, input: { ...head.input, pins: [...kept, ...head.pins] }, operations, orders };
}

/** @param ids only these orders */
export function loadScheduledOrders(tx: Tx, scheduleId: string, ids?: readonly string[]): Promise<ScheduledOrder[]> {
  return query<ScheduledOrder>(
    tx,
    `select work_order_id "orderId", ${moment("ends_at")} "end", ${moment("due_at")} "dueAt", late_minutes "lateMinutes", why_late "whyLate" from app.schedule_order
      where company_id = $1 and schedule_id = $2 and ($3::uuid[] is null or work_order_id = any ($3))`,
    [tx.companyId, scheduleId, ids ?? null],
  );
}

/** @param ids only these operations */
export async function loadScheduledOperations(
  tx: Tx,
  scheduleId: string,
  ids?: readonly string[],
): Promise<ScheduledOperation[]> {
  const keys = ids?.map(operationOfId);
  const rows = await query<{
    workOrderId: string;
    operationNumber: number;
    workCenterId: string | null;
    machine: number | null;
    partnerId: string | null;
    setupStart: string;
    start: string;
    end: string;
    isPinned: boolean;
  }>(
    tx,
    `select work_order_id "workOrderId", operation_number "operationNumber", work_center_id "workCenterId", machine_number "machine", partner_id "partnerId", ${moment("setup_at")} "setupStart", ${moment("starts_at")} "start", ${moment("ends_at")} "end", is_pinned "isPinned"
       from app.schedule_operation
      where company_id = $1 and schedule_id = $2 and ($3::uuid[] is null or (work_order_id, operation_number) in (select * from unnest($3::uuid[], $4::int[]))) order by starts_at, work_order_id, operation_number`,
    [tx.companyId, scheduleId, ...(keys ? columnsOf(keys, ["workOrderId", "operationNumber"]) : [null, null])],
  );
  return rows.map(({ workOrderId, operationNumber, workCenterId, machine, ...row }) => ({
    ...row,
    orderId: workOrderId,
    operationId: operationIdOf(workOrderId, operationNumber),
    part: 1,
    partCount: 1,
    machineId: workCenterId === null ? null : machineIdOf(workCenterId, machine!),
    personId: null,
  }));
}

/** Saves pins and the next version. @returns how many rows: 0 when somebody else changed it */
export function stepSchedule(
  tx: Tx,
  { id, version, pins }: Pick<StoredSchedule, "id" | "version" | "pins">,
): Promise<number> {
  return execute(
    tx,
    `update app.schedule s set pins = $4, version = version + 1, ends_at = coalesce((select max(o.ends_at) from app.schedule_operation o where o.company_id = $1 and o.schedule_id = s.id), s.ends_at) where company_id = $1 and id = $2 and version = $3`,
    [tx.companyId, id, version, toJson(pins)],
  );
}

/** What stood before a change, for taking it back. */
export interface StepBefore {
  readonly pins: readonly PinRecord[];
  readonly operations: readonly ScheduledOperation[];
  readonly orders: readonly ScheduledOrder[];
}

export async function insertStep(
  tx: Tx,
  scheduleId: string,
  kind: "move" | "unpin",
  operation: { readonly workOrderId: string; readonly operationNumber: number },
  before: StepBefore,
): Promise<void> {
  await execute(
    tx,
    `insert into app.schedule_step (company_id, schedule_id, seq, kind, work_order_id, operation_number, before)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6 from app.schedule_step where company_id = $1 and schedule_id = $2`,
    [tx.companyId, scheduleId, kind, operation.workOrderId, operation.operationNumber, toJson(before)],
  );
}

/** Takes the last step off. */
export async function takeLastStep(
  tx: Tx,
  scheduleId: string,
): Promise<
  { readonly workOrderId: string; readonly operationNumber: number; readonly before: StepBefore } | undefined
> {
  const rows = await query<{ workOrderId: string; operationNumber: number; before: StepBefore }>(
    tx,
    `delete from app.schedule_step where company_id = $1 and schedule_id = $2 and seq = (select max(seq) from app.schedule_step where company_id = $1 and schedule_id = $2)
     returning work_order_id "workOrderId", operation_number "operationNumber", before`,
    [tx.companyId, scheduleId],
  );
  return rows[0];
}

/** What a planner fixed on the board people work with. */
export async function loadPins(tx: Tx): Promise<readonly PinRecord[]> {
  const rows = await query<{ pins: readonly PinRecord[] }>(
    tx,
    "select pins from app.schedule where company_id = $1 and is_current",
    [tx.companyId],
  );
  return rows[0]?.pins ?? [];
}
