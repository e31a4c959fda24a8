export { type ItemLeadTime, leadTimesOfItems, SHARE_OF_MOST } from "./lead-times-of-items.ts";
export { learnTimes, type WorkedOrder, type WorkVisit, workVisits } from "./learn-times.ts";
export { predictLeadTime } from "./predict-lead-time.ts";
export { median, type Spread } from "./robust.ts";
export { type ProductionEventRow, productionEventTable } from "./table-production-event.ts";
export { isEnoughToTakeOver, LEAST_ORDERS } from "./take-over.ts";
export { eventsFromLog, minutesOfMoment, momentOfMinutes, type WorkEvent, type WorkLogRow } from "./work-event.ts";
