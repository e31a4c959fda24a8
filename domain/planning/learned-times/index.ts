export * from "./contract.ts";
export { expectFinish, type LeadTimeHistory, leadTimeHistory } from "./expected-finish.ts";
export { type ItemLeadTime, leadTimesOfItems } from "./lead-times-of-items.ts";
export { learnTimes, type WorkedOrder, workedOrders, workVisits } from "./learn-times.ts";
export { predictLeadTime } from "./predict-lead-time.ts";
export { median } from "./robust.ts";
export { type ProductionEventRow, productionEventTable } from "./table-production-event.ts";
export { isEnoughToTakeOver, LEAST_ORDERS } from "./take-over.ts";
export { eventsFromLog, minutesOfMoment, momentOfMinutes, type WorkEvent, type WorkLogRow } from "./work-event.ts";
