import { afterEach, beforeAll, expect } from "vitest";
import type { PlainDate } from "../../domain/shared/index.ts";
import { checkPlan } from "../../server/planning/check-plan.ts";
import { followPlan } from "../../server/planning/follow-plan.ts";
import { planNow } from "../../server/planning/index.ts";
import { type Databases, inJob, newId, type Tx } from "../../server/platform/index.ts";
import type { World } from "./world.ts";

/** The one process of a test that keeps plans. */
const HOLDER = newId();
const MOST_ROUNDS = 20;

/** Makes a first plan of the acting company, which is kept from then on. */
export async function firstPlan(tx: Tx, today: PlainDate): Promise<void> {
  const planned = await planNow(tx, { planFrom: today, horizonDays: 365 });
  if (!planned.ok) throw new Error(JSON.stringify(planned.refusals));
}

/**
 * Keeps a plan of every company of a test file's world from its beginning, and expects after each test that all of them have followed what it did.
 * To be called behind the file's own `beforeAll`.
 */
export function keepPlans(worldOf: () => World, today: PlainDate): void {
  beforeAll(async () => {
    const { admin, databases } = worldOf();
    const jobs = await admin.query<{ id: string }>(
      "insert into app.job_entry (company_id, id, task) select company_id, gen_random_uuid(), 'planning.run' from app.company returning id",
    );
    for (const { id } of jobs.rows) await inJob(databases, id, (tx) => firstPlan(tx, today));
  });
  afterEach(async () => {
    await expectPlansFollow(worldOf().databases, today);
  });
}

/**
 * Lets every kept plan follow what happened, as the server does by itself, and expects each to be what planning its records anew gives.
 *
 * @returns how often a plan was followed and how often made anew
 */
export async function expectPlansFollow(
  databases: Pick<Databases, "job">,
  today: PlainDate,
): Promise<{ readonly followed: number; readonly anew: number }> {
  const count = { followed: 0, anew: 0 };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const claimed = await databases.job.query<{ job: string }>(
      "select guard.claim_plans($1, $2, '10 seconds', 50) job",
      [HOLDER, today],
    );
    if (claimed.rows.length === 0) break;
    let told = 0;
    for (const { job } of claimed.rows) {
      const became = await followPlan(databases, job, HOLDER, today);
      if (became === "followed") count.followed++;
      if (became === "made anew") count.anew++;
      if (became !== "nothing") told++;
    }
    if (told === 0) break;
  }
  const checks = await databases.job.query<{ job: string }>("select guard.open_plan_checks() job");
  for (const { job } of checks.rows) {
    const check = await inJob(databases, job, async (tx) => ({
      company: tx.companyId,
      ...(await checkPlan(tx, true)),
    }));
    expect([check.company, check.different]).toEqual([check.company, []]);
    await databases.job.query("select guard.end_job($1)", [job]);
  }
  return count;
}
