import {
  type AmountEvent,
  type FundRole,
  type Outcome,
  ok,
  type PlainDate,
  refuse,
} from "../../domain/shared/index.ts";
import { announce, audit, settleAll, type Tx, tell } from "../platform/index.ts";
import { loadPaymentRecord, type PaymentRecord } from "./payment-list.store.ts";

const MATURED: readonly string[] = ["electronic_claim_matured", "electronic_obligation_matured"];

/** Whether my books already have the money of this electronically recorded claim. */
export function isMatured(payment: Pick<PaymentRecord, "journal">): boolean {
  return payment.journal.some((entry) => MATURED.includes(entry.kind));
}

/** A claim (電子記録債権) that both have, or an obligation of mine, whose day can come. */
export function canMature(payment: Pick<PaymentRecord, "kind" | "side" | "state" | "journal">): boolean {
  if (payment.kind !== "claim" || payment.state === "reversed" || isMatured(payment)) return false;
  return payment.side === "B" || payment.state !== "sent";
}

/**
 * The day of an electronically recorded claim has come: money for the claim, or out for the obligation. Each side records it by its own
 * bank's statement; the other side's books are its own matter. The database refuses a second time.
 */
export async function matureClaim(
  tx: Tx,
  id: string,
  input: { readonly maturedOn: PlainDate; readonly fundRole: FundRole },
): Promise<Outcome<null>> {
  const payment = await loadPaymentRecord(tx, id);
  if (!payment) return refuse("NOT_FOUND");
  const values = { number: payment.number };
  if (isMatured(payment)) return refuse("CLAIM_MATURED_ALREADY", values);
  if (!canMature(payment)) return refuse("NO_CLAIM_TO_MATURE", values);
  const recordedOn = payment.receivedOn && payment.side === "S" ? payment.receivedOn : payment.sentOn;
  if (input.maturedOn < recordedOn) return refuse("MATURED_BEFORE_RECORDED", { date: recordedOn }, "maturedOn");
  const event: AmountEvent = {
    companyId: tx.companyId,
    kind: payment.side === "S" ? "electronic_claim_matured" : "electronic_obligation_matured",
    eventOn: input.maturedOn,
    sourceKind: "payment",
    sourceId: id,
    description: payment.number,
    ...(payment.partnerId && { partnerId: payment.partnerId }),
    amountYen: BigInt(payment.amountYen),
    fundRole: input.fundRole,
  };
  const told = await tell(tx, [event], "maturedOn");
  if (!told.ok) return told;
  await settleAll([
    audit(tx, [{ command: "accounting.claimMatured", subjectKind: "payment", subjectId: id }]),
    announce(tx, [{ kind: "payment.matured", subjectId: id }]),
  ]);
  return ok(null);
}
