export { learnTimes } from "./learn-times.ts";
export { predictLeadTime } from "./predict-lead-time.ts";
export { median } from "./robust.ts";
export { eventsFromLog, type WorkLogRow } from "./work-event.ts";
