import { combineRequests, type PurchaseRequestBody, readRequest } from "../../domain/purchasing/index.ts";
import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import type { OrderDraftBody } from "../../domain/trade/index.ts";
import {
  announce,
  audit,
  closeDraft,
  createDraft,
  moveDraft,
  openDraft,
  requireSaved,
  settleAll,
  type Tx,
} from "../platform/index.ts";
import { findPartnerNames, findUsualSuppliers } from "./purchase-request.store.ts";

const KINDS = ["purchase_request"] as const;

/** Purchasing says yes to a request; it is then ordered, alone or with others. */
export async function approveRequest(tx: Tx, id: string, version: number): Promise<Outcome<{ version: number }>> {
  const found = await openDraft<PurchaseRequestBody>(tx, id, KINDS, version);
  if (!found.ok) return found;
  if (found.value.state === "approved") return refuse("REQUEST_APPROVED", { number: found.value.number });
  const read = readRequest(found.value.body);
  if (!read.ok) return read;
  const saved = requireSaved(await moveDraft(tx, { id, version, state: "approved" }));
  if (!saved.ok) return saved;
  await settleAll([
    audit(tx, [{ command: "purchasing.requestApproved", subjectKind: "draft", subjectId: id }]),
    announce(tx, [{ kind: "draft.changed", subjectId: id }]),
  ]);
  return ok({ version: version + 1 });
}

/** Combines approved requests into drafts of purchase orders, one per supplier; the requests are then done. */
export async function orderRequests(
  tx: Tx,
  requests: readonly { readonly id: string; readonly version: number }[],
  today: PlainDate,
): Promise<Outcome<{ drafts: { id: string; number: string; partnerName: string; lineCount: number }[] }>> {
  const read = [];
  for (const request of requests) {
    const found = await openDraft<PurchaseRequestBody>(tx, request.id, KINDS, request.version);
    if (!found.ok) return found;
    if (found.value.state !== "approved") return refuse("REQUEST_NOT_APPROVED", { number: found.value.number });
    const lines = readRequest(found.value.body);
    if (!lines.ok) return lines;
    read.push({ number: found.value.number, lines: lines.value });
  }
  const items = read.flatMap((request) => request.lines.map((line) => line.item));
  const usual = await findUsualSuppliers(tx, [...new Set(items)]);
  const combined = combineRequests(read, (item) => usual.get(item) ?? null);
  if (!combined.ok) return combined;
  const names = await findPartnerNames(
    tx,
    combined.value.map((order) => order.partnerId),
  );
  const drafts = [];
  for (const order of combined.value) {
    const body: OrderDraftBody = {
      partnerId: order.partnerId,
      orderedOn: today,
      validUntil: null,
      outsideNumber: "",
      title: read.map((request) => request.number).join(", "),
      deliverTo: "",
      form: "goods",
      lines: order.lines.map((line) => ({
        item: line.item,
        description: line.description,
        quantity: line.quantity.toFixed(),
        unit: line.unit,
        unitPrice: "",
        wantedOn: line.wantedOn,
      })),
    };
    const draft = await createDraft(tx, { kind: "purchase_order", partnerId: order.partnerId, body });
    drafts.push({
      id: draft.id,
      number: draft.number,
      partnerName: names.get(order.partnerId) ?? "",
      lineCount: order.lines.length,
    });
  }
  for (const request of requests) {
    const closed = await closeDraft(tx, request.id, request.version, drafts[0]!.id);
    if (!closed.ok) return closed;
  }
  return ok({ drafts });
}
