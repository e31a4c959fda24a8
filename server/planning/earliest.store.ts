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
      `${BELOW} select i.id, i.code, i.supply, i.lead_time_days "leadTimeDays", i.yield "yield", u.decimals, coalesce(s.on_hand - s.kept_elsewhere - s.reserved, 0) free,
          (select w.calendar_id from app.routing_operation r join app.work_center w on w.company_id = r.company_id and w.id = r.work_center_id where r.company_id = $1 and r.item_id = i.id order by r.operation_number limit 1) "calendarId"
        from below b join app.item i on i.company_id = $1 and i.id = b.id join app.unit u on u.company_id = $1 and u.code = i.unit left join app.item_stock s on s.company_id = $1 and s.item_id = i.id`,
      values,
    ),
    query<LeadTimeBomLine>(
      tx,
      `${BELOW} select l.parent_item_id "parentItemId", l.component_item_id "componentItemId", l.quantity, l.scrap_rate "scrapRate" from below b join app.bill_of_material_line l on l.company_id = $1 and l.parent_item_id = b.id
         join app.item c on c.company_id = $1 and c.id = l.component_item_id and c.is_stocked where (l.valid_from is null or l.valid_from <= $3) and (l.valid_to is null or l.valid_to >= $3)`,
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

const BELOW = `with recursive below (id) as (select $2::uuid union select l.component_item_id from below b join app.bill_of_material_line l on l.company_id = $1 and l.parent_item_id = b.id
  and (l.valid_from is null or l.valid_from <= $3) and (l.valid_to is null or l.valid_to >= $3))`;
