import type { TableSpec } from "../../domain/shared/index.ts";
import type { PLAN_TABLES, PlanFile } from "./tables.ts";

type Row<File extends PlanFile> = (typeof PLAN_TABLES)[File] extends TableSpec<infer Values> ? Partial<Values> : never;

/** A small factory that plans as it stands: what the template files hold. Pumps of a shaft turned from bar and a plated cover. */
export const EXAMPLE_FACTORY: { readonly [File in PlanFile]: readonly Row<File>[] } = {
  shifts: [
    {
      calendar: "DAY",
      days: "12345",
      keepsHolidays: true,
      from: "08:00",
      to: "17:00",
      breaks: "12:00-13:00 15:00-15:10",
    },
  ],
  closures: [{ calendar: "DAY", onDate: "2026-12-29", isWorking: false, reason: "SHUTDOWN" }],
  machines: [
    { code: "L-1", group: "LATHE", calendar: "DAY", rate: "1" },
    { code: "L-2", group: "LATHE", calendar: "DAY", rate: "1.5" },
    { code: "A-1", group: "ASSEMBLY", calendar: "DAY", rate: "1" },
  ],
  maintenance: [{ machine: "L-2", fromDate: "2026-12-08", from: "13:00", toDate: "2026-12-08", to: "17:00" }],
  people: [{ code: "SATO", calendar: "DAY", skills: "PUMPS" }],
  setups: [{ machine: "L-1", fromGroup: "STEEL", toGroup: "BRASS", minutes: "45" }],
  items: [
    { code: "PUMP", supply: "make", unit: "EA", decimals: 0, leadTimeDays: 2 },
    { code: "SHAFT", supply: "make", unit: "EA", decimals: 0, leadTimeDays: 3, lotMinimum: "20", yield: "0.98" },
    { code: "COVER", supply: "make", unit: "EA", decimals: 0, leadTimeDays: 5 },
    { code: "BAR", supply: "buy", unit: "M", decimals: 2, leadTimeDays: 4, safetyStock: "5" },
  ],
  bom: [
    { parent: "PUMP", component: "SHAFT", quantity: "1" },
    { parent: "PUMP", component: "COVER", quantity: "2" },
    { parent: "SHAFT", component: "BAR", quantity: "0.25", scrapRate: "0.02" },
    { parent: "COVER", component: "BAR", quantity: "0.1" },
  ],
  demands: [
    { number: "SO-1", item: "PUMP", quantity: "12", neededOn: "2026-12-11" },
    { number: "SO-2", item: "PUMP", quantity: "30", neededOn: "2026-12-18" },
  ],
  receipts: [{ number: "PO-1", item: "BAR", quantity: "50", dueOn: "2026-12-10" }],
  stock: [{ item: "BAR", quantity: "6" }],
  routings: [
    { item: "PUMP", step: 10, group: "ASSEMBLY", minutesPerUnit: "20", skill: "PUMPS" },
    {
      item: "SHAFT",
      step: 10,
      group: "LATHE",
      minutesPerUnit: "6",
      setupMinutes: "20",
      setupGroup: "STEEL",
      splitInto: 2,
    },
    { item: "COVER", step: 10, machines: "L-1 L-2", minutesPerUnit: "3", setupMinutes: "30", setupGroup: "BRASS" },
    { item: "COVER", step: 20, minutesPerUnit: "0", partner: "PLATING", partnerDays: 2 },
  ],
  orders: [
    {
      number: "W-1",
      item: "SHAFT",
      quantity: "10",
      dueOn: "2026-12-09",
      releasedOn: "2026-12-07",
      isMaterialIssued: true,
    },
  ],
};
