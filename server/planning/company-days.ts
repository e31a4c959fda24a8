import { USUAL_WEEK, type WorkingDays, workingDays } from "../../domain/resources/index.ts";
import type { PlainDate } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { loadCalendars } from "./load.store.ts";

/** The working days of the acting company: its first calendar, or the usual week; its own days off only within the stretch. */
export async function companyDays(tx: Tx, from: PlainDate, to: PlainDate): Promise<WorkingDays> {
  const [calendar] = await loadCalendars(tx, from, to);
  return workingDays(calendar ?? USUAL_WEEK);
}
