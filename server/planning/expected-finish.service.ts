import { Temporal } from "temporal-polyfill";
import {
  type ExpectedFinishRow,
  expectFinish,
  type LeadTimeAnswer,
  minutesOfMoment,
  momentOfMinutes,
} from "../../domain/planning/index.ts";
import { type WorkingDays, workingDayOnOrAfter, workingDaysBetween } from "../../domain/resources/index.ts";
import { addDays, type Instant, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { companyDays } from "./company-days.ts";
import { findLeadTime, loadOpenOrders } from "./expected-finish.store.ts";
import { historyOf } from "./lead-time-history.ts";
import { operationName } from "./work-event.store.ts";

/** So far ahead the company's own days off are asked for; what is later follows week and holidays. */
const CALENDAR_DAYS = 730;

/** When work orders are likely to be finished. Those that are not released or begun, and those of which too little is known, are not in the answer. */
export async function expectedFinishes(
  tx: Tx,
  workOrderIds: readonly string[],
  now: Instant,
  today: PlainDate,
): Promise<ExpectedFinishRow[]> {
  const orders = await loadOpenOrders(tx, workOrderIds);
  if (orders.length === 0) return [];
  const history = await historyOf(tx, today);
  const days = await companyDays(tx, today, addDays(today, CALENDAR_DAYS));
  const knownAt = minutesNow(now);
  return orders.flatMap(({ id, itemId, quantity, firstOperation, startOn, startedAt, dueOn }): ExpectedFinishRow[] => {
    const planned = minutesOfMoment(`${startOn} 00:00`)! + history.startMinute;
    const finish = expectFinish(history, {
      part: itemId,
      quantity,
      firstOperation: firstOperation === null ? null : operationName(itemId, firstOperation),
      startAt: startedAt ?? Math.max(planned, knownAt),
      knownAt,
    });
    if (!finish) return [];
    const { orderCount } = finish;
    if (finish.kind === "overrun")
      return [{ workOrderId: id, isOverrun: true, likelyOn: null, mostOn: null, isLate: today > dueOn, orderCount }];
    const likelyOn = dayOf(finish.likelyAt, days);
    const mostOn = dayOf(finish.mostAt, days);
    return [{ workOrderId: id, isOverrun: false, likelyOn, mostOn, isLate: likelyOn > dueOn, orderCount }];
  });
}

/** How long an order that begins on a day is likely to take, beside the item's lead time. */
export async function answerLeadTime(
  tx: Tx,
  asked: { readonly itemId: string; readonly quantity: string; readonly startOn: PlainDate },
  now: Instant,
  today: PlainDate,
): Promise<Outcome<LeadTimeAnswer, "NOT_FOUND">> {
  const leadTimeDays = await findLeadTime(tx, asked.itemId);
  if (leadTimeDays === null) return refuse("NOT_FOUND");
  const history = await historyOf(tx, today);
  const days = await companyDays(tx, asked.startOn, addDays(asked.startOn, CALENDAR_DAYS));
  const startAt = minutesOfMoment(`${asked.startOn} 00:00`)! + history.startMinute;
  const finish = expectFinish(history, {
    part: asked.itemId,
    quantity: Number(asked.quantity),
    firstOperation: null,
    startAt,
    knownAt: Math.min(startAt, minutesNow(now)),
  });
  const told = (at: number) => {
    const on = dayOf(at, days);
    return { on, days: workingDaysBetween(days, asked.startOn, on) };
  };
  return ok({
    itemId: asked.itemId,
    leadTimeDays,
    orderCount: finish?.orderCount ?? history.ordersOfPart.get(asked.itemId)?.length ?? 0,
    prediction:
      finish?.kind === "expected"
        ? { low: told(finish.lowAt), likely: told(finish.likelyAt), most: told(finish.mostAt) }
        : null,
  });
}

/** Lead times are by the clock, nights and days off in them: what would end on a day off is told for the next day that is worked. */
function dayOf(minutes: number, days: WorkingDays): PlainDate {
  return workingDayOnOrAfter(days, momentOfMinutes(minutes).slice(0, 10));
}

/** The clock of the works. */
function minutesNow(now: Instant): number {
  return minutesOfMoment(Temporal.Instant.from(now).toZonedDateTimeISO("Asia/Tokyo").toPlainDateTime().toString())!;
}
