import { assert, type Outcome, ok } from "../../shared/index.ts";
import { imbalanceYen, type JournalEntryDraft, type JournalLineDraft } from "../journal.ts";
import {
  postGoodsReturnedBought,
  postGoodsReturnedSold,
  postPriceSettledBought,
  postPriceSettledSold,
} from "./after-acceptance.ts";
import type { PostingEvent, PostingRefusal } from "./events.ts";
import { postGoodsAcceptedBought, postGoodsAcceptedSold, postGoodsRejected, postGoodsShipped } from "./goods.ts";
import { postInvoiceIssuedBought, postInvoiceIssuedSold } from "./invoice.ts";
import { postAmount, postPaymentReceived, postPaymentSent } from "./payment.ts";
import {
  postCountDifference,
  postMaterialIssued,
  postMaterialIssueReturned,
  postMaterialLossOwed,
  postMaterialLost,
  postOpening,
  postScrapBeyondNormal,
  postWorkApplied,
  postWorkOrderCompleted,
} from "./production.ts";

/**
 * What one company's books say to an event. Pure: the same event always gives the same lines.
 *
 * @returns a balanced draft without zero lines, `null` when the event posts nothing, or a refusal the law demands
 * @throws assertion when debits and credits differ (our own mistake)
 */
export function postEvent(event: PostingEvent): Outcome<JournalEntryDraft | null, PostingRefusal> {
  const outcome = linesOf(event);
  if (!outcome.ok) return outcome;
  const lines = outcome.value.filter((line) => line.amountYen !== 0n);
  if (lines.length === 0) return ok(null);
  assert(imbalanceYen(lines) === 0n, `debits equal credits in ${event.kind}`);
  const { kind, eventOn, postingOn, sourceId } = event;
  return ok({ kind, eventOn, postingOn, sourceId, lines });
}

function linesOf(event: PostingEvent): Outcome<readonly JournalLineDraft[], PostingRefusal> {
  switch (event.kind) {
    case "order_confirmed":
    case "goods_received":
    case "goods_rejected_bought":
    case "free_issue_sent":
      return ok([]);
    case "goods_shipped":
      return ok(postGoodsShipped(event));
    case "goods_rejected":
      return ok(postGoodsRejected(event));
    case "goods_accepted_sold":
      return ok(postGoodsAcceptedSold(event));
    case "goods_accepted_bought":
      return ok(postGoodsAcceptedBought(event));
    case "goods_returned_sold":
      return ok(postGoodsReturnedSold(event));
    case "goods_returned_bought":
      return ok(postGoodsReturnedBought(event));
    case "price_settled_sold":
      return postPriceSettledSold(event);
    case "price_settled_bought":
      return postPriceSettledBought(event);
    case "free_issue_consumed":
    case "material_issued":
      return ok(postMaterialIssued(event));
    case "material_issue_returned":
      return ok(postMaterialIssueReturned(event));
    case "material_lost":
      return ok(postMaterialLost(event));
    case "material_loss_owed":
      return ok(postMaterialLossOwed(event));
    case "invoice_issued_sold":
      return ok(postInvoiceIssuedSold(event));
    case "invoice_issued_bought":
      return ok(postInvoiceIssuedBought(event));
    case "payment_sent":
      return postPaymentSent(event);
    case "payment_received":
      return postPaymentReceived(event);
    case "work_applied":
      return ok(postWorkApplied(event));
    case "work_order_completed":
      return ok(postWorkOrderCompleted(event));
    case "scrap_beyond_normal":
      return ok(postScrapBeyondNormal(event));
    case "count_difference":
      return ok(postCountDifference(event));
    case "opening":
      return ok(postOpening(event));
    default:
      return ok(postAmount(event));
  }
}
