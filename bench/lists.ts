import pg from "pg";
import { findByWords } from "../server/companies/jump.store.ts";
import { inTransaction, openDatabases, type Tx } from "../server/platform/db/index.ts";
import { listTradeLines } from "../server/trade/trade-list.store.ts";
import { durability, openBenchDatabase, percentile, round } from "./support/bench-database.ts";
import { type BenchCompany, plantRegion } from "./support/region.ts";

const COMPANIES = 100;
const LINES = 1_000_000;
const ROUNDS = 40;

/**
 * What a page of order lines costs under the walls, for a company with 30 % of a million lines and for a small one, against the same
 * statements without policies (a superuser's connection, `where company_id =` kept).
 */
export async function run(args: readonly string[]): Promise<Record<string, unknown>> {
  const option = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise;
  const database = await openBenchDatabase();
  const databases = openDatabases(database);
  const admin = new pg.Client(database.admin);
  admin.on("error", () => undefined);
  try {
    await admin.connect();
    console.log(await durability(database.admin));
    const companies = await plantRegion(
      database,
      {
        companies: COMPANIES,
        itemsPerCompany: 300,
        tradeLines: option("--lines", LINES),
        bigSharePercent: 30,
        hasWindow: false,
      },
      (line) => console.log(line),
    );
    const walled: number[] = [];
    const bare: number[] = [];
    for (const company of [companies[0]!, companies[57]!]) {
      const place = await rowAt(admin, company, 199 * 50);
      for (const [name, ask] of Object.entries(questions(place))) {
        const recorded = await record(() => within(databases, company, ask));
        const own = await timed(ROUNDS, () => within(databases, company, ask));
        const free = await timed(ROUNDS, async () => {
          const at = performance.now();
          for (const statement of recorded) await admin.query(statement);
          return performance.now() - at;
        });
        walled.push(...own);
        bare.push(...free);
        console.log(
          `${company.number === 0 ? "30 % company" : "small company"}, ${name}: p50 ${round(percentile(own, 0.5), 2)} ms, p95 ${round(percentile(own, 0.95), 2)} ms; without policies ${round(percentile(free, 0.5), 2)} ms`,
        );
      }
    }
    return {
      p50Ms: round(percentile(walled, 0.5), 2),
      p95Ms: round(percentile(walled, 0.95), 2),
      ratioToNoPolicy: round(sum(walled) / sum(bare), 2),
    };
  } finally {
    await admin.end();
    await databases.close();
    await database.stop();
  }
}

const TODAY = new Date().toISOString().slice(0, 10);
const SORT = { column: "wantedOn", descending: true, text: "-wantedOn" } as const;
type Ask = (tx: Tx) => Promise<unknown>;

function questions(place: readonly string[]): Record<string, Ask> {
  const asked = { side: "S", show: "all", limit: 50 } as never;
  return {
    "page 1": (tx) => listTradeLines(tx, asked, SORT, null, TODAY),
    "page 200": (tx) => listTradeLines(tx, asked, SORT, place, TODAY),
    "one state": (tx) =>
      listTradeLines(tx, { side: "S", show: "all", limit: 50, state: "confirmed" } as never, SORT, null, TODAY),
    "jump search 鋼材": (tx) => findByWords(tx, "item", "鋼材"),
  };
}

/** The key of the row so many places down the list; the last one where the company has fewer. */
async function rowAt(admin: pg.Client, company: BenchCompany, offset: number): Promise<string[]> {
  const { rows } = await admin.query<{ key: string[] }>(
    `select array[wanted_on::text, trade_id::text, line_number::text] key from (select wanted_on, trade_id, line_number, row_number() over (order by wanted_on desc, trade_id desc, line_number desc) n
       from app.trade_line_face where company_id = $1 and side = 'S') x order by abs(n - $2) limit 1`,
    [company.id, offset],
  );
  return rows[0]!.key;
}

/** Time of the question itself, in a transaction that has entered the company. */
async function within(databases: ReturnType<typeof openDatabases>, company: BenchCompany, ask: Ask): Promise<number> {
  return inTransaction(databases, { token: company.token, companyId: company.id }, async (tx) => {
    const at = performance.now();
    await ask(tx);
    return performance.now() - at;
  });
}

async function timed(rounds: number, once: () => Promise<number>): Promise<number[]> {
  for (let i = 0; i < 8; i++) await once();
  const samples: number[] = [];
  for (let i = 0; i < rounds; i++) samples.push(await once());
  return samples;
}

interface Statement {
  /** Prepared with the walls, it is prepared without them too. */
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/** The statements a question sends after entering, to be sent again without walls. */
async function record(act: () => Promise<unknown>): Promise<Statement[]> {
  const original = pg.Client.prototype.query;
  const seen: Statement[] = [];
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | (Partial<Statement> & { text: string }), unknown[] | undefined];
    const text = typeof first === "string" ? first : first.text;
    if (/^\s*select/i.test(text) && !text.includes("guard.enter"))
      seen.push(typeof first === "string" ? { text, values: second ?? [] } : { ...first, values: first.values ?? [] });
    return Reflect.apply(original, this, args);
  } as typeof original;
  try {
    await act();
  } finally {
    pg.Client.prototype.query = original;
  }
  return seen;
}

const sum = (samples: readonly number[]) => samples.reduce((total, one) => total + one, 0);
