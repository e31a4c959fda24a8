import { chainStateOfAll, isLateStep } from "../../domain/network/index.ts";
import { ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import {
  type ChainStepView,
  findChain,
  findOwnNumber,
  listMemberChains,
  listWindowChains,
  loadOriginLines,
  loadWindowFee,
  viewChain,
} from "./chain.store.ts";
import { loadChainChanges } from "./chain-change.store.ts";

const text = (value: { toFixed(): string } | null) => value?.toFixed() ?? null;

/** A chain as one document: the window's with the maker's order and all steps; a member's with what it may see. */
export async function readChain(tx: Tx, chainId: string, today: PlainDate) {
  const [head, steps, changes] = await settleAll([
    findChain(tx, chainId),
    viewChain(tx, chainId),
    loadChainChanges(tx, { chainId }),
  ]);
  if (steps.length === 0) return refuse("NOT_FOUND");
  const [lines, fee] = head
    ? await settleAll([loadOriginLines(tx, head.tradeId), loadWindowFee(tx, chainId, head.tradeId)])
    : [[], null];
  const number =
    head?.number ??
    (await findOwnNumber(
      tx,
      steps.flatMap((step) => step.tradeId ?? []),
    ));
  const list = head ? listWindowChains : listMemberChains;
  // The list's own rows: a chain says the same of itself in both places.
  const rows = await list(tx, { search: "", state: null, today, chainId }, null, 500);
  const dates = steps.map((step) => step.promisedOn ?? step.wantedOn).sort();
  return ok({
    id: chainId,
    number,
    role: head ? ("window" as const) : ("member" as const),
    ...chainStateOfAll(rows),
    form: head?.form ?? null,
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
    promisedOn: head ? (head.promisedOn ?? dates.at(-1) ?? null) : (dates.at(-1) ?? null),
    lines: head
      ? lines.map((line) => ({
          ...line,
          quantity: line.quantity.toFixed(),
          amountYen: line.amountYen.toString(),
          shipped: line.shipped.toFixed(),
          accepted: line.accepted.toFixed(),
        }))
      : memberLines(steps),
    steps: steps.map((step) => ({
      ...step,
      quantity: text(step.quantity),
      shipped: text(step.shipped),
      accepted: text(step.accepted),
      shareDone: text(step.shareDone),
      isLate: isLateStep({ ...step, isOwed: isOwed(step) }, today),
    })),
    changes: changes.map((change) => ({
      ...change,
      costYen: change.consents.reduce((sum, one) => sum + BigInt(one.costYen), 0n).toString(),
      consents: [...change.consents],
    })),
  });
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
  }));
}

/** A step its member has still to do. */
function isOwed(step: ChainStepView): boolean {
  return (step.state === "placed" || step.state === "confirmed") && !step.shareDone?.greaterThanOrEqualTo(1);
}
