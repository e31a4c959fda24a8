import { chainStanding, isStepLate, memberProgress, standingOfAll } from "../../domain/network/index.ts";
import { ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import {
  type ChainStepView,
  findChain,
  findOwnNumber,
  listWindowChains,
  loadMemberOrders,
  loadOriginLines,
  loadWindowFee,
  viewChain,
} from "./chain.store.ts";
import { loadChainChanges } from "./chain-change.store.ts";
import { loadTaken } from "./from-stock.store.ts";

const text = (value: { toFixed(): string } | null) => value?.toFixed() ?? null;

/** A chain as one document: the window's with the maker's order and all steps; a member's with what it may see. */
export async function readChain(tx: Tx, chainId: string, today: PlainDate) {
  const [head, steps, changes] = await settleAll([
    findChain(tx, chainId),
    viewChain(tx, chainId),
    loadChainChanges(tx, { chainId }),
  ]);
  if (steps.length === 0 && !head) return refuse("NOT_FOUND");
  const [lines, fee, taken] = head
    ? await settleAll([
        loadOriginLines(tx, head.tradeId),
        loadWindowFee(tx, chainId, head.tradeId),
        loadTaken(tx, chainId),
      ])
    : [[], null, null];
  const [ownNumber, orders] = head
    ? [head.number, []]
    : await settleAll([
        findOwnNumber(
          tx,
          steps.flatMap((step) => step.tradeId ?? []),
        ),
        loadOrders(tx, chainId, today, steps),
      ]);
  // The page says what the list says: a window's by the very rows of the list, a member's by the list's facts and the same steps.
  const rows = head ? await listWindowChains(tx, { search: "", state: null, today, chainId }, null, 500) : orders;
  const promises = rows.flatMap((row) => row.promisedOn ?? []).sort();
  return ok({
    id: chainId,
    number: ownNumber,
    role: head ? ("window" as const) : ("member" as const),
    form: head?.form ?? null,
    state: standingOfAll(rows.map((row) => row.state)),
    tradeId: head?.tradeId ?? null,
    partnerName: head?.partnerName ?? "",
    outsideNumber: head?.outsideNumber ?? "",
    orderedOn: head?.orderedOn ?? null,
    totalYen: head?.totalYen.toString() ?? null,
    fee: fee && {
      salesYen: fee.salesYen.toString(),
      purchasesYen: fee.purchasesYen.toString(),
      feeYen: (fee.salesYen - fee.purchasesYen).toString(),
      acceptedSalesYen: fee.acceptedSalesYen.toString(),
      acceptedPurchasesYen: fee.acceptedPurchasesYen.toString(),
      acceptedFeeYen: (fee.acceptedSalesYen - fee.acceptedPurchasesYen).toString(),
    },
    promisedOn: promises.at(-1) ?? null,
    unansweredCount: rows.reduce((sum, row) => sum + row.unansweredCount, 0),
    lines: head
      ? lines.map((line) => ({
          ...line,
          quantity: line.quantity.toFixed(),
          amountYen: line.amountYen.toString(),
          shipped: line.shipped.toFixed(),
          accepted: line.accepted.toFixed(),
          fromStock: taken?.get(line.lineNumber)?.dividedBy(line.factor).toDecimalPlaces(6).toFixed() ?? null,
        }))
      : memberLines(steps),
    steps: steps.map((step) => ({
      ...step,
      quantity: text(step.quantity),
      shipped: text(step.shipped),
      accepted: text(step.accepted),
      shareDone: text(step.shareDone),
      isLate: isStepLate(step, today),
    })),
    changes: changes.map((change) => ({
      ...change,
      costYen: change.consents.reduce((sum, one) => sum + BigInt(one.costYen), 0n).toString(),
      consents: [...change.consents],
    })),
  });
}

/** A member's own orders in a chain, each with how it stands. */
async function loadOrders(tx: Tx, chainId: string, today: PlainDate, steps: readonly ChainStepView[]) {
  const { waitingCount, promisedOn } = memberProgress(steps);
  const orders = await loadMemberOrders(tx, chainId, today);
  return orders.map((order) => ({
    state: chainStanding({ ...order, waitingCount }),
    promisedOn: order.promisedOn ?? promisedOn,
    unansweredCount: order.unansweredCount,
  }));
}

/** A member does not see the maker's order: its lines are told apart by number and by its own code. */
function memberLines(steps: readonly ChainStepView[]) {
  return [...new Set(steps.map((step) => step.chainLineNumber))].map((lineNumber) => ({
    lineNumber,
    code: steps.find((step) => step.chainLineNumber === lineNumber && step.relation === "own")?.code ?? "",
    description: "",
    quantity: null,
    unit: "",
    wantedOn: null,
    promisedOn: null,
    state: "",
    amountYen: null,
    shipped: null,
    accepted: null,
    fromStock: null,
  }));
}
