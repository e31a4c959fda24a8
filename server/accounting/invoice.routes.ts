import { z } from "zod";
import {
  answerInvoiceShape,
  invoiceListQueryShape,
  invoiceListShape,
  invoiceRunQueryShape,
  invoiceRunShape,
  invoiceShape,
  issuedInvoicesShape,
  issueInvoicesShape,
} from "../../domain/accounting/index.ts";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { inText } from "./in-text.ts";
import { answerInvoice, canAnswer, invoiceFindings, issueRun, previewRun } from "./invoice.service.ts";
import { type InvoiceRecord, type InvoiceRow, listInvoices, loadInvoice } from "./invoice-list.store.ts";

const byId = z.object({ id: idShape });

export const invoiceRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/invoices",
    kind: "read",
    permission: "trade.bills",
    summary: { en: "Invoices of one side, newest first", ja: "請求書・支払通知の一覧" },
    query: invoiceListQueryShape,
    response: invoiceListShape,
    handler: async ({ tx, query, today }) => {
      const page = await listInvoices(tx, query, today);
      return page.ok ? ok({ ...page.value, rows: page.value.rows.map((row) => withOverdue(row, today)) }) : page;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/invoices/:id",
    kind: "read",
    permission: "trade.bills",
    summary: { en: "One invoice", ja: "請求書" },
    params: byId,
    response: invoiceShape,
    handler: async ({ tx, params, today }) => {
      const invoice = await loadInvoice(tx, params.id);
      return invoice ? ok(showInvoice(invoice, tx.companyId, today)) : refuse("NOT_FOUND");
    },
  }),
  defineRoute({
    method: "POST",
    url: "/invoices/:id/answer",
    kind: "command",
    permission: "trade.bills",
    summary: { en: "Say whether an invoice is right", ja: "請求書を確認する・差し戻す" },
    params: byId,
    body: answerInvoiceShape,
    response: invoiceShape,
    handler: async ({ tx, params, body, today }) => {
      const answered = await answerInvoice(tx, params.id, body);
      return answered.ok ? ok(showInvoice(answered.value, tx.companyId, today)) : answered;
    },
  }),
  defineRoute({
    method: "GET",
    url: "/invoice-run",
    kind: "read",
    permission: "trade.bills",
    summary: { en: "What a closing day would bill", ja: "締め請求の確認" },
    query: invoiceRunQueryShape,
    response: invoiceRunShape,
    patienceSeconds: 60,
    handler: async ({ tx, query }) => {
      const rows = await previewRun(tx, {
        side: query.side,
        closingOn: query.closingOn,
        ...(query.partnerId && { partnerId: query.partnerId }),
        ...(query.single !== undefined && { single: query.single }),
      });
      return ok({
        rows: rows.map((row) => ({
          partnerId: row.partnerId,
          partnerName: row.partnerName,
          isBeforeLink: row.isBeforeLink,
          closesToday: row.closesToday,
          periodFrom: row.periodFrom,
          closingOn: row.closingOn,
          dueOn: row.dueOn,
          lineCount: row.events.length,
          returnCount: row.events.filter((event) => event.kind === "returned").length,
          ...inText({
            netYen: row.netYen,
            taxYen: row.taxYen,
            totalYen: row.netYen + row.taxYen,
            taxDifferenceYen: row.differences.reduce((sum, one) => sum + one.differenceYen, 0n),
          }),
          lines: row.events.map((event) => {
            const sign = event.kind === "returned" ? -1 : 1;
            return {
              happenedOn: event.happenedOn,
              tradeNumber: event.tradeNumber,
              code: event.code,
              description: event.description,
              quantity: event.quantity.times(sign).toFixed(),
              unit: event.unit,
              amountYen: (event.amountYen * BigInt(sign)).toString(),
            };
          }),
        })),
      });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/invoice-run/sales",
    kind: "command",
    permission: "sales.bill",
    summary: { en: "Issue invoices for what was sold", ja: "請求書を発行する" },
    body: issueInvoicesShape,
    response: issuedInvoicesShape,
    status: 201,
    patienceSeconds: 120,
    handler: async ({ tx, body }) => {
      const issued = await issueRun(tx, "S", body);
      return issued.ok ? ok({ rows: inText(issued.value) }) : issued;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/invoice-run/purchases",
    kind: "command",
    permission: "accounting.pay",
    summary: { en: "Issue statements of what was bought", ja: "仕入明細書を発行する" },
    body: issueInvoicesShape,
    response: issuedInvoicesShape,
    status: 201,
    patienceSeconds: 120,
    handler: async ({ tx, body }) => {
      const issued = await issueRun(tx, "B", body);
      return issued.ok ? ok({ rows: inText(issued.value) }) : issued;
    },
  }),
];

function withOverdue(row: InvoiceRow, today: string) {
  return { ...row, isOverdue: row.state !== "settled" && row.dueOn < today };
}

function showInvoice(invoice: InvoiceRecord, companyId: string, today: string): z.input<typeof invoiceShape> {
  const { own, partner, answers } = invoice;
  return {
    ...withOverdue(invoice, today),
    ...inText({ ...invoice, lines: [] }),
    isShared: invoice.sellerId !== null && invoice.buyerId !== null,
    seller: invoice.side === "S" ? own : partner,
    buyer: invoice.side === "S" ? partner : own,
    lines: invoice.lines.map((line) => ({
      ...line,
      quantity: line.quantity.toFixed(),
      unitPrice: line.unitPrice.toFixed(),
      amountYen: line.amountYen.toString(),
    })),
    answers: answers.map(({ answeredBy, ...rest }) => ({ ...rest, isMine: answeredBy === companyId })),
    findings: invoiceFindings(invoice).map(({ severity, refusal }) => ({
      severity,
      code: refusal.code,
      values: { ...refusal.values },
    })),
    canAnswer: canAnswer(invoice),
  };
}
