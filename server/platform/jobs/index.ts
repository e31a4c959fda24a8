export { type Deadline, runDeadlines } from "./deadlines.ts";
export { type Jobs, runJobsOnce, startJobs } from "./jobs.ts";
