import { z } from "zod";
import {
  bankRowListQueryShape,
  bankRowShape,
  matchBankRowShape,
  matchProposalsShape,
  newBankRowShape,
  receivedShape,
  setAsideShape,
} from "../../domain/accounting/index.ts";
import { idShape, ok, pageShape, refuse } from "../../domain/shared/index.ts";
import { announce, audit, defineRoute, type Route } from "../platform/index.ts";
import { findBankRow, insertBankRows, listBankRows, loadBankTableRows } from "./bank-row.store.ts";
import { inText } from "./in-text.ts";
import { matchRow, proposeForRow, setRowAside } from "./receipt.service.ts";

const byId = z.object({ id: idShape });

export const bankRowRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/bank-rows",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Receipts by the bank's statement", ja: "入金明細" },
    query: bankRowListQueryShape,
    response: pageShape(bankRowShape),
    handler: ({ tx, query }) => listBankRows(tx, query),
  }),
  defineRoute({
    method: "POST",
    url: "/bank-rows",
    kind: "command",
    permission: "accounting.write",
    summary: { en: "Enter a receipt of the statement", ja: "入金明細を入力する" },
    body: newBankRowShape,
    response: bankRowShape,
    status: 201,
    handler: async ({ tx, body }) => {
      const known = await loadBankTableRows(tx, [body.receivedOn]);
      if (known.some((row) => row.number === body.number))
        return refuse("BANK_ROW_DIFFERS", { number: body.number }, "number");
      const [id] = await insertBankRows(tx, [body]);
      await audit(tx, [{ command: "accounting.receiptEntered", subjectKind: "bankRow", subjectId: id! }]);
      await announce(tx, [{ kind: "accounting.bankRow", subjectId: id! }]);
      return ok((await findBankRow(tx, id!))!);
    },
  }),
  defineRoute({
    method: "GET",
    url: "/bank-rows/:id/proposals",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "What a receipt may settle", ja: "消込の候補" },
    params: byId,
    response: matchProposalsShape,
    handler: async ({ tx, params }) => {
      const proposed = await proposeForRow(tx, params.id);
      return proposed.ok ? ok(inText(proposed.value)) : proposed;
    },
  }),
  defineRoute({
    method: "POST",
    url: "/bank-rows/:id/match",
    kind: "command",
    permission: "accounting.pay",
    summary: { en: "Book a receipt and what it settles", ja: "入金を消し込む" },
    params: byId,
    body: matchBankRowShape,
    response: receivedShape,
    handler: ({ tx, params, body }) =>
      matchRow(tx, params.id, {
        ...body,
        allocations: body.allocations.map((one) => ({
          invoiceId: one.invoiceId,
          amountYen: BigInt(one.amountYen),
          allowanceYen: BigInt(one.allowanceYen ?? 0),
        })),
      }),
  }),
  defineRoute({
    method: "POST",
    url: "/bank-rows/:id/set-aside",
    kind: "command",
    permission: "accounting.write",
    summary: { en: "Take a receipt out of the worklist", ja: "入金明細を対象外にする" },
    params: byId,
    body: setAsideShape,
    response: bankRowShape,
    handler: ({ tx, params, body }) => setRowAside(tx, params.id, body),
  }),
];
