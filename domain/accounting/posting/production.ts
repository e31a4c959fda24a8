import {
  assert,
  type CountDifference,
  type FreeIssueConsumed,
  type MaterialIssued,
  type MaterialIssueReturned,
  type MaterialLossOwed,
  type MaterialLost,
  type Opening,
  type ScrapBeyondNormal,
  type WorkApplied,
  type WorkOrderCompleted,
} from "../../shared/index.ts";
import { isAccountRole } from "../account.ts";
import type { JournalLineDraft } from "../journal.ts";
import { credit, debit, signed } from "./lines.ts";

/** Material goes into an order: from the own store, or consumed at the subcontractor it was issued to free of charge. */
export function postMaterialIssued({ lines }: MaterialIssued | FreeIssueConsumed): JournalLineDraft[] {
  return lines.flatMap(({ lineId, stockRole, costYen }) => [
    debit("workInProcess", costYen, { sourceLineId: lineId, flow: "issued" }),
    credit(stockRole, costYen, { sourceLineId: lineId, flow: "issued" }),
  ]);
}

export function postMaterialIssueReturned({ lines }: MaterialIssueReturned): JournalLineDraft[] {
  return lines.flatMap(({ lineId, stockRole, costYen }) => [
    debit(stockRole, costYen, { sourceLineId: lineId, flow: "issued" }),
    credit("workInProcess", costYen, { sourceLineId: lineId, flow: "issued" }),
  ]);
}

/** Reported work at the rates of people and machines. What was really paid differs; the difference shows as a variance at closing. */
export function postWorkApplied({ labourYen, machineYen }: WorkApplied): JournalLineDraft[] {
  return [
    debit("workInProcess", labourYen, { flow: "labour_applied" }),
    credit("labourApplied", labourYen),
    debit("workInProcess", machineYen, { flow: "machine_applied" }),
    credit("machineApplied", machineYen),
  ];
}

/** Finished output leaves the order. Normal scrap stays in the cost of the good pieces, less what the scrap is worth. */
export function postWorkOrderCompleted({ outputs, scrapValues }: WorkOrderCompleted): JournalLineDraft[] {
  return [
    ...outputs.flatMap(({ lineId, stockRole, costYen }) => [
      debit(stockRole, costYen, { sourceLineId: lineId, flow: "completed" }),
      credit("workInProcess", costYen, { sourceLineId: lineId, flow: "completed" }),
    ]),
    ...scrapValues.flatMap(({ lineId, stockRole, costYen }) => [
      debit(stockRole, costYen, { sourceLineId: lineId, flow: "scrap_value" }),
      credit("workInProcess", costYen, { sourceLineId: lineId, flow: "scrap_value" }),
    ]),
  ];
}

/** Scrap beyond the normal rate is no cost of the good pieces. */
export function postScrapBeyondNormal({ lossYen }: ScrapBeyondNormal): JournalLineDraft[] {
  return [debit("scrapLoss", lossYen), credit("workInProcess", lossYen, { flow: "scrap_loss" })];
}

/** Counted less than the ledger says is a loss, more is a gain. */
export function postCountDifference({ lines }: CountDifference): JournalLineDraft[] {
  return lines.flatMap(({ lineId, stockRole, differenceYen }) => [
    signed(stockRole, differenceYen, { sourceLineId: lineId, flow: "count_difference" }),
    credit(differenceYen < 0n ? "inventoryLoss" : "inventoryGain", differenceYen, { sourceLineId: lineId }),
  ]);
}

/** Supplied material lost at the subcontractor: the owner's loss, or a claim by agreement. A claim above the cost is other income. */
export function postMaterialLost({ lines, claimYen, partnerId }: MaterialLost): JournalLineDraft[] {
  const costYen = lines.reduce((sum, line) => sum + line.costYen, 0n);
  const uncoveredYen = costYen - claimYen;
  return [
    debit("otherReceivables", claimYen, { partnerId, taxCode: "s_out_of_scope" }),
    signed(uncoveredYen < 0n ? "miscellaneousIncome" : "materialLoss", uncoveredYen),
    ...lines.map(({ lineId, stockRole, costYen: lineYen }) =>
      credit(stockRole, lineYen, { sourceLineId: lineId, flow: "lost" }),
    ),
  ];
}

/** The subcontractor's side of the claim: damages, outside the tax. */
export function postMaterialLossOwed({ claimYen, partnerId }: MaterialLossOwed): JournalLineDraft[] {
  return [
    debit("materialLoss", claimYen, { taxCode: "p_out_of_scope" }),
    credit("otherPayables", claimYen, { partnerId }),
  ];
}

/** Balances taken over. What they do not balance to stands on the opening balance account, so that an incomplete take-over is seen. */
export function postOpening({ lines }: Opening): JournalLineDraft[] {
  const totalYen = lines.reduce((sum, line) => sum + line.amountYen, 0n);
  return [
    ...lines.map(({ role, amountYen, partnerId }) => {
      assert(isAccountRole(role), `${role} is an account role`);
      return signed(role, amountYen, { partnerId, flow: "opening" });
    }),
    credit("openingBalance", totalYen, { flow: "opening" }),
  ];
}
