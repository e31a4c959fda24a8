import { createHash } from "node:crypto";
import { type Outcome, ok, type Refusal, refuse } from "../../../domain/shared/index.ts";
import { type Acting, type Databases, inTransaction, type Tx } from "../db/index.ts";
import { findAnswer, IDEMPOTENCY_CONSTRAINT, keepAnswer, type StoredAnswer } from "./idempotency.store.ts";
import type { UploadedFile } from "./route.ts";

/** A command's answer ready to send. `replayed` says that the work was done by an earlier request. */
export interface CommandAnswer {
  readonly status: number;
  readonly body: string;
  readonly replayed: boolean;
}

/** What one key stands for: the same key with another request is a mistake of the caller. */
export function hashRequest(method: string, url: string, body: unknown, files: readonly UploadedFile[]): Buffer {
  const hash = createHash("sha256")
    .update(`${method} ${url}\n`)
    .update(JSON.stringify(body) ?? "");
  for (const file of files) hash.update(`\n${file.field} ${file.bytes.length}\n`).update(file.bytes);
  return hash.digest();
}

/** A key people and programs may choose: 8 to 200 visible ASCII characters. */
export function isIdempotencyKey(key: string): boolean {
  return /^[\x21-\x7e]{8,200}$/.test(key);
}

/** Rolls the speculative work back: the answer is there already. */
class AnsweredBefore extends Error {
  readonly answer: StoredAnswer;
  constructor(answer: StoredAnswer) {
    super("answered before");
    this.answer = answer;
  }
}

/**
 * Runs a command so that one key does its work once.
 *
 * The kept answer is looked up by the transaction's first statement, while the work is already under way (one trip
 * less; a replay, being rare, throws its work away). The answer is kept by the last statement. When two requests with
 * one key run at the same time, the second waits on the unique key, is rolled back and gives the first one's answer;
 * if it failed on the way, because the first had already changed what it wanted to change, it does the same.
 * Refusals change nothing and are not kept: a replay is judged anew.
 *
 * @param work answers the body to send; refused, everything is rolled back
 */
export async function runOnce(
  databases: Databases,
  acting: Acting,
  request: {
    readonly key: string;
    readonly hash: Buffer;
    readonly status: number;
    readonly patienceSeconds?: number;
  },
  work: (tx: Tx) => Promise<Outcome<string>>,
): Promise<Outcome<CommandAnswer>> {
  const { key, hash, status, patienceSeconds } = request;
  const fromKept = (answer: StoredAnswer): Outcome<CommandAnswer> =>
    answer.requestHash.equals(hash)
      ? ok({ status: answer.status, body: answer.body, replayed: true })
      : refuse("IDEMPOTENCY_KEY_REUSED");
  const lookAgain = async () => inTransaction(databases, acting, (tx) => findAnswer(tx, key), { readOnly: true });
  let refused: { readonly ok: false; readonly refusals: readonly [Refusal, ...Refusal[]] };
  try {
    const attempt = async (tx: Tx): Promise<Outcome<string>> => {
      const [kept, done] = await Promise.allSettled([findAnswer(tx, key), work(tx)]);
      if (kept.status === "rejected") throw kept.reason;
      if (kept.value) throw new AnsweredBefore(kept.value);
      if (done.status === "rejected") throw done.reason;
      if (done.value.ok) keepAnswer(tx, key, { requestHash: hash, status, body: done.value.value });
      return done.value;
    };
    const outcome = await inTransaction(databases, acting, attempt, { patienceSeconds });
    if (outcome.ok) return ok({ status, body: outcome.value, replayed: false });
    refused = outcome;
  } catch (error) {
    if (error instanceof AnsweredBefore) return fromKept(error.answer);
    if (!mayHaveLostARace(error)) throw error;
    const kept = await lookAgain();
    if (kept) return fromKept(kept);
    throw error;
  }
  const kept = await lookAgain();
  return kept ? fromKept(kept) : refused;
}

/** Errors a request meets because its twin committed first: the key itself, or any other unique key, check or lock. */
function mayHaveLostARace(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return false;
  if ("constraint" in error && error.constraint === IDEMPOTENCY_CONSTRAINT) return true;
  return /^(23...|40001|40P01|55P03)$/.test(error.code);
}
