import type { LeadTimeBomLine, LeadTimeItem } from "../../domain/planning/index.ts";
import type { WorkingCalendar } from "../../domain/resources/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import { query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";

/** The structure below an item, with free stock and lead times; a structure that contains itself ends where it comes round. */
export async function loadStructure(
  tx: Tx,
  itemId: string,
  today: PlainDate,
): Promise<{ items: LeadTimeItem[]; bomLines: LeadTimeBomLine[]; calendars: (WorkingCalendar & { id: string })[] }> {
  const values = [tx.companyId, itemId, today];
  const [items, bomLines, calendars] = await settleAll([
    query<LeadTimeItem>(
      tx,
      `${BELOW} select i.id, i.code, case when ${RUNS_OUT("i")} then 'make' else i.supply end supply, case when i.is_phantom or ${RUNS_OUT("i")} then 0 else i.lead_time_days end "leadTimeDays", case when ${RUNS_OUT("i")} then 1 else i.yield end "yield", u.decimals, coalesce(s.on_hand - s.kept_elsewhere - s.reserved, 0) free,
          (select w.calendar_id from app.routing_operation r join app.work_center w on w.company_id = r.company_id and w.id = r.work_center_id where r.company_id = $1 and r.item_id = i.id order by r.operation_number limit 1) "calendarId"
        from below b join app.item i on i.company_id = $1 and i.id = b.id join app.unit u on u.company_id = $1 and u.code = i.unit left join app.item_stock s on s.company_id = $1 and s.item_id = i.id`,
      values,
    ),
    query<LeadTimeBomLine>(
      tx,
      `${BELOW} select e.above "parentItemId", e.below "componentItemId", e.quantity, e.scrap_rate "scrapRate" from below b join e on e.above = b.id
         join app.item c on c.company_id = $1 and c.id = e.below and c.is_stocked`,
      values,
    ),
    query<WorkingCalendar & { id: string }>(
      tx,
      `select c.id, c.works_on "worksOn", c.keeps_public_holidays "keepsPublicHolidays",
          coalesce((select jsonb_agg(jsonb_build_object('onDate', d.on_date, 'isWorking', d.is_working, 'reason', d.reason)) from app.calendar_day d where d.company_id = $1 and d.calendar_id = c.id and d.on_date >= $2), '[]') days
        from app.calendar c where c.company_id = $1 order by c.code`,
      [tx.companyId, today],
    ),
  ] as const);
  return { items, bomLines, calendars };
}

/** Its successor has taken over: what it has is used up, and the rest is the successor's. */
const RUNS_OUT = (item: string) =>
  `(${item}.successor_item_id is not null and coalesce(${item}.successor_from, $3::date) <= $3::date)`;

/** What stands below what: components as their bills hold today, or the successor that has taken over. */
const BELOW = `with recursive e (above, below, quantity, scrap_rate) as (
    select l.parent_item_id, l.component_item_id, l.quantity, l.scrap_rate from app.bill_of_material_line l join app.item p on p.company_id = $1 and p.id = l.parent_item_id
      where l.company_id = $1 and l.kind = 'component' and not ${RUNS_OUT("p")} and (l.valid_from is null or l.valid_from <= $3) and (l.valid_to is null or l.valid_to >= $3)
    union all select i.id, i.successor_item_id, i.successor_ratio, 0 from app.item i where i.company_id = $1 and ${RUNS_OUT("i")}),
  below (id) as (select $2::uuid union select e.below from below b join e on e.above = b.id)`;
