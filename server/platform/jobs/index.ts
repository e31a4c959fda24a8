export { type JobLog, type Jobs, runJobsOnce, startJobs } from "./jobs.ts";
