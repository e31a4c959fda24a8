import { createHmac } from "node:crypto";
import pg from "pg";
import { afterCommit, announce, type Databases, inTransaction, NotMember, type Tx } from "../db/index.ts";
import { OUTBOX_BATCH, type OutboxRow, readMark, readOutboxSince } from "./events.store.ts";

/** What a browser is told: something of this kind, with this id, changed. The facts it asks for itself. */
interface LiveEvent {
  readonly kind: string;
  readonly id: string | null;
}

interface Subscriber {
  readonly token: string;
  readonly companyId: string;
  readonly send: (event: LiveEvent, outboxId?: string) => void;
  /** Called when the session or the membership ended, or the server stops. */
  readonly end: () => void;
}

export interface EventHub {
  /** Begins to deliver a company's events. The subscriber must have been let in before. Returns how to stop. */
  subscribe(subscriber: Subscriber): Promise<() => void>;
  /** Makes every server process look at these companies' outboxes at once rather than at the next round. */
  poke(companyIds: readonly string[]): void;
  close(): Promise<void>;
}

const CHANNEL = "musubi_events";
const TAG_LENGTH = 16;
const COALESCE_MS = 20;
const ROUND_MS = 2_000;
const RECHECK_MS = 60_000;
/** A notification carries at most 8,000 bytes. */
const TAGS_PER_NOTIFICATION = 400;

const pokedByTx = new WeakMap<Tx, string[]>();

/**
 * Tells open browsers that a record changed, after the commit and only then: the acting company's, and those of the
 * counterparties named (through the door). A store that already calls `announce` for its rows needs nothing else:
 * the acting company's browsers hear of it at once and a counterparty's within two seconds.
 *
 * @param kind of the record, as the web's queries are called: `sales-order`
 * @param id of the record; null when a whole list changed
 */
export async function notifyAfterCommit(
  tx: Tx,
  kind: string,
  id: string | null,
  companyIds: readonly string[] = [tx.companyId],
): Promise<void> {
  pokedByTx.set(tx, [...(pokedByTx.get(tx) ?? []), ...companyIds]);
  await announce(
    tx,
    companyIds.map((companyId) => ({ companyId, kind, subjectId: id })),
  );
}

/** Has the hub poked for a command's companies once the transaction is durable. Called for every command. */
export function pokeAfterCommit(tx: Tx, events: EventHub): void {
  afterCommit(tx, () => events.poke([tx.companyId, ...(pokedByTx.get(tx) ?? [])]));
}

interface Company {
  readonly subscribers: Set<Subscriber>;
  /** Rows from the mark on that were told already, with their transaction: reading again from the mark shows them again. */
  readonly told: Map<string, bigint>;
  mark: bigint;
  reading: boolean;
  again: boolean;
}

/**
 * Delivers committed changes to open browsers, over all server processes.
 *
 * Truth is the outbox, read as the company itself, through the walls: every two seconds for companies somebody looks at.
 * A notification only makes it faster. Every connection of the database hears every notification, so it holds nothing
 * but companies' pseudonyms (keyed hashes); and it is sent after the commit and in bundles, because a notifying
 * transaction takes a lock that lets only one of them commit at a time.
 */
export function createEventHub(databases: Databases, secret: string): EventHub {
  const companies = new Map<string, Company>();
  const companyByTag = new Map<string, string>();
  const toNotify = new Set<string>();
  let notifyTimer: NodeJS.Timeout | undefined;
  let listener: pg.Client | undefined;
  let listening = false;
  let closed = false;
  let recheckedAtMs = Date.now();
  const round = setInterval(() => void goRound(), ROUND_MS);
  round.unref();

  const tags = new Map<string, string>();
  const tagOf = (companyId: string): string => {
    let tag = tags.get(companyId);
    if (tag === undefined) {
      tag = createHmac("sha256", secret).update(`events ${companyId}`).digest("base64url").slice(0, TAG_LENGTH);
      tags.set(companyId, tag);
    }
    return tag;
  };

  async function notify(): Promise<void> {
    notifyTimer = undefined;
    const tags = [...toNotify];
    toNotify.clear();
    const bundles: string[] = [];
    for (let start = 0; start < tags.length; start += TAGS_PER_NOTIFICATION) {
      bundles.push(tags.slice(start, start + TAGS_PER_NOTIFICATION).join(""));
    }
    const text = "select pg_notify($1, bundle) from unnest($2::text[]) bundle";
    // Lost when the database is away: the next round finds what there is to tell.
    await databases.app.query({ name: "events_notify", text, values: [CHANNEL, bundles] }).catch(() => undefined);
  }

  function hear(payload: string): void {
    for (let start = 0; start < payload.length; start += TAG_LENGTH) {
      const companyId = companyByTag.get(payload.slice(start, start + TAG_LENGTH));
      if (companyId !== undefined) void read(companyId);
    }
  }

  async function goRound(): Promise<void> {
    if (companies.size === 0) return;
    if (!listening) void listen();
    const recheck = Date.now() - recheckedAtMs > RECHECK_MS;
    if (recheck) recheckedAtMs = Date.now();
    for (const [companyId, company] of companies) {
      if (recheck) for (const subscriber of [...company.subscribers]) await mayStay(subscriber);
      await read(companyId);
    }
  }

  /** Reads a company's outbox and tells its subscribers; one reading at a time, and once more when poked meanwhile. */
  async function read(companyId: string): Promise<void> {
    const company = companies.get(companyId);
    if (!company) return;
    company.again = true;
    if (company.reading) return;
    company.reading = true;
    try {
      while (company.again && !closed) {
        company.again = false;
        const found = await readAsAnyone(companyId, company);
        if (found) tell(company, found);
      }
    } catch {
      // The database is away; the next round tries again.
    } finally {
      company.reading = false;
    }
  }

  /** The rows are the company's: whichever subscriber may still enter it reads them for all. */
  async function readAsAnyone(companyId: string, company: Company): Promise<Found | null> {
    for (const subscriber of [...company.subscribers]) {
      try {
        const acting = { token: subscriber.token, companyId };
        return await inTransaction(databases, acting, (tx) => readOutboxSince(tx, company.mark), { readOnly: true });
      } catch (error) {
        if (!(error instanceof NotMember)) throw error;
        drop(subscriber);
      }
    }
    return null;
  }

  function tell(company: Company, { rows, mark }: Found): void {
    company.mark = mark;
    if (rows.length === OUTBOX_BATCH) {
      // More happened than is worth telling one by one.
      company.told.clear();
      for (const { send } of company.subscribers) send({ kind: "all", id: null });
      return;
    }
    for (const { outboxId, kind, subjectId, xid } of rows) {
      if (company.told.has(outboxId)) continue;
      company.told.set(outboxId, xid);
      for (const { send } of company.subscribers) send({ kind, id: subjectId }, outboxId);
    }
    for (const [outboxId, xid] of company.told) if (xid < mark) company.told.delete(outboxId);
  }

  async function mayStay(subscriber: Subscriber): Promise<void> {
    const acting = { token: subscriber.token, companyId: subscriber.companyId };
    await inTransaction(databases, acting, async () => null, { readOnly: true }).catch((error: unknown) => {
      if (error instanceof NotMember) drop(subscriber);
    });
  }

  function drop(subscriber: Subscriber): void {
    remove(subscriber);
    subscriber.end();
  }

  function remove(subscriber: Subscriber): void {
    const company = companies.get(subscriber.companyId);
    if (!company?.subscribers.delete(subscriber) || company.subscribers.size > 0) return;
    companies.delete(subscriber.companyId);
    companyByTag.delete(tagOf(subscriber.companyId));
  }

  async function listen(): Promise<void> {
    listening = true;
    const client = new pg.Client(databases.app.options);
    const lost = () => {
      if (listener === client) listening = false;
    };
    client.on("error", lost).on("end", lost);
    client.on("notification", ({ payload }) => payload && hear(payload));
    listener = client;
    // Without it the rounds alone deliver, and try to listen again.
    await client
      .connect()
      .then(() => client.query(`listen ${CHANNEL}`))
      .catch(lost);
  }

  return {
    async subscribe(subscriber) {
      if (!listening) await listen();
      const { token, companyId } = subscriber;
      // What happened before the first subscriber came is not news to it.
      const mark = await inTransaction(databases, { token, companyId }, readMark, { readOnly: true });
      const company = companies.get(companyId) ?? makeCompany(mark);
      company.subscribers.add(subscriber);
      companies.set(companyId, company);
      companyByTag.set(tagOf(companyId), companyId);
      return () => remove(subscriber);
    },
    poke(companyIds) {
      if (closed) return;
      for (const companyId of companyIds) toNotify.add(tagOf(companyId));
      notifyTimer ??= setTimeout(() => void notify(), COALESCE_MS);
    },
    async close() {
      closed = true;
      clearInterval(round);
      clearTimeout(notifyTimer);
      for (const company of [...companies.values()])
        for (const subscriber of [...company.subscribers]) drop(subscriber);
      await listener?.end().catch(() => undefined);
    },
  };
}

type Found = { rows: OutboxRow[]; mark: bigint };

function makeCompany(mark: bigint): Company {
  return { subscribers: new Set(), told: new Map(), mark, reading: false, again: false };
}
