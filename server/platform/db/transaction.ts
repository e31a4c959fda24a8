import type { Writable } from "node:stream";
import type pg from "pg";
import type { Databases } from "./pool.ts";

/** Who acts, and for which company. The token is only ever a bound parameter. */
export interface Acting {
  readonly token: string;
  readonly companyId: string;
}

const CLIENT = Symbol("client");
const AFTER_COMMIT = Symbol("afterCommit");
const WITH_COMMIT = Symbol("withCommit");

/** One entered transaction. Opaque to services; only stores (through `server/platform/db`) can query with it. */
export interface Tx {
  readonly companyId: string;
  /** Empty for a job. */
  readonly userId: string;
  readonly userName: string;
  readonly roles: readonly string[];
  readonly [CLIENT]: pg.PoolClient;
  readonly [AFTER_COMMIT]: (() => void)[];
  readonly [WITH_COMMIT]: (() => Promise<unknown>)[];
}

/** The session is unknown or expired, or its user may not act for that company: one answer for all reasons. */
export class NotMember extends Error {
  constructor() {
    super("not a member of that company");
    this.name = "NotMember";
  }
}

/** The connection of a transaction: for stores only. */
export function clientOf(tx: Tx): pg.PoolClient {
  gather(tx[CLIENT]);
  return tx[CLIENT];
}

/** What is sent in one turn of the event loop goes out in one write to the socket: with many small statements those writes are a fifth of a command's work. */
function gather(client: pg.PoolClient): void {
  const stream = (client as unknown as { connection?: { stream?: Writable } }).connection?.stream;
  if (!stream?.cork || stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** Sends more with the commit, without a trip in between; for `withCommit`. When it fails, the transaction fails with its error. */
export function sendWithCommit(tx: Tx, send: () => Promise<unknown>): void {
  tx[WITH_COMMIT].push(send);
}

/** Runs `act` once the transaction is durable; never when it rolled back. */
export function afterCommit(tx: Tx, act: () => void): void {
  tx[AFTER_COMMIT].push(act);
}

interface TransactionOptions {
  readonly readOnly?: boolean;
  /** Raises the statement time limit for this transaction, in seconds (reports, closing, imports). */
  readonly patienceSeconds?: number;
}

const ATTEMPTS = 5;
const SERIALIZATION = new Set(["40001", "40P01"]);
const CONNECTION_LOST = new Set([
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08003",
  "08001",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOENT",
]);

const ENTER = { name: "enter", text: "select user_id, roles, user_name from guard.enter($1, $2)" };

/**
 * One command or one page view: begin, enter the company, work, commit. The only way to a company's data.
 *
 * An Outcome with `ok: false` rolls everything back and is returned. The whole transaction is repeated on a serialization
 * failure or deadlock (up to five times) and, while nothing was committed, on a lost connection; `work` must therefore
 * not act outside the transaction except through `afterCommit`.
 *
 * @throws NotMember when the session may not act for the company
 */
export async function inTransaction<T>(
  databases: Databases,
  acting: Acting,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (!UUID.test(acting.companyId)) throw new NotMember();
  return attempt(databases.app, options, work, async (client) => {
    const entered = await client.query<{ user_id: string; roles: string[]; user_name: string }>(ENTER, [
      acting.token,
      acting.companyId,
    ] as never);
    const [member] = entered.rows;
    if (!member) throw new NotMember();
    return { companyId: acting.companyId, userId: member.user_id, userName: member.user_name, roles: member.roles };
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The same for a job, which enters the company its `job_entry` row names. */
export async function inJob<T>(
  databases: Pick<Databases, "job">,
  jobEntryId: string,
  work: (tx: Tx) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  return attempt(databases.job, options, work, async (client) => {
    const entered = await client.query<{ company_id: string }>("select guard.enter_job($1) company_id", [jobEntryId]);
    return { companyId: entered.rows[0]!.company_id, userId: "", userName: "", roles: ["job"] };
  });
}

/**
 * For the few guard functions that open by a secret of their own, such as a page sent to a partner without an account. No company
 * is entered, so every table looks empty.
 */
export async function withoutCompany<T>(databases: Databases, work: (tx: Tx) => Promise<T>): Promise<T> {
  return attempt(databases.app, {}, work, async () => ({ companyId: "", userId: "", userName: "", roles: [] }));
}

type Entered = { companyId: string; userId: string; userName: string; roles: string[] };

async function attempt<T>(
  pool: pg.Pool,
  options: TransactionOptions,
  work: (tx: Tx) => Promise<T>,
  enter: (client: pg.PoolClient) => Promise<Entered>,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    let committing = false;
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      gather(client);
      const begun = client.query(options.readOnly ? "begin read only" : "begin");
      const patience = options.patienceSeconds
        ? client.query(`set local statement_timeout = '${Math.ceil(options.patienceSeconds)}s'`)
        : undefined;
      const [, , entered] = await settleAll([begun, patience, enter(client)] as const);
      const callbacks: (() => void)[] = [];
      const last: (() => Promise<unknown>)[] = [];
      const tx: Tx = { ...entered, [CLIENT]: client, [AFTER_COMMIT]: callbacks, [WITH_COMMIT]: last };
      const result = await work(tx);
      if (isRefused(result)) {
        await client.query("rollback");
        client.release();
        return result;
      }
      committing = true;
      gather(client);
      const sent = last.map((send) => send());
      const [committed] = await settleAll([client.query("commit"), ...sent] as const);
      // A failed transaction answers its commit with ROLLBACK and no error.
      if (committed.command !== "COMMIT") throw new Error("the transaction had failed and was rolled back");
      client.release();
      for (const act of callbacks) act();
      return result;
    } catch (error) {
      await giveBack(client, error);
      const code = (error as { code?: string }).code ?? "";
      if (code === "42501" && String((error as Error).message).includes("not a member")) throw new NotMember();
      const lost =
        CONNECTION_LOST.has(code) ||
        /Connection terminated|connection terminated/.test(String((error as Error).message));
      const again = SERIALIZATION.has(code) || (lost && !committing);
      if (!again || tries >= ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, (lost ? 200 : 5) * tries * (0.5 + Math.random())));
    }
  }
}

function isRefused(result: unknown): boolean {
  return typeof result === "object" && result !== null && "ok" in result && result.ok === false && "refusals" in result;
}

/** Waits for every pipelined statement before the first failure is thrown, so that the connection is quiet when it is rolled back. */
export async function settleAll<const P extends readonly unknown[]>(
  pending: P,
): Promise<{ [K in keyof P]: Awaited<P[K]> }> {
  const settled = await Promise.allSettled(pending);
  const failed = settled.filter((one) => one.status === "rejected");
  // What follows a failed statement only says that the transaction is aborted: tell what aborted it.
  const cause = failed.find((one) => one.reason?.code !== "25P02") ?? failed[0];
  if (cause) throw cause.reason;
  return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as { [K in keyof P]: Awaited<P[K]> };
}

async function giveBack(client: pg.PoolClient | undefined, error: unknown): Promise<void> {
  if (!client) return;
  try {
    await client.query("rollback");
    client.release();
  } catch {
    client.release(error as Error);
  }
}
