export { type Jobs, runJobsOnce, startJobs } from "./jobs.ts";
