import type { CalendarInput, CalendarRecord, CalendarRow } from "../../domain/resources/index.ts";
import type { Outcome } from "../../domain/shared/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { listPage, newId, type Page, settleAll, type Tx } from "../platform/index.ts";

interface ListQuery {
  readonly search?: string | undefined;
  readonly sort?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Calendars of the company with how many work centres keep them. */
export function listCalendars(tx: Tx, asked: ListQuery): Promise<Outcome<Page<CalendarRow>>> {
  const values: unknown[] = [tx.companyId];
  const where = ["c.company_id = $1"];
  if (asked.search) {
    values.push(asked.search.toLowerCase());
    where.push("(strpos(lower(c.code), $2) > 0 or strpos(lower(c.name), $2) > 0)");
  }
  const source = {
    select: `c.id, c.code, c.name, c.works_on "worksOn", c.keeps_public_holidays "keepsPublicHolidays",
      (select count(*)::int from app.work_center w where w.company_id = $1 and w.calendar_id = c.id) "workCenterCount",
      (select count(*)::int from app.calendar_day d where d.company_id = $1 and d.calendar_id = c.id) "ownDayCount"`,
    from: "app.calendar c",
    where,
    values,
    sorts: {
      code: { sql: "c.code", kind: "text", of: (row: CalendarRow) => row.code },
      name: { sql: "c.name", kind: "text", of: (row: CalendarRow) => row.name },
    },
    sortedBy: "code",
    id: { sql: "c.id", kind: "uuid", of: (row: CalendarRow) => row.id },
  } as const;
  return listPage(tx, source, asked);
}

/** A calendar with its own days and shifts; null when the company has none with that id. */
export async function loadCalendar(tx: Tx, id: string): Promise<CalendarRecord | null> {
  const [heads, days, shifts] = await settleAll([
    query<Omit<CalendarRecord, "days" | "shifts">>(
      tx,
      `select id, code, name, works_on "worksOn", keeps_public_holidays "keepsPublicHolidays", version
         from app.calendar where company_id = $1 and id = $2`,
      [tx.companyId, id],
    ),
    query<CalendarRecord["days"][number]>(
      tx,
      `select on_date "onDate", is_working "isWorking", reason from app.calendar_day
        where company_id = $1 and calendar_id = $2 order by on_date`,
      [tx.companyId, id],
    ),
    query<CalendarRecord["shifts"][number]>(
      tx,
      `select code, name, to_char(starts_at, 'HH24:MI') "startsAt", to_char(ends_at, 'HH24:MI') "endsAt",
              break_minutes "breakMinutes"
         from app.shift where company_id = $1 and calendar_id = $2 order by starts_at, code`,
      [tx.companyId, id],
    ),
  ]);
  const head = heads[0];
  return head ? { ...head, days, shifts } : null;
}

export async function insertCalendar(tx: Tx, id: string, input: CalendarInput): Promise<void> {
  await insertAll(tx, "calendar", [
    {
      company_id: tx.companyId,
      id,
      code: input.code,
      name: input.name,
      works_on: input.worksOn,
      keeps_public_holidays: input.keepsPublicHolidays,
    },
  ]);
  await insertParts(tx, id, input);
}

/** Replaces head, own days and shifts. Returns 0 when somebody else was faster. */
export async function updateCalendar(tx: Tx, id: string, seen: number, input: CalendarInput): Promise<number> {
  const count = await execute(
    tx,
    `update app.calendar set code = $4, name = $5, works_on = $6, keeps_public_holidays = $7, version = version + 1
      where company_id = $1 and id = $2 and version = $3`,
    [tx.companyId, id, seen, input.code, input.name, input.worksOn, input.keepsPublicHolidays],
  );
  if (count === 0) return 0;
  await settleAll([
    execute(tx, "delete from app.calendar_day where company_id = $1 and calendar_id = $2", [tx.companyId, id]),
    execute(tx, "delete from app.shift where company_id = $1 and calendar_id = $2", [tx.companyId, id]),
  ]);
  await insertParts(tx, id, input);
  return count;
}

async function insertParts(tx: Tx, calendarId: string, { days, shifts }: CalendarInput): Promise<void> {
  const key = { company_id: tx.companyId, calendar_id: calendarId };
  await settleAll([
    insertAll(
      tx,
      "calendar_day",
      days.map((day) => ({ ...key, on_date: day.onDate, is_working: day.isWorking, reason: day.reason })),
    ),
    insertAll(
      tx,
      "shift",
      shifts.map((shift) => ({
        ...key,
        id: newId(),
        code: shift.code,
        name: shift.name,
        starts_at: shift.startsAt,
        ends_at: shift.endsAt,
        break_minutes: shift.breakMinutes,
      })),
    ),
  ]);
}

/** Ids of calendars by code: all of the company, there are few. */
export async function calendarIdsByCode(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ id: string; code: string }>(
    tx,
    "select id, code from app.calendar where company_id = $1",
    [tx.companyId],
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

export interface StoredCalendarDay {
  readonly calendarCode: string;
  readonly onDate: string;
  readonly isWorking: boolean;
  readonly reason: string | null;
}

export function loadCalendarDays(tx: Tx): Promise<StoredCalendarDay[]> {
  return query<StoredCalendarDay>(
    tx,
    `select c.code "calendarCode", d.on_date "onDate", d.is_working "isWorking", nullif(d.reason, '') reason
       from app.calendar_day d join app.calendar c on c.company_id = d.company_id and c.id = d.calendar_id
      where d.company_id = $1 order by c.code, d.on_date`,
    [tx.companyId],
  );
}

export async function saveCalendarDays(
  tx: Tx,
  days: readonly { calendarId: string; onDate: string; isWorking: boolean; reason: string }[],
): Promise<void> {
  await insertAll(
    tx,
    "calendar_day",
    days.map((day) => ({
      company_id: tx.companyId,
      calendar_id: day.calendarId,
      on_date: day.onDate,
      is_working: day.isWorking,
      reason: day.reason,
    })),
    "on conflict (company_id, calendar_id, on_date) do update set is_working = excluded.is_working, reason = excluded.reason",
  );
  await execute(tx, "update app.calendar set version = version + 1 where company_id = $1 and id = any($2::uuid[])", [
    tx.companyId,
    [...new Set(days.map((day) => day.calendarId))],
  ]);
}
