import { Decimal, type Outcome, ok, type PlainDate, type Refusal, refuseAll } from "../shared/index.ts";
import { type DraftLineRefusal, readDraftLine } from "../trade/index.ts";
import type { PurchaseRequestBody } from "./contract.ts";

/** One line of a request with exact numbers. */
export interface RequestLine {
  readonly item: string;
  readonly description: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly wantedOn: PlainDate;
  readonly partnerId: string | null;
}

/** Lines of a request that hold something; every mistake at once. A request without a line cannot be approved. */
export function readRequest(body: PurchaseRequestBody): Outcome<RequestLine[], DraftLineRefusal | "NO_LINES"> {
  const refusals: Refusal<DraftLineRefusal | "NO_LINES">[] = [];
  const lines: RequestLine[] = [];
  body.lines.forEach((line, index) => {
    if ([line.item, line.description, line.quantity].every((text) => text.trim() === "")) return;
    const read = readDraftLine({ ...line, unitPrice: "" }, index);
    if (!read.ok) refusals.push(...read.refusals);
    else
      lines.push({
        item: read.value.item,
        description: read.value.description,
        quantity: read.value.quantity,
        unit: read.value.unit ?? "",
        wantedOn: read.value.wantedOn,
        partnerId: line.partnerId,
      });
  });
  if (lines.length === 0 && refusals.length === 0) refusals.push({ code: "NO_LINES", field: "lines" });
  return refuseAll(refusals) ?? ok(lines);
}

/** What one supplier is asked for, over several requests. */
export interface SupplierOrder {
  readonly partnerId: string;
  readonly lines: readonly RequestLine[];
}

export type CombineRefusal = "SUPPLIER_MISSING";

/**
 * Combines approved requests into one order per supplier: lines of one item, unit and date become one, in the order of their dates.
 *
 * @param usualSupplier of an item by the code a request names; null where the item has none
 */
export function combineRequests(
  requests: readonly { readonly number: string; readonly lines: readonly RequestLine[] }[],
  usualSupplier: (item: string) => string | null,
): Outcome<SupplierOrder[], CombineRefusal> {
  const refusals: Refusal<CombineRefusal>[] = [];
  const orders = new Map<string, Map<string, RequestLine>>();
  requests.forEach((request, index) => {
    for (const line of request.lines) {
      const partnerId = line.partnerId ?? usualSupplier(line.item);
      if (!partnerId) {
        refusals.push({
          code: "SUPPLIER_MISSING",
          values: { item: line.item, number: request.number },
          field: `requests.${index}`,
        });
        continue;
      }
      const lines = orders.get(partnerId) ?? new Map<string, RequestLine>();
      orders.set(partnerId, lines);
      const key = [line.item, line.unit, line.wantedOn, line.description].join("\n");
      const known = lines.get(key);
      lines.set(key, {
        ...line,
        partnerId,
        quantity: (known?.quantity ?? new Decimal(0)).plus(line.quantity),
      });
    }
  });
  return (
    refuseAll(refusals) ??
    ok(
      [...orders].map(([partnerId, lines]) => ({
        partnerId,
        lines: [...lines.values()].sort((a, b) => (a.wantedOn < b.wantedOn ? -1 : a.wantedOn > b.wantedOn ? 1 : 0)),
      })),
    )
  );
}
