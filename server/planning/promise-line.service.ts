import { misfitOf } from "../../domain/planning/index.ts";
import { ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { audit, type Tx } from "../platform/index.ts";
import { loadTradeLines, moveLines } from "../trade/index.ts";
import { lackOf, makeOrders, overOf } from "./promise.service.ts";
import { confirmPromises, findPromise } from "./promise.store.ts";
import { findCustomer, loadHeldOf, loadOrderLines } from "./promise-line.store.ts";

/** Open lines of the customer's orders for what a promise holds, those that fit first, each other one with the reason why not. */
export async function linesForPromise(tx: Tx, id: string, partnerId: string | null) {
  const promise = await findPromise(tx, id);
  if (!promise || promise.isOfOther) return refuse("NOT_FOUND");
  const customerId = promise.partnerId ?? partnerId;
  if (customerId === null) return refuse("PROMISE_NEEDS_PARTNER", undefined, "partnerId");
  const customer = await findCustomer(tx, customerId);
  if (!customer) return refuse("PARTNER_UNKNOWN", undefined, "partnerId");
  const lines = await loadOrderLines(tx, { itemId: promise.itemId, partnerId: customerId });
  const rows = lines.map((line) => ({ ...line, misfit: misfitOf(promise, line) }));
  return ok({
    partnerName: customer.name,
    isLinked: customer.isLinked,
    rows: [...rows.filter((row) => row.misfit === null), ...rows.filter((row) => row.misfit !== null)],
  });
}

/** Held promises that fit lines of one received order; nothing for an order one has placed oneself. */
export async function promisesForOrder(tx: Tx, tradeId: string) {
  const lines = await loadOrderLines(tx, { tradeId });
  const held = await loadHeldOf(
    tx,
    lines.flatMap((line) => line.itemId ?? []),
  );
  const rows = lines.flatMap((line) =>
    held
      .filter((promise) => misfitOf(promise, line) === null)
      .map(({ id, ...promise }) => ({
        ...promise,
        promiseId: id,
        lineNumber: line.lineNumber,
        state: line.state,
        wantedOn: line.wantedOn,
      })),
  );
  const customer = rows.length > 0 && lines[0]?.partnerId ? await findCustomer(tx, lines[0].partnerId) : undefined;
  return { partnerName: customer?.name ?? "", isLinked: customer?.isLinked ?? false, rows };
}

/**
 * Attaches a held promise to a line of an order that came from its customer: a line that waits is confirmed as it stands, what was held is the
 * order's from now on, and the work orders it needs are made, in this transaction. Two promises for one line, or one for two: one wins.
 *
 * Refuses as `confirmPromise` what is over, and with a misfit (domain/planning/promise/fit-line.ts) what the promise was not held for.
 */
export async function attachPromise(
  tx: Tx,
  id: string,
  to: { readonly tradeId: string; readonly lineNumber: number },
  today: PlainDate,
) {
  const promise = await findPromise(tx, id);
  if (!promise || promise.isOfOther) return refuse("NOT_FOUND");
  const over = overOf(promise) ?? (await lackOf(tx, promise, today));
  if (over) return over;
  // Whoever else answers the line or attaches to it waits here; what is read after it is how it stands then.
  await loadTradeLines(tx, [to.tradeId], true);
  const line = (await loadOrderLines(tx, { tradeId: to.tradeId })).find((one) => one.lineNumber === to.lineNumber);
  if (!line) return refuse("LINE_UNKNOWN", undefined, "lineNumber");
  const misfit = misfitOf(promise, line);
  if (misfit) return refuse(misfit.code, misfit.values, "lineNumber");
  if (line.state === "placed") {
    const { tradeId, lineNumber } = to;
    const moved = await moveLines(tx, { tradeId, today, lines: [{ lineNumber, seen: "placed", to: "confirmed" }] });
    if (!moved.ok) return moved;
  }
  await confirmPromises(tx, [{ id, ...to }]);
  const created = await makeOrders(tx, promise, to, today);
  if (!created.ok) return created;
  await audit(tx, [
    {
      command: "planning.promiseAttached",
      subjectKind: "promise",
      subjectId: id,
      details: { number: line.number, line: to.lineNumber },
    },
  ]);
  return ok({ tradeId: to.tradeId, number: line.number, workOrders: created.value });
}
