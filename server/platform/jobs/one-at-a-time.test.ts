import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorld, type TestCompany, type World } from "../../../tests/support/world.ts";
import { audit } from "../index.ts";

let world: World;
let company: TestCompany;

beforeAll(async () => {
  world = await createWorld();
  company = await world.company("山田製作所");
});
afterAll(() => world.close());

const note = () =>
  world.as(company, (tx) => audit(tx, [{ command: "test.noted", subjectKind: "test", subjectId: null }]));

async function waitsForALock(call: string): Promise<boolean> {
  const { rows } = await world.admin.query(
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query = $1",
    [call],
  );
  return rows.length > 0;
}

/** Another run has the mark; while one waits for it, the work of others is committed and the other run takes the mark beyond. */
async function runBehindAnother(name: "seal" | "fold", call: string): Promise<{ passed: bigint; after: bigint }> {
  const markOf = async (client: pg.Client) =>
    BigInt((await client.query("select xid::text from guard.mark where name = $1", [name])).rows[0].xid);
  const first = await world.databases.job.connect();
  const other = new pg.Client(world.database.admin);
  await other.connect();
  try {
    await other.query("begin");
    await other.query("select 1 from guard.mark where name = $1 for update", [name]);
    const waiting = first.query(call);
    while (!(await waitsForALock(call))) await sleep(10);
    await note();
    await other.query(
      "update guard.mark set xid = (pg_snapshot_xmax(pg_current_snapshot())::text)::xid8 where name = $1",
      [name],
    );
    const passed = await markOf(other);
    await other.query("commit");
    await waiting;
    return { passed, after: await markOf(world.admin) };
  } finally {
    first.release();
    await other.end();
  }
}

test.each([
  ["seal", "select guard.seal_audit()"],
  ["fold", "select guard.fold_accounts()"],
] as const)("a run of %s that waited for another never sets the mark back", async (name, call) => {
  await note();
  const { passed, after } = await runBehindAnother(name, call);
  expect(after).toBeGreaterThanOrEqual(passed);
});
