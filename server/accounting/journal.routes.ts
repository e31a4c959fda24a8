import { z } from "zod";
import {
  journalEntryShape,
  journalListQueryShape,
  journalListShape,
  postedEntryShape,
  postManualEntryShape,
  reverseEntryShape,
} from "../../domain/accounting/index.ts";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { type EntryRecord, enteredBy, listEntries, loadEntry } from "./journal.store.ts";
import { canReverse, postManualEntry, reverseManualEntry } from "./manual-entry.service.ts";

const byId = z.object({ id: idShape });

export const journalRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/journal-entries",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "Journal, newest first", ja: "仕訳帳" },
    query: journalListQueryShape,
    response: journalListShape,
    handler: ({ tx, query }) => listEntries(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/journal-entries/:id",
    kind: "read",
    permission: "accounting.read",
    summary: { en: "One entry, its lines and the event behind it", ja: "仕訳の内容" },
    params: byId,
    response: journalEntryShape,
    handler: async ({ tx, params }) => {
      const entry = await loadEntry(tx, params.id);
      if (!entry) return refuse("NOT_FOUND");
      const link = (id: string | null, number: string | null) => (id && number ? { id, number } : null);
      return ok({
        ...entry,
        enteredBy: await enteredBy(tx, entry.id),
        canReverse: canReverse(entry),
        reversedBy: link(entry.reversedById, entry.reversedByNumber),
        reverses: link(entry.reversesId, entry.reversesNumber),
        sourceTo: sourceOf(entry),
        lines: entry.lines.map((line) => ({
          ...line,
          debitYen: line.amountYen > 0n ? line.amountYen.toString() : null,
          creditYen: line.amountYen < 0n ? (-line.amountYen).toString() : null,
        })),
      });
    },
  }),
  defineRoute({
    method: "POST",
    url: "/journal-entries",
    kind: "command",
    permission: "accounting.write",
    summary: { en: "Post an entry by hand", ja: "仕訳を入力する" },
    body: postManualEntryShape,
    response: postedEntryShape,
    status: 201,
    handler: ({ tx, body }) =>
      postManualEntry(tx, {
        postingOn: body.postingOn,
        description: body.description,
        lines: body.lines.map((line) => ({
          ...line,
          debitYen: line.debitYen ? BigInt(line.debitYen) : null,
          creditYen: line.creditYen ? BigInt(line.creditYen) : null,
          taxCode: line.taxCode ?? null,
          partner: line.partner ?? null,
          note: line.note ?? null,
        })),
      }),
  }),
  defineRoute({
    method: "POST",
    url: "/journal-entries/:id/reverse",
    kind: "command",
    permission: "accounting.write",
    summary: { en: "Take an entry by hand back", ja: "仕訳を取り消す（赤伝）" },
    params: byId,
    body: reverseEntryShape,
    response: postedEntryShape,
    status: 201,
    handler: ({ tx, params, body }) => reverseManualEntry(tx, params.id, body),
  }),
];

/** Where the event behind an entry is shown. */
function sourceOf(entry: EntryRecord): { label: string; to: string } | null {
  const { sourceKind, sourceId, tradeSide, tradeId } = entry;
  const folder = tradeSide === "S" ? "sales" : "purchasing";
  if (sourceKind === "delivery" && sourceId && tradeSide)
    return {
      label: "delivery",
      to: tradeSide === "S" ? `sales/deliveries/${sourceId}` : `purchasing/arrivals/${sourceId}`,
    };
  if (sourceKind === "invoice" && sourceId) return { label: "invoice", to: `accounting/invoices/${sourceId}` };
  if (sourceKind === "payment" && sourceId) return { label: "payment", to: `accounting/payments/${sourceId}` };
  const workOrderId = entry.lines.find((line) => line.workOrderId)?.workOrderId;
  if (workOrderId) return { label: "work_order", to: `production/orders/${workOrderId}` };
  if (sourceKind === "manual" && sourceId) return { label: "manual", to: `accounting/journal/${sourceId}` };
  if (tradeSide && tradeId) return { label: "trade", to: `${folder}/orders/${tradeId}` };
  return null;
}
