import { type PlanInput, type PlanResult, planFromRecords } from "../index.ts";

/**
 * The planning library by itself: two pumps are sold, one shaft is in stock. No database, no server, no clock; plain records in, plain records out.
 *
 * @returns planned orders (a pump order of 2, a shaft order of 1), pegs and exceptions
 */
export function planAPump(): PlanResult {
  const item = { unit: "EA", calendarId: null, safetyStock: "0", isOrderBound: false, partnerId: null, yield: "1" };
  const lots = {
    lotRule: "lot_for_lot",
    lotFixed: null,
    lotPeriodDays: null,
    lotMinimum: null,
    lotMaximum: null,
    lotMultiple: null,
  } as const;
  const input: PlanInput = {
    planFrom: "2026-12-07",
    horizonDays: 60,
    units: [{ code: "EA", decimals: 0 }],
    unitConversions: [],
    calendars: [{ id: "DAY", calendar: { worksOn: [1, 2, 3, 4, 5], keepsPublicHolidays: true, days: [] } }],
    companyCalendarId: "DAY",
    items: [
      { ...item, ...lots, id: "pump", code: "PUMP", supply: "make", leadTimeDays: 2, onHand: "0" },
      { ...item, ...lots, id: "shaft", code: "SHAFT", supply: "buy", leadTimeDays: 3, onHand: "1" },
    ],
    bomLines: [
      { parentItemId: "pump", componentItemId: "shaft", quantity: "1", scrapRate: "0", validFrom: null, validTo: null },
    ],
    receipts: [],
    demands: [
      { kind: "sales", id: "SO-1", line: 1, itemId: "pump", quantity: "2", neededOn: "2026-12-18", orderKey: null },
    ],
    reservations: [],
  };
  const planned = planFromRecords(input);
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusals));
  return planned.value;
}
