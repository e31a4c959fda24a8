import { z } from "zod";
import {
  applyReceiptShape,
  draftVersionShape,
  matureClaimShape,
  newPaymentDraftsShape,
  payAdvanceShape,
  paymentDraftListShape,
  paymentListQueryShape,
  paymentListShape,
  paymentProposalQueryShape,
  paymentProposalShape,
  paymentShape,
  receivedShape,
  receivePaymentShape,
  recordReceiptShape,
  sendDraftShape,
  takeBackPaymentShape,
} from "../../domain/accounting/index.ts";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
import { defineRoute, discardDraft, type Route, type Tx } from "../platform/index.ts";
import { sendPayment } from "../trade/index.ts";
import { canMature, matureClaim } from "./claim.service.ts";
import { inText } from "./in-text.ts";
import { approvePayment, draftPayments, proposePayments, sendApproved } from "./pay.service.ts";
import { loadWaitingDrafts } from "./payment-draft.store.ts";
import { listPayments, loadPaymentRecord } from "./payment-list.store.ts";
import {
  applyToInvoices,
  canApply,
  canTakeBack,
  confirmReceipt,
  receiveFromOutside,
  takeBack,
} from "./receipt.service.ts";

const byId = z.object({ id: idShape });

export const paymentRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/payments",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Payments of one side, newest first", ja: "支払・入金の一覧" },
    query: paymentListQueryShape,
    response: paymentListShape,
    handler: ({ tx, query }) => listPayments(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/payments/:id",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "One payment", ja: "支払・入金の内容" },
    params: byId,
    response: paymentShape,
    handler: ({ tx, params }) => showPayment(tx, params.id),
  }),
  defineRoute({
    method: "POST",
    url: "/payments/:id/receive",
    kind: "command",
    permission: "accounting.pay",
    summary: { en: "The money a customer sent is there", ja: "入金を確認する" },
    params: byId,
    body: receivePaymentShape,
    response: paymentShape,
    handler: async ({ tx, params, body }) => {
      const received = await confirmReceipt(tx, params.id, body);
      return received.ok ? showPayment(tx, params.id) : received;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/payments/:id/apply",
    kind: "command",
    permission: "accounting.pay",
    summary: { en: "Match money that waits to invoices", ja: "未消込の入金を消し込む" },
    params: byId,
    body: applyReceiptShape,
    response: paymentShape,
    handler: async ({ tx, params, body }) => {
      const applied = await applyToInvoices(tx, params.id, {
        appliedOn: body.appliedOn,
        allocations: body.allocations.map(asAllocation),
      });
      return applied.ok ? showPayment(tx, params.id) : applied;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/payments/:id/mature",
    kind: "command",
    permission: "accounting.pay",
    summary: { en: "The day of an electronically recorded claim has come", ja: "電子記録債権・債務の決済を記録する" },
    params: byId,
    body: matureClaimShape,
    response: paymentShape,
    handler: async ({ tx, params, body }) => {
      const matured = await matureClaim(tx, params.id, body);
      return matured.ok ? showPayment(tx, params.id) : matured;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/advance-payments",
    kind: "command",
    permission: "accounting.pay",
    summary: { en: "Pay a supplier in advance, before any invoice", ja: "前渡金を支払う" },
    body: payAdvanceShape,
    response: receivedShape,
    status: 201,
    handler: ({ tx, body }) =>
      sendPayment(tx, { ...body, kind: "advance", amountYen: BigInt(body.amountYen), allocations: [] }),
  }),
  defineRoute({
    method: "POST",
    url: "/payments/:id/take-back",
    kind: "command",
    permission: "accounting.pay",
    summary: { en: "Take a payment back by its mirror", ja: "入金・支払を取り消す（赤伝）" },
    params: byId,
    body: takeBackPaymentShape,
    response: receivedShape,
    status: 201,
    handler: ({ tx, params, body }) => takeBack(tx, params.id, body),
  }),
  defineRoute({
    method: "POST",
    url: "/receipts",
    kind: "command",
    permission: "accounting.pay",
    summary: { en: "Record money of a customer outside the platform", ja: "入金を記録する" },
    body: recordReceiptShape,
    response: receivedShape,
    status: 201,
    handler: ({ tx, body }) =>
      receiveFromOutside(tx, {
        ...body,
        amountYen: BigInt(body.amountYen),
        allocations: body.allocations.map(asAllocation),
      }),
  }),
  defineRoute({
    method: "GET",
    url: "/payment-proposals",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "What falls due, by supplier", ja: "支払予定" },
    query: paymentProposalQueryShape,
    response: paymentProposalShape,
    handler: async ({ tx, query }) => ok({ rows: inText(await proposePayments(tx, query)) }),
  }),
  defineRoute({
    method: "GET",
    url: "/payment-drafts",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Payments waiting for approval or sending", ja: "承認・送金待ちの支払" },
    response: paymentDraftListShape,
    handler: async ({ tx }) => ok({ rows: await showDrafts(tx) }),
  }),
  defineRoute({
    method: "POST",
    url: "/payment-drafts",
    kind: "command",
    permission: "accounting.write",
    summary: { en: "Propose payments of invoices", ja: "支払を起案する" },
    body: newPaymentDraftsShape,
    response: paymentDraftListShape,
    status: 201,
    handler: async ({ tx, body }) => {
      const drafted = await draftPayments(tx, body);
      return drafted.ok ? ok({ rows: await showDrafts(tx) }) : drafted;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/payment-drafts/:id/approve",
    kind: "command",
    permission: "accounting.pay",
    summary: { en: "Approve a payment", ja: "支払を承認する" },
    params: byId,
    body: draftVersionShape,
    response: paymentDraftListShape,
    handler: async ({ tx, params, body }) => {
      const approved = await approvePayment(tx, params.id, body.version);
      return approved.ok ? ok({ rows: await showDrafts(tx) }) : approved;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/payment-drafts/:id/send",
    kind: "command",
    permission: "accounting.pay",
    summary: { en: "Send an approved payment", ja: "支払を実行する" },
    params: byId,
    body: sendDraftShape,
    response: receivedShape,
    handler: ({ tx, params, body }) =>
      sendApproved(tx, params.id, { version: body.version, feeYen: BigInt(body.feeYen) }),
  }),
  defineRoute({
    method: "POST",
    url: "/payment-drafts/:id/discard",
    kind: "command",
    permission: "accounting.write",
    summary: { en: "Throw a proposed payment away", ja: "支払の起案を取り消す" },
    params: byId,
    body: draftVersionShape,
    response: paymentDraftListShape,
    handler: async ({ tx, params, body }) => {
      const gone = await discardDraft(tx, params.id, ["payment"], body.version);
      return gone.ok ? ok({ rows: await showDrafts(tx) }) : gone;
    },
  }),
];

function asAllocation(one: { invoiceId: string; amountYen: string; allowanceYen?: string | undefined }) {
  return { invoiceId: one.invoiceId, amountYen: BigInt(one.amountYen), allowanceYen: BigInt(one.allowanceYen ?? 0) };
}

function linkTo(id: string | null, number: string | null): { id: string; number: string } | null {
  return id && number ? { id, number } : null;
}

async function showPayment(tx: Tx, id: string) {
  const payment = await loadPaymentRecord(tx, id);
  if (!payment) return refuse("NOT_FOUND");
  return ok({
    ...inText(payment),
    reverses: linkTo(payment.reversesId, payment.reversesNumber),
    reversedBy: linkTo(payment.reversedById, payment.reversedByNumber),
    canTakeBack: canTakeBack(payment),
    canReceive: payment.side === "S" && payment.state === "sent",
    canApply: canApply(payment),
    canMature: canMature(payment),
  });
}

async function showDrafts(tx: Tx) {
  return (await loadWaitingDrafts(tx)).map(({ body, ...draft }) => ({
    ...draft,
    sentOn: body.sentOn,
    kind: body.kind,
    fundRole: body.fundRole,
    amountYen: body.allocations.reduce((sum, one) => sum + BigInt(one.amountYen), 0n).toString(),
    feeYen: "0",
    invoiceNumbers: body.allocations.map((one) => one.number),
  }));
}
