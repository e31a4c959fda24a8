import type { ShiftTableRow } from "../../domain/resources/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export { calendarIdsByCode } from "./calendar.store.ts";

/** A calendar without its days and shifts, which are tables of their own in files. */
export interface CalendarHead {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly worksOn: readonly number[];
  readonly keepsPublicHolidays: boolean;
}

export function loadCalendarHeads(tx: Tx): Promise<CalendarHead[]> {
  return query<CalendarHead>(
    tx,
    `select id, code, name, works_on "worksOn", keeps_public_holidays "keepsPublicHolidays"
       from app.calendar where company_id = $1 order by code`,
    [tx.companyId],
  );
}

/** Writes many at once: new ones, and changed ones by their id; days and shifts stay. */
export async function saveCalendarHeads(tx: Tx, heads: readonly CalendarHead[]): Promise<void> {
  await insertAll(
    tx,
    "calendar",
    heads.map((head) => ({
      company_id: tx.companyId,
      id: head.id,
      code: head.code,
      name: head.name,
      works_on: head.worksOn,
      keeps_public_holidays: head.keepsPublicHolidays,
    })),
    `on conflict (company_id, id) do update set name = excluded.name, works_on = excluded.works_on,
      keeps_public_holidays = excluded.keeps_public_holidays, version = calendar.version + 1`,
  );
}

/** All shifts in the form of the file, with their ids. */
export async function loadShiftRows(tx: Tx): Promise<{ id: string; row: ShiftTableRow }[]> {
  const rows = await query<ShiftTableRow & { id: string }>(
    tx,
    `select s.id, c.code "calendarCode", s.code, s.name, to_char(s.starts_at, 'HH24:MI') "startsAt",
            to_char(s.ends_at, 'HH24:MI') "endsAt", s.break_minutes "breakMinutes"
       from app.shift s join app.calendar c on c.company_id = s.company_id and c.id = s.calendar_id
      where s.company_id = $1 order by c.code, s.starts_at, s.code`,
    [tx.companyId],
  );
  return rows.map(({ id, ...row }) => ({ id, row }));
}

export interface ShiftWrite {
  readonly id: string;
  readonly calendarId: string;
  readonly code: string;
  readonly name: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly breakMinutes: number;
}

/** Replaces the shifts named, and tells their calendars' readers that something changed. */
export async function saveShifts(tx: Tx, shifts: readonly ShiftWrite[]): Promise<void> {
  await execute(tx, "delete from app.shift where company_id = $1 and id = any($2::uuid[])", [
    tx.companyId,
    shifts.map((shift) => shift.id),
  ]);
  await insertAll(
    tx,
    "shift",
    shifts.map((shift) => ({
      company_id: tx.companyId,
      id: shift.id,
      calendar_id: shift.calendarId,
      code: shift.code,
      name: shift.name,
      starts_at: shift.startsAt,
      ends_at: shift.endsAt,
      break_minutes: shift.breakMinutes,
    })),
  );
  await execute(tx, "update app.calendar set version = version + 1 where company_id = $1 and id = any($2::uuid[])", [
    tx.companyId,
    [...new Set(shifts.map((shift) => shift.calendarId))],
  ]);
}
