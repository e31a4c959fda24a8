export { type Deadline, runDeadlines } from "./deadlines.ts";
export { type Jobs, type Round, runJobsOnce, startJobs } from "./jobs.ts";
