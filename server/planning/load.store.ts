import type { LoadPiece } from "../../domain/planning/index.ts";
import type { Shift } from "../../domain/resources/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import type { Tx } from "../platform/index.ts";

export interface CenterRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly machineCount: number;
  readonly minutesPerDay: number;
  readonly calendarId: string | null;
}

/** The work centres in use. */
export function loadCenters(tx: Tx): Promise<CenterRow[]> {
  return query<CenterRow>(
    tx,
    `select id, code, name, name_en "nameEn", machine_count "machineCount", minutes_per_day "minutesPerDay", calendar_id "calendarId"
       from app.work_center where company_id = $1 and is_active order by code`,
    [tx.companyId],
  );
}

export interface CalendarRow {
  readonly id: string;
  readonly worksOn: readonly number[];
  readonly keepsPublicHolidays: boolean;
  readonly days: readonly { readonly onDate: PlainDate; readonly isWorking: boolean; readonly reason: string }[];
  readonly shifts: readonly Shift[];
}

/** All calendars with their own days within a stretch and their shifts, the company's first one first. */
export function loadCalendars(tx: Tx, from: PlainDate, to: PlainDate): Promise<CalendarRow[]> {
  return query<CalendarRow>(
    tx,
    `select c.id, c.works_on "worksOn", c.keeps_public_holidays "keepsPublicHolidays",
        coalesce((select jsonb_agg(jsonb_build_object('onDate', d.on_date, 'isWorking', d.is_working, 'reason', d.reason)) from app.calendar_day d
          where d.company_id = $1 and d.calendar_id = c.id and d.on_date between $2 and $3), '[]') days,
        coalesce((select jsonb_agg(jsonb_build_object('code', s.code, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'breakMinutes', s.break_minutes)) from app.shift s
          where s.company_id = $1 and s.calendar_id = c.id), '[]') shifts
       from app.calendar c where c.company_id = $1 order by c.code`,
    [tx.companyId, from, to],
  );
}

/** Minutes an operation `o` still asks of the work centre it is done at. */
export const LEFT_MINUTES =
  "((case when o.state in ('waiting', 'ready') then o.setup_minutes else 0 end) + o.run_minutes_per_unit * greatest(o.planned_quantity - o.good - o.scrap, 0)) * o.time_factor";

/**
 * What work orders that are not finished still ask of the work centres they are done at, summed by centre and days.
 *
 * @param without work orders that are left out
 */
export function loadOrderWork(tx: Tx, until: PlainDate, without: readonly string[] = []): Promise<LoadPiece[]> {
  return query<LoadPiece>(
    tx,
    `select o.at_work_center_id "workCenterId", 'order' kind, x."from", x."to",
        sum(${LEFT_MINUTES})::float8 minutes
       from app.work_order w join app.work_order_operation o on o.company_id = $1 and o.work_order_id = w.id
       cross join lateral (select coalesce(o.planned_start_on, w.start_on) "from", coalesce(o.planned_finish_on, w.due_on) "to") x
      where w.company_id = $1 and w.state in ('planned', 'released', 'started') and o.state <> 'done' and o.at_work_center_id is not null and x."from" <= $2 and w.id <> all ($3::uuid[])
      group by 1, 3, 4`,
    [tx.companyId, until, without],
  );
}
