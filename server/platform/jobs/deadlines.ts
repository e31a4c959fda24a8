import type { Outcome, PlainDate } from "../../../domain/shared/index.ts";
import { type Databases, inJob, type Tx } from "../db/index.ts";

/** Something that happens by itself because its day has passed, as an area declares it (`AreaServer.deadlines`). */
export interface Deadline {
  readonly name: string;
  /** What ran out at the acting company; each is handled in a transaction of its own, so that one refusal stops no other. */
  find(tx: Tx, today: PlainDate): Promise<readonly string[]>;
  act(tx: Tx, today: PlainDate, id: string): Promise<Outcome<unknown, string>>;
}

/**
 * Carries out what ran out before `today`, company by company. The database names the companies (guard.open_deadline_jobs, guard.open_notice_jobs) and lets
 * one of several server processes work. What is refused (a closed month) is logged, stays as it is, and is tried again next time.
 *
 * @returns how many records were moved
 */
export async function runDeadlines(
  databases: Pick<Databases, "job">,
  deadlines: readonly Deadline[],
  today: PlainDate,
  log: (message: string) => void,
): Promise<number> {
  const overdue = await databases.job.query<{ job: string }>("select guard.open_deadline_jobs($1) job", [today]);
  const untold = await databases.job.query<{ job: string }>("select guard.open_notice_jobs($1) job", [today]);
  let moved = 0;
  for (const { job } of [...overdue.rows, ...untold.rows]) {
    for (const { name, find, act } of deadlines) {
      for (const id of await inJob(databases, job, (tx) => find(tx, today))) {
        const outcome = await inJob(databases, job, (tx) => act(tx, today, id));
        if (outcome.ok) moved++;
        else log(`deadline ${name}: ${outcome.refusals.map((refusal) => refusal.code).join(", ")}`);
      }
    }
    await databases.job.query("select guard.end_job($1)", [job]);
  }
  return moved;
}
