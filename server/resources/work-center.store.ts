import type { WorkCenterInput, WorkCenterRecord, WorkCenterTableRow } from "../../domain/resources/index.ts";
import type { Decimal, Outcome } from "../../domain/shared/index.ts";
import { ok } from "../../domain/shared/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { listPage, type Page, type Tx } from "../platform/index.ts";

const COLUMNS = `w.id, w.code, w.name, w.name_en "nameEn", w.calendar_id "calendarId", w.machine_count "machineCount",
  w.minutes_per_day "minutesPerDay", w.labor_yen_per_hour "laborYenPerHour", w.machine_yen_per_hour "machineYenPerHour",
  w.is_active "isActive", w.version, c.code "calendarCode", c.name "calendarName"`;
const TABLES = "app.work_center w left join app.calendar c on c.company_id = w.company_id and c.id = w.calendar_id";

type Row = Omit<WorkCenterRecord, "laborYenPerHour" | "machineYenPerHour"> & {
  laborYenPerHour: Decimal;
  machineYenPerHour: Decimal;
};

function toRecord(row: Row): WorkCenterRecord {
  return {
    ...row,
    laborYenPerHour: row.laborYenPerHour.toFixed(),
    machineYenPerHour: row.machineYenPerHour.toFixed(),
  };
}

export async function listWorkCenters(
  tx: Tx,
  asked: {
    readonly search?: string | undefined;
    readonly isActive?: boolean | undefined;
    readonly sort?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<Outcome<Page<WorkCenterRecord>>> {
  const values: unknown[] = [tx.companyId];
  const where = ["w.company_id = $1"];
  if (asked.isActive !== undefined) {
    values.push(asked.isActive);
    where.push(`w.is_active = $${values.length}`);
  }
  if (asked.search) {
    values.push(asked.search.toLowerCase());
    const at = `$${values.length}`;
    where.push(
      `(strpos(lower(w.code), ${at}) > 0 or strpos(lower(w.name), ${at}) > 0 or strpos(lower(w.name_en), ${at}) > 0)`,
    );
  }
  const source = {
    select: COLUMNS,
    from: TABLES,
    where,
    values,
    sorts: {
      code: { sql: "w.code", kind: "text", of: (row: Row) => row.code },
      name: { sql: "w.name", kind: "text", of: (row: Row) => row.name },
    },
    sortedBy: "code",
    id: { sql: "w.id", kind: "uuid", of: (row: Row) => row.id },
  } as const;
  const page = await listPage(tx, source, asked);
  return page.ok ? ok({ ...page.value, rows: page.value.rows.map(toRecord) }) : page;
}

export async function loadWorkCenter(tx: Tx, id: string): Promise<WorkCenterRecord | null> {
  const rows = await query<Row>(tx, `select ${COLUMNS} from ${TABLES} where w.company_id = $1 and w.id = $2`, [
    tx.companyId,
    id,
  ]);
  return rows[0] ? toRecord(rows[0]) : null;
}

function toColumns(tx: Tx, id: string, input: WorkCenterInput) {
  return {
    company_id: tx.companyId,
    id,
    code: input.code,
    name: input.name,
    name_en: input.nameEn,
    calendar_id: input.calendarId,
    machine_count: input.machineCount,
    minutes_per_day: input.minutesPerDay,
    labor_yen_per_hour: input.laborYenPerHour,
    machine_yen_per_hour: input.machineYenPerHour,
    is_active: input.isActive,
  };
}

export async function insertWorkCenter(tx: Tx, id: string, input: WorkCenterInput): Promise<void> {
  await insertAll(tx, "work_center", [toColumns(tx, id, input)]);
}

export function updateWorkCenter(tx: Tx, id: string, seen: number, input: WorkCenterInput): Promise<number> {
  return execute(
    tx,
    `update app.work_center set code = $4, name = $5, name_en = $6, calendar_id = $7, machine_count = $8, minutes_per_day = $9,
       labor_yen_per_hour = $10, machine_yen_per_hour = $11, is_active = $12, version = version + 1
      where company_id = $1 and id = $2 and version = $3`,
    [
      tx.companyId,
      id,
      seen,
      input.code,
      input.name,
      input.nameEn,
      input.calendarId,
      input.machineCount,
      input.minutesPerDay,
      input.laborYenPerHour,
      input.machineYenPerHour,
      input.isActive,
    ],
  );
}

/** All work centres in the form of the file, with their ids. */
export async function loadWorkCenterRows(tx: Tx): Promise<{ id: string; row: WorkCenterTableRow }[]> {
  const rows = await query<Row>(tx, `select ${COLUMNS} from ${TABLES} where w.company_id = $1 order by w.code`, [
    tx.companyId,
  ]);
  return rows.map(toRecord).map((record) => ({
    id: record.id,
    row: {
      code: record.code,
      name: record.name,
      nameEn: record.nameEn || null,
      calendarCode: record.calendarCode,
      machineCount: record.machineCount,
      minutesPerDay: record.minutesPerDay,
      laborYenPerHour: record.laborYenPerHour,
      machineYenPerHour: record.machineYenPerHour,
      isActive: record.isActive,
    },
  }));
}

/** Writes many at once: new ones, and changed ones by their id. */
export async function saveWorkCenters(
  tx: Tx,
  centers: readonly { id: string; input: WorkCenterInput }[],
): Promise<void> {
  await insertAll(
    tx,
    "work_center",
    centers.map(({ id, input }) => toColumns(tx, id, input)),
    `on conflict (company_id, id) do update set name = excluded.name, name_en = excluded.name_en, calendar_id = excluded.calendar_id,
      machine_count = excluded.machine_count, minutes_per_day = excluded.minutes_per_day, labor_yen_per_hour = excluded.labor_yen_per_hour,
      machine_yen_per_hour = excluded.machine_yen_per_hour, is_active = excluded.is_active, version = work_center.version + 1`,
  );
}
