import { type EarliestDate, earliestByLeadTimes as reckon } from "../../domain/planning/index.ts";
import { USUAL_WEEK } from "../../domain/resources/index.ts";
import type { Decimal, Outcome, PlainDate } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadStructure } from "./earliest.store.ts";

/**
 * The day by which the acting company can have so much of an item: free stock first, the rest by the lead times of the longest
 * chain below it. The reasons name that chain, the item itself first.
 */
export async function earliestByLeadTimes(
  tx: Tx,
  itemId: string,
  quantity: Decimal,
  today: PlainDate,
): Promise<Outcome<EarliestDate, "PLAN_ITEM_UNKNOWN" | "BOM_CYCLIC">> {
  const { items, bomLines, calendars } = await loadStructure(tx, itemId, today);
  return reckon(
    {
      today,
      items,
      bomLines,
      calendars: new Map(calendars.map((calendar) => [calendar.id, calendar])),
      companyCalendar: calendars[0] ?? USUAL_WEEK,
    },
    itemId,
    quantity,
  );
}
