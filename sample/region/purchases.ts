import { decimal } from "../../domain/shared/index.ts";
import { corporateNumber } from "../corporate-number.ts";
import type { PartnerRow, PurchaseHistoryRow, SupplierPriceRow } from "../records.ts";
import type { AdventureWorks, SourcePurchaseLine, SourcePurchaseOrder, SourceVendor } from "./adventureworks.ts";
import { yenPerVendorUnit } from "./company-costs.ts";
import { purchaseUnit } from "./member-items.ts";
import { contentsOf, dollarsPerVendorUnit } from "./pack-factors.ts";
import type { WorkLocation } from "./routings.ts";
import { YEN_PER_DOLLAR } from "./sales-prices.ts";
import type { BoughtPart, Structure } from "./structure.ts";
import { SUPPLIER_NAMES } from "./supplier-names.ts";
import { firstUser, usageOf } from "./usage.ts";

/** Status of an order of the data that was delivered and closed. */
const COMPLETE = 4;
/** ASSUMED. Small vendors without a registration number, so that purchases from such are in the sample too. */
const EXEMPT_VENDORS: readonly string[] = ["BERGERON0001", "NORTHERN0001"];

export interface PartPurchase {
  readonly order: SourcePurchaseOrder;
  readonly line: SourcePurchaseLine;
  readonly part: BoughtPart;
}

/** Completed purchases of parts of the bills of material, in the order of the data. */
export function purchaseLinesOfParts(source: AdventureWorks, structure: Structure): PartPurchase[] {
  return source.purchaseLines.flatMap((line) => {
    const part = structure.parts.get(line.productId);
    const order = source.purchaseOrders.get(line.orderId);
    return part && order?.status === COMPLETE ? [{ order, line, part }] : [];
  });
}

/** Parts a member buys: it is the first to use them. */
export function partsBoughtBy(structure: Structure, member: WorkLocation): BoughtPart[] {
  const usage = usageOf(structure);
  return [...structure.parts.values()].filter(({ product }) => firstUser(structure, usage, product.id) === member);
}

/** A member's cards of the vendors that sell what it buys. */
export function supplierPartners(source: AdventureWorks, structure: Structure, member: WorkLocation): PartnerRow[] {
  const ids = new Set(partsBoughtBy(structure, member).flatMap((part) => part.vendorPrices.map((p) => p.vendorId)));
  return [...ids].sort((a, b) => a - b).map((id) => supplierPartner(source.vendors.get(id)!));
}

/** What each vendor asks a member for each part, the usual vendor marked. */
export function supplierPrices(source: AdventureWorks, structure: Structure, member: WorkLocation): SupplierPriceRow[] {
  return partsBoughtBy(structure, member).flatMap((part) =>
    part.vendorPrices.map((price, at) => ({
      partnerCode: source.vendors.get(price.vendorId)!.accountNumber,
      itemCode: part.product.number,
      unit: unitOf(part),
      unitPrice: String(yenPerVendorUnit(part, price)),
      minimumQuantity: String(price.minimumCount),
      maximumQuantity: String(price.maximumCount),
      leadTimeDays: price.leadTimeDays,
      isUsual: at === 0,
    })),
  );
}

/**
 * A member's settled purchases. The price paid stands to the vendor's price list as in the data: it is taken over in that
 * proportion, so that trade discount and yen apply to past and present alike.
 */
export function purchaseHistory(
  source: AdventureWorks,
  structure: Structure,
  member: WorkLocation,
  shiftDate: (sourceDate: string) => string,
): PurchaseHistoryRow[] {
  const own = new Set(partsBoughtBy(structure, member).map(({ product }) => product.id));
  return purchaseLinesOfParts(source, structure)
    .filter(({ part }) => own.has(part.product.id))
    .map(({ order, line, part }) => {
      const [usual] = part.vendorPrices;
      const listed = part.vendorPrices.find((price) => price.vendorId === order.vendorId) ?? usual;
      return {
        number: `PO${order.id}`,
        lineNumber: line.lineId,
        partnerCode: source.vendors.get(order.vendorId)!.accountNumber,
        itemCode: part.product.number,
        orderedOn: shiftDate(order.orderedOn),
        dueOn: shiftDate(line.dueOn),
        receivedOn: shiftDate(order.shippedOn),
        unit: unitOf(part),
        unitPrice: dollarsPerVendorUnit(part.product, listed, usual)
          .times(line.unitPrice)
          .div(listed.standardPrice)
          .times(YEN_PER_DOLLAR)
          .toDecimalPlaces(2)
          .toFixed(),
        orderedQuantity: decimal(line.ordered).toFixed(),
        receivedQuantity: decimal(line.received).toFixed(),
        rejectedQuantity: decimal(line.rejected).toFixed(),
      };
    });
}

function unitOf(part: BoughtPart): string {
  const [usual] = part.vendorPrices;
  return contentsOf(part.product, usual.unit) === 1 ? part.unit : purchaseUnit(usual.unit);
}

function supplierPartner(vendor: SourceVendor): PartnerRow {
  const [name, kana] = SUPPLIER_NAMES[vendor.accountNumber]!;
  const isExempt = EXEMPT_VENDORS.includes(vendor.accountNumber);
  return {
    code: vendor.accountNumber,
    name,
    nameEn: vendor.name,
    kana,
    isCustomer: false,
    isSupplier: true,
    linkedCompanyCode: null,
    taxStatus: isExempt ? "exempt" : "registered",
    registrationNumber: isExempt ? null : `T${corporateNumber(990_000_010_000 + vendor.id)}`,
    closingDay: 31,
    paymentMonthOffset: 1,
    paymentDay: 31,
    isActive: vendor.isActive,
    note: vendor.isPreferred ? "優先仕入先" : "",
  };
}
