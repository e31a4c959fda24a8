import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, newId, settleAll, type Tx } from "../platform/index.ts";
import { followStepAgain } from "../production/index.ts";
import { type ChainStepRow, findChain, loadChainSteps, loadOriginLines } from "./chain.store.ts";
import { placeSteps, reservePlaced, type StepToPlace } from "./dispatch.store.ts";
import { HOLIDAYS } from "./follow-chain.service.ts";
import { findWeightAmount, followChain, replaceStep } from "./follow-chain.store.ts";
import { reasonOf } from "./plan-order.ts";

export interface AskAgainInput {
  readonly lineNumber: number;
  readonly stepNumber: number;
  readonly part: number;
  /** The same member, or another of the group. */
  readonly memberId: string;
  readonly wantedOn: PlainDate;
}

export type AskAgainRefusal =
  | "NOT_FOUND"
  | "STEP_UNKNOWN"
  | "STEP_NOT_STUCK"
  | "LINE_CLOSED"
  | "WANTED_IN_PAST"
  | "STEP_HAS_SUPPLIER"
  | "MATERIAL_AT_MEMBER"
  | `STEP_${string}`;

const STUCK: ReadonlySet<string> = new Set(["declined", "cancelled", "expired", "withdrawn"]);

/**
 * Orders a step that was refused once more: from another member, or from the same one for another day. Under the new pair's own
 * agreement, in one transaction; where a standing rule confirms it and it was the last one missing, the maker's line is confirmed too.
 *
 * Refuses STEP_HAS_SUPPLIER where goods of a step before it are already ordered for the member that refused: they would have to be sent
 * elsewhere, so the line is cancelled along the chain and dispatched anew.
 */
export async function askAgain(
  tx: Tx,
  chainId: string,
  input: AskAgainInput,
  today: PlainDate,
): Promise<Outcome<{ readonly tradeId: string; readonly state: "placed" | "confirmed" }, AskAgainRefusal>> {
  const chain = await findChain(tx, chainId);
  if (!chain) return refuse("NOT_FOUND");
  const [steps, lines] = await settleAll([loadChainSteps(tx, chainId), loadOriginLines(tx, chain.tradeId)]);
  const own = steps.filter((step) => step.chainLineNumber === input.lineNumber);
  const step = own.find((one) => one.stepNumber === input.stepNumber && one.part === input.part);
  const line = lines.find((one) => one.lineNumber === input.lineNumber);
  if (!step?.tradeId || !line) return refuse("STEP_UNKNOWN", undefined, "stepNumber");
  if (line.state !== "placed" && line.state !== "confirmed") return refuse("LINE_CLOSED", { line: line.lineNumber });
  if (!STUCK.has(step.state)) return refuse("STEP_NOT_STUCK", { state: step.state }, "stepNumber");
  if (input.wantedOn < today) return refuse("WANTED_IN_PAST", { today }, "wantedOn");
  if (input.memberId !== step.sellerId && isSupplied(step, own))
    return refuse("STEP_HAS_SUPPLIER", undefined, "memberId");

  const form = chain.form === "processing" ? ("processing" as const) : ("goods" as const);
  const asked: StepToPlace = {
    ref: 0,
    id: newId(),
    sellerId: input.memberId,
    buyerId: step.buyerId,
    code: step.code,
    form,
    quantity: step.quantity,
    wantedOn: input.wantedOn,
    orderedOn: today,
    amountYen: await findWeightAmount(tx, step.tradeId, step.tradeLineNumber!),
    chainLineNumber: step.chainLineNumber,
    chainStepNumber: step.stepNumber,
  };
  const placed = await placeSteps(tx, chainId, [asked]);
  const [answer] = placed;
  if (!answer || answer.answer === "impossible") {
    const why = reasonOf(answer ?? NO_TERMS, asked);
    return refuse(why.code as `STEP_${string}`, { ...why.values, step: step.stepNumber }, "memberId");
  }
  const { tradeId, state } = answer;
  await replaceStep(tx, { ...step, ...input, chainId, sellerId: input.memberId, tradeId });
  if (form === "processing") {
    const before = { tradeId: step.tradeId, lineNumber: step.tradeLineNumber! };
    const followed = await followStepAgain(tx, before, { tradeId, lineNumber: answer.lineNumber });
    if (!followed.ok) return refuse("MATERIAL_AT_MEMBER", followed.refusals[0].values, "memberId");
  }
  const companies = [...new Set([tx.companyId, input.memberId, step.buyerId])];
  await settleAll([
    reservePlaced(tx, placed),
    audit(
      tx,
      companies.map((companyId) => ({
        companyId,
        command: "network.askedAgain",
        subjectKind: "chain",
        subjectId: chainId,
        details: { number: chain.number },
      })),
    ),
    announce(tx, [
      { kind: "network.chain", subjectId: chainId },
      ...(input.memberId === tx.companyId
        ? []
        : [{ companyId: input.memberId, kind: "trade.placed", subjectId: tradeId }]),
    ]),
  ]);
  await followChain(tx, tradeId, HOLIDAYS);
  return ok({ tradeId, state });
}

/** In a relay the step's maker buys what the step before makes: that order stands in its name. */
function isSupplied(step: ChainStepRow, steps: readonly ChainStepRow[]): boolean {
  return steps.some(
    (one) =>
      one.feedsStepNumber === step.stepNumber &&
      one.tradeId !== null &&
      one.buyerId === step.sellerId &&
      !STUCK.has(one.state),
  );
}

const NO_TERMS = { reason: "NO_AGREEMENT", minimumQuantity: null, leadTimeDays: null };
