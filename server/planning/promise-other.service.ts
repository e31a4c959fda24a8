import { type Arrival, askWithArrivals, claimsOf, type PromiseUses, takeUses } from "../../domain/planning/index.ts";
import { addDays, type Decimal, type PlainDate } from "../../domain/shared/index.ts";
import { inJob, newId, type Tx } from "../platform/index.ts";
import { plannerDatabases } from "./planner.ts";
import { startOf } from "./promise.service.ts";
import { type NewPromise, placePromises, recordQuestion } from "./promise.store.ts";
import { giveBackAhead, takeAhead, withCurrentState } from "./promise-cache.ts";
import { countLeft, findAgreedItem, noteQuestion, openPromiseJob } from "./promise-other.store.ts";
import { PROMISE_HORIZON_DAYS } from "./promise-state.service.ts";

/** One step of somebody's chain, asked of the company that does it. */
export interface StepQuestion {
  readonly sellerId: string;
  readonly buyerId: string;
  /** The code in the agreement of the two; of one's own work the item. */
  readonly code: string;
  readonly ownItemId?: string;
  readonly quantity: Decimal;
  readonly wantedOn: PlainDate;
  /** The step before is ready then. */
  readonly notBefore: PlainDate;
  /** What the steps before bring to it. */
  readonly arrivals: readonly {
    readonly sellerId: string;
    readonly code: string;
    readonly quantity: Decimal;
    readonly onDate: PlainDate;
  }[];
}

/**
 * Everything a company tells another: whether, and when. Never what decides it, what it has, or for whom it works.
 * `person`: its plan answers nobody here. `none`: not within the horizon, or nothing it knows. `full`: the asker has as many open promises as it may.
 */
export type StepDate =
  | { readonly kind: "date"; readonly readyOn: PlainDate; readonly promiseId: string | null }
  | { readonly kind: "person" | "none" | "full" };

/** The rows that hold it stay on this side of the door. */
interface Answered {
  readonly date: StepDate;
  readonly promise?: NewPromise;
}

/** How what is asked is to be held. */
export interface ChainHold {
  readonly chainPromiseId: string;
  readonly expiresAt: string;
}

/** The questions of one chain, in the order of its steps: what an earlier one takes, a later one does not get. */
export interface ChainQuestions {
  ask(question: StepQuestion): Promise<StepDate>;
  /** Holds what was answered, at all companies or at none. False: another was faster, nothing is held. */
  hold(): Promise<boolean>;
  /** Ends the questions without holding anything. */
  drop(): void;
}

/**
 * Opens the questions of one chain. What a company's plan reckoned stays in here: the caller gets dates, and rows are written by
 * the database's own hold.
 *
 * @param hold absent: only asked
 */
export function openChainQuestions(tx: Tx, today: PlainDate, hold: ChainHold | null): ChainQuestions {
  const taken = new Map<string, PromiseUses[]>();
  const promises: NewPromise[] = [];
  const drop = () => {
    for (const one of promises) giveBackAhead(one.companyId, one.id);
    promises.length = 0;
  };

  /** Within the company asked: its own, or the one its job entered. */
  async function answer(inside: Tx, question: StepQuestion): Promise<Answered> {
    const item = question.ownItemId
      ? { itemId: question.ownItemId, quantity: question.quantity }
      : await findAgreedItem(inside, tx.companyId, question.sellerId, question.buyerId, question.code).then(
          (found) => found && { itemId: found.itemId, quantity: question.quantity.times(found.factor) },
        );
    if (!item) return { date: { kind: "none" } };
    const isOther = inside.companyId !== tx.companyId;
    const mine = promises.filter((one) => one.companyId === inside.companyId).length;
    const isFull = isOther && hold !== null && (await countLeft(inside, tx.companyId)) <= mine;
    const arrivals: Arrival[] = [];
    for (const one of question.arrivals) {
      const found = await findAgreedItem(inside, tx.companyId, one.sellerId, inside.companyId, one.code);
      if (found)
        arrivals.push({ itemId: found.itemId, quantity: one.quantity.times(found.factor), onDate: one.onDate });
    }
    const reckoned = await withCurrentState(inside, today, item.itemId, (known) => {
      const before = taken.get(inside.companyId) ?? [];
      const undo = before.map((uses) => takeUses(known.state, uses));
      const found = askWithArrivals(
        known.state,
        // Whether it is in time is not asked, and no other ways are looked for.
        { ...item, wantedOn: addDays(today, PROMISE_HORIZON_DAYS), notBefore: question.notBefore },
        arrivals,
      );
      for (const giveBack of undo) giveBack();
      if (!found.ok) return null;
      const promise = {
        answer: found.value,
        claims: claimsOf(known.state, found.value.uses),
        asOf: known.mark,
        id: newId(),
      };
      if (hold && !isFull) takeAhead(tx, known, promise.id, found.value.uses, inside.companyId);
      else taken.set(inside.companyId, [...before, found.value.uses]);
      return promise;
    });
    if (isOther)
      await recordQuestion(inside, {
        byCompanyId: tx.companyId,
        itemId: item.itemId,
        quantity: item.quantity.toFixed(),
        wantedOn: question.wantedOn,
        answeredOn: reckoned?.answer.readyOn ?? null,
      });
    if (!reckoned) return { date: { kind: "none" } };
    if (isFull) return { date: { kind: "full" } };
    const { readyOn } = reckoned.answer;
    if (!hold) return { date: { kind: "date", readyOn, promiseId: null } };
    const promise: NewPromise = {
      companyId: inside.companyId,
      id: reckoned.id,
      itemId: item.itemId,
      quantity: reckoned.answer.quantity,
      wantedOn: question.wantedOn,
      promisedOn: readyOn,
      startOn: startOf(reckoned.answer, today),
      partnerId: null,
      chainPromiseId: hold.chainPromiseId,
      orders: reckoned.answer.orders,
      expiresAt: hold.expiresAt,
      asOf: reckoned.asOf,
      claims: reckoned.claims,
    };
    return { date: { kind: "date", readyOn, promiseId: reckoned.id }, promise };
  }

  /** Kept once the question stands on record there: a repeated transaction leaves one promise, not two. */
  function kept({ date, promise }: Answered): StepDate {
    if (promise) promises.push(promise);
    return date;
  }

  return {
    async ask(question) {
      if (question.sellerId === tx.companyId) return kept(await answer(tx, question));
      const databases = plannerDatabases();
      const job = await openPromiseJob(databases, tx.companyId, question.sellerId);
      if (job !== null) return kept(await inJob(databases, job, (inside) => answer(inside, question)));
      const { sellerId, buyerId, code, quantity, wantedOn } = question;
      await noteQuestion(tx, sellerId, buyerId, code, quantity, wantedOn);
      return { kind: "person" };
    },
    async hold() {
      try {
        if (promises.length === 0 || (await placePromises(tx, promises))) return true;
      } catch (error) {
        drop();
        throw error;
      }
      drop();
      return false;
    },
    drop,
  };
}
