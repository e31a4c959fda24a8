import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createWorld, plantPartner, type TestCompany, type World } from "../../tests/support/world.ts";
import { insertAll, query } from "../platform/db/index.ts";
import { newId, runJobsOnce, startJobs } from "../platform/index.ts";
import { balanceAt, loadAllBalances, profitOf, trialBalanceOf } from "./balances.ts";
import { postManualEntry, reverseManualEntry } from "./manual-entry.service.ts";
import { openBooks } from "./open-books.store.ts";

let world: World;
let ours: TestCompany;
let theirs: TestCompany;

beforeAll(async () => {
  world = await createWorld();
  ours = await world.company("丸山製作所");
  theirs = await world.company("堺組立");
  for (const company of [ours, theirs]) await world.as(company, (tx) => openBooks(tx, "2026-03-01", 12));
  await plantPartner(world, ours, "C-1");
});
afterAll(() => world.close());

const ACCOUNTS = ["1130", "2160", "4110", "7390", "3110"];
const entry = fc.record({
  month: fc.integer({ min: 3, max: 11 }),
  amounts: fc.array(fc.bigInt({ min: -999_999n, max: 999_999n }), { minLength: 1, maxLength: 4 }),
  accounts: fc.array(fc.constantFrom(...ACCOUNTS), { minLength: 5, maxLength: 5 }),
});
type Entry = typeof entry extends fc.Arbitrary<infer T> ? T : never;

/** The amounts as lines, closed by a last line that balances. */
function linesOf({ amounts, accounts }: Entry) {
  const kept = amounts.filter((amount) => amount !== 0n);
  const sum = kept.reduce((total, amount) => total + amount, 0n);
  return [...kept, ...(sum === 0n ? [] : [-sum])].map((amount, i) => ({
    account: accounts[i]!,
    debitYen: amount > 0n ? amount : null,
    creditYen: amount < 0n ? -amount : null,
  }));
}
const day = (month: number) => `2026-${String(month).padStart(2, "0")}-15`;

async function post(company: TestCompany, one: Entry): Promise<void> {
  const lines = linesOf(one);
  if (lines.length < 2) return;
  const posted = await world.as(company, (tx) =>
    postManualEntry(tx, { postingOn: day(one.month), description: "振替", lines }),
  );
  expect(posted.ok).toBe(true);
}

/** Folded and open against the plain sum of all lines, seen in one transaction that does not move. */
async function compare(company: TestCompany): Promise<void> {
  await world.as(company, async (tx) => {
    const read = await query<{ account_id: string; month: string; yen: bigint; plain: bigint }>(
      tx,
      `select coalesce(b.account_id, l.account_id) account_id, coalesce(b.month, l.month) "month", coalesce(b.yen, 0)::bigint yen, coalesce(l.yen, 0)::bigint plain
        from (select account_id, month, debit_yen - credit_yen yen from guard.my_balances('9999-12')) b
        full join (select account_id, to_char(posted_on, 'YYYY-MM') "month", sum(amount_yen) yen from app.journal_line where company_id = $1 group by 1, 2) l on l.account_id = b.account_id and l.month = b.month`,
      [company.id],
    );
    expect(read.filter((row) => row.yen !== row.plain)).toEqual([]);
  });
}

describe("balances", () => {
  test("whatever is posted, the trial balance is zero and equals the lines, folded or not", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 6 }), fc.boolean(), async (entries, folds) => {
        for (const one of entries) await post(ours, one);
        if (folds) await runJobsOnce(world.databases);
        await compare(ours);
        await world.as(ours, async (tx) => {
          const balances = await loadAllBalances(tx, "2026-12");
          for (const [from, to] of [
            ["2026-03", "2026-12"],
            ["2026-04", "2026-06"],
          ] as const) {
            const balance = trialBalanceOf(balances, from, to);
            expect(balance.debitYen).toBe(balance.creditYen);
            expect(balance.openingYen).toBe(0n);
            expect(balance.rows.reduce((sum, row) => sum + row.closingYen, 0n)).toBe(0n);
          }
        });
      }),
      { numRuns: 12 },
    );
  });

  test("while eight people post and the folder runs, folded and open together are always the whole", async () => {
    const jobs = startJobs(world.databases, (message) => expect.fail(message));
    const sample = fc.sample(entry, 64);
    let isPosting = true;
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (const one of sample.slice(writer * 8, writer * 8 + 8)) await post(writer % 2 ? theirs : ours, one);
    });
    const folder = (async () => {
      while (isPosting) await runJobsOnce(world.databases);
    })();
    const reader = (async () => {
      while (isPosting) for (const company of [ours, theirs]) await compare(company);
    })();
    await Promise.all(writers);
    isPosting = false;
    await Promise.all([folder, reader]);
    await jobs.stop();
    await runJobsOnce(world.databases);
    for (const company of [ours, theirs]) await compare(company);
    const examined = await world.databases.job.query<{ invariant: string; compared: string; broken: string }>(
      "select invariant, compared::text, broken::text from guard.examine() where invariant in ('books_balance', 'folded_balances_equal_lines', 'audit_is_sealed')",
    );
    expect(examined.rows.map((row) => [row.invariant, row.broken])).toEqual([
      ["books_balance", "0"],
      ["folded_balances_equal_lines", "0"],
      ["audit_is_sealed", "0"],
    ]);
    expect(examined.rows.every((row) => Number(row.compared) > 0)).toBe(true);
  });

  test("profit of past years stands in what was brought forward, not in this year's sales", async () => {
    const fresh = await world.company("三年目工業");
    await world.as(fresh, (tx) => openBooks(tx, "2026-03-01", 12));
    const sell = (postingOn: string, yen: bigint) =>
      world.as(fresh, (tx) =>
        postManualEntry(tx, {
          postingOn,
          description: "売上",
          lines: [
            { account: "1130", debitYen: yen },
            { account: "4110", creditYen: yen },
          ],
        }),
      );
    await sell("2026-03-31", 700n);
    await sell("2026-04-01", 300n);
    await world.as(fresh, async (tx) => {
      const balances = await loadAllBalances(tx, "2026-05");
      const may = trialBalanceOf(balances, "2026-05", "2026-05");
      const opening = new Map(may.rows.map((row) => [row.accountCode, row.openingYen]));
      expect([opening.get("1130"), opening.get("4110"), opening.get("3150")]).toEqual([1000n, -300n, -700n]);
      expect(profitOf(balances, "2026-04", "2026-04")).toBe(300n);
      const bank = balances.accountOf.get("bank")!;
      expect(balanceAt(balances, new Set([bank]), "2026-03")).toBe(700n);
    });
  });
});

describe("an entry by hand", () => {
  const lines = [
    { account: "7390", debitYen: 500n },
    { account: "1110", creditYen: 500n },
  ];
  const cases = [
    {
      name: "that does not balance says by how much",
      lines: [lines[0]!, { account: "1110", creditYen: 400n }],
      refusal: { code: "ENTRY_NOT_BALANCED", values: { difference: "100" }, field: "lines" },
    },
    {
      name: "on an account that follows stock is refused at its cell",
      lines: [lines[0]!, { account: "1350", creditYen: 500n }],
      refusal: { code: "ACCOUNT_KEPT_BY_STOCK", field: "lines.1.account" },
    },
    {
      name: "on receivables needs to say whose",
      lines: [{ account: "1230", debitYen: 500n }, lines[1]!],
      refusal: { code: "ACCOUNT_NEEDS_PARTNER", field: "lines.0.partner" },
    },
    {
      name: "with a partner nobody knows is refused at the partner",
      lines: [{ account: "1230", debitYen: 500n, partner: "NOBODY" }, lines[1]!],
      refusal: { code: "PARTNER_CODE_UNKNOWN", field: "lines.0.partner" },
    },
    {
      name: "with debit and credit on one line is refused",
      lines: [{ ...lines[0]!, creditYen: 500n }, lines[1]!],
      refusal: { code: "DEBIT_OR_CREDIT", field: "lines.0.creditYen" },
    },
    {
      name: "on an unknown account is refused at its cell",
      lines: [lines[0]!, { account: "0000", creditYen: 500n }],
      refusal: { code: "ACCOUNT_UNKNOWN", field: "lines.1.account" },
    },
  ];
  test.each(cases)("$name", async ({ lines: typed, refusal }) => {
    const posted = await world.as(ours, (tx) =>
      postManualEntry(tx, { postingOn: "2026-11-20", description: "雑費", lines: typed }),
    );
    expect(posted.ok ? "" : posted.refusals[0]).toMatchObject(refusal);
  });

  test("is taken back once, by its mirror, and the books are as before", async () => {
    const posted = await world.as(ours, (tx) =>
      postManualEntry(tx, { postingOn: "2026-11-20", description: "雑費", lines }),
    );
    if (!posted.ok) throw new Error(JSON.stringify(posted.refusals));
    const early = await world.as(ours, (tx) => reverseManualEntry(tx, posted.value.id, { postingOn: "2026-11-01" }));
    expect(early.ok ? "" : early.refusals[0]).toMatchObject({ code: "REVERSAL_BEFORE_ENTRY", field: "postingOn" });
    const back = await world.as(ours, (tx) => reverseManualEntry(tx, posted.value.id, { postingOn: "2026-11-21" }));
    expect(back.ok).toBe(true);
    const twice = await world.as(ours, (tx) => reverseManualEntry(tx, posted.value.id, { postingOn: "2026-11-21" }));
    expect(twice.ok ? "" : twice.refusals[0].code).toBe("ENTRY_REVERSED_ALREADY");
    const sums = await world.as(ours, (tx) =>
      query<{ yen: bigint }>(
        tx,
        "select coalesce(sum(l.amount_yen), 0)::bigint yen from app.journal_line l join app.journal_entry e on e.company_id = l.company_id and e.id = l.entry_id where l.company_id = $1 and (e.id = $2 or e.reverses_id = $2) group by l.account_id",
        [ours.id, posted.value.id],
      ),
    );
    expect(sums.map((row) => row.yen)).toEqual([0n, 0n]);
  });

  test("of one company is not there for another", async () => {
    const posted = await world.as(ours, (tx) =>
      postManualEntry(tx, { postingOn: "2026-11-20", description: "雑費", lines }),
    );
    if (!posted.ok) throw new Error(JSON.stringify(posted.refusals));
    const tried = await world.as(theirs, (tx) => reverseManualEntry(tx, posted.value.id, { postingOn: "2026-11-21" }));
    expect(tried.ok ? "" : tried.refusals[0].code).toBe("NOT_FOUND");
  });
});

test("a line whose entry is not there, or of another day, is refused by the database", async () => {
  const line = (entryId: string, postedOn: string) =>
    world.as(ours, async (tx) => {
      const [account] = await query<{ id: string }>(
        tx,
        "select id from app.account where company_id = $1 order by code limit 1",
        [ours.id],
      );
      const rows = [100n, -100n].map((amount, i) => ({
        company_id: ours.id,
        entry_id: entryId,
        line_number: i + 1,
        account_id: account!.id,
        amount_yen: amount,
        posted_on: postedOn,
      }));
      await insertAll(tx, "journal_line", rows);
    });
  await expect(line(newId(), "2026-05-15")).rejects.toThrow("entry is finished");
  await post(ours, { month: 6, amounts: [5n], accounts: [...ACCOUNTS] });
  const [entered] = await world.as(ours, (tx) =>
    query<{ id: string }>(tx, "select id from app.journal_entry where company_id = $1 order by id desc limit 1", [
      ours.id,
    ]),
  );
  await expect(line(entered!.id, "2026-06-15")).rejects.toThrow();
});
