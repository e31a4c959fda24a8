import { type CsvRow, parseCsv } from "./csv.ts";

/** The source tables, typed and indexed; texts stay as they are where they hold exact decimals. */
export interface AdventureWorks {
  readonly products: ReadonlyMap<number, SourceProduct>;
  readonly subcategories: ReadonlyMap<number, string>;
  readonly bomLines: readonly SourceBomLine[];
  readonly locations: ReadonlyMap<number, SourceLocation>;
  /** steps in order, of the items the data has any for */
  readonly routings: ReadonlyMap<number, readonly SourceStep[]>;
  readonly workOrders: readonly SourceWorkOrder[];
  readonly stock: readonly SourceStock[];
  readonly vendors: ReadonlyMap<number, SourceVendor>;
  readonly vendorPrices: readonly SourceVendorPrice[];
  readonly purchaseOrders: ReadonlyMap<number, SourcePurchaseOrder>;
  readonly purchaseLines: readonly SourcePurchaseLine[];
  readonly salesOrders: readonly SourceSalesOrder[];
  readonly salesLines: readonly SourceSalesLine[];
}

export interface SourceProduct {
  readonly id: number;
  readonly name: string;
  readonly number: string;
  readonly isMade: boolean;
  readonly isFinishedGood: boolean;
  readonly color: string;
  readonly safetyStock: number;
  /** dollars, exact text; "0" where the data knows none */
  readonly standardCost: string;
  readonly listPrice: string;
  readonly size: string;
  readonly daysToManufacture: number;
  readonly subcategory: string;
}
export interface SourceBomLine {
  readonly parentId: number;
  readonly componentId: number;
  readonly quantity: string;
  readonly unit: string;
  readonly startOn: string;
  readonly endOn: string | null;
}
export interface SourceLocation {
  readonly id: number;
  readonly name: string;
  readonly costRate: string;
  readonly availableHours: number;
}
export interface SourceStep {
  readonly location: number;
  readonly hours: string;
  readonly plannedCost: string;
}
export interface SourceWorkOrder {
  readonly productId: number;
  readonly orderedCount: number;
  readonly scrappedCount: number;
}
export interface SourceStock {
  readonly productId: number;
  readonly location: number;
  readonly quantity: number;
}
export interface SourceVendor {
  readonly id: number;
  readonly accountNumber: string;
  readonly name: string;
  readonly isPreferred: boolean;
  readonly isActive: boolean;
}
export interface SourceVendorPrice {
  readonly productId: number;
  readonly vendorId: number;
  readonly leadTimeDays: number;
  readonly standardPrice: string;
  readonly minimumCount: number;
  readonly maximumCount: number;
  readonly unit: string;
}
export interface SourcePurchaseOrder {
  readonly id: number;
  readonly status: number;
  readonly vendorId: number;
  readonly orderedOn: string;
  readonly shippedOn: string;
}
export interface SourcePurchaseLine {
  readonly orderId: number;
  readonly lineId: number;
  readonly productId: number;
  readonly dueOn: string;
  readonly ordered: string;
  readonly unitPrice: string;
  readonly lineTotal: string;
  readonly received: string;
  readonly rejected: string;
  readonly stocked: string;
}
export interface SourceSalesOrder {
  readonly id: number;
  readonly orderedOn: string;
  readonly dueOn: string;
  readonly purchaseOrderNumber: string;
}
export interface SourceSalesLine {
  readonly orderId: number;
  readonly lineId: number;
  readonly productId: number;
  readonly quantity: number;
  readonly unitPrice: string;
  readonly discount: string;
}

/** The files `parseAdventureWorks` asks for, without their ending. */
export const ADVENTUREWORKS_FILES = [
  "BillOfMaterials",
  "LT_SalesOrderDetail",
  "LT_SalesOrderHeader",
  "Location",
  "Product",
  "ProductInventory",
  "ProductRouting_derived",
  "ProductSubcategory",
  "ProductVendor",
  "PurchaseOrderDetail",
  "PurchaseOrderHeader",
  "Vendor",
  "WorkOrder_noDates",
] as const;
export type AdventureWorksFile = (typeof ADVENTUREWORKS_FILES)[number];

/** Reads the source tables out of their CSV texts. Pure: `text` answers the content of a file. */
export function parseAdventureWorks(text: (file: AdventureWorksFile) => string): AdventureWorks {
  const read = <Row>(file: AdventureWorksFile, row: (cells: CsvRow) => Row): Row[] => parseCsv(text(file)).map(row);
  const subcategories = new Map(read("ProductSubcategory", (r) => [int(r.ProductSubcategoryID), r.Name!] as const));
  const routings = new Map<number, SourceStep[]>();
  for (const step of read("ProductRouting_derived", toStep)) {
    const steps = routings.get(step.productId) ?? [];
    routings.set(step.productId, [...steps, step]);
  }
  return {
    products: byId(read("Product", (r) => toProduct(r, subcategories))),
    subcategories,
    bomLines: read("BillOfMaterials", (r) => r).flatMap((r) => (r.ProductAssemblyID === "" ? [] : [toBomLine(r)])),
    locations: byId(
      read("Location", (r) => ({
        id: int(r.LocationID),
        name: r.Name!,
        costRate: r.CostRate!,
        availableHours: Number(r.Availability),
      })),
    ),
    routings,
    workOrders: read("WorkOrder_noDates", (r) => ({
      productId: int(r.ProductID),
      orderedCount: int(r.OrderQty),
      scrappedCount: int(r.ScrappedQty),
    })),
    stock: read("ProductInventory", (r) => ({
      productId: int(r.ProductID),
      location: int(r.LocationID),
      quantity: int(r.Quantity),
    })),
    vendors: byId(
      read("Vendor", (r) => ({
        id: int(r.BusinessEntityID),
        accountNumber: r.AccountNumber!,
        name: r.Name!,
        isPreferred: r.PreferredVendorStatus === "1",
        isActive: r.ActiveFlag === "1",
      })),
    ),
    vendorPrices: read("ProductVendor", toVendorPrice),
    purchaseOrders: byId(
      read("PurchaseOrderHeader", (r) => ({
        id: int(r.PurchaseOrderID),
        status: int(r.Status),
        vendorId: int(r.VendorID),
        orderedOn: day(r.OrderDate),
        shippedOn: day(r.ShipDate),
      })),
    ),
    purchaseLines: read("PurchaseOrderDetail", toPurchaseLine),
    salesOrders: read("LT_SalesOrderHeader", (r) => ({
      id: int(r.SalesOrderID),
      orderedOn: day(r.OrderDate),
      dueOn: day(r.DueDate),
      purchaseOrderNumber: r.PurchaseOrderNumber!,
    })),
    salesLines: read("LT_SalesOrderDetail", (r) => ({
      orderId: int(r.SalesOrderID),
      lineId: int(r.SalesOrderDetailID),
      productId: int(r.ProductID),
      quantity: int(r.OrderQty),
      unitPrice: r.UnitPrice!,
      discount: r.UnitPriceDiscount!,
    })),
  };
}

function toProduct(r: CsvRow, subcategories: ReadonlyMap<number, string>): SourceProduct {
  return {
    id: int(r.ProductID),
    name: r.Name!,
    number: r.ProductNumber!,
    isMade: r.MakeFlag === "1",
    isFinishedGood: r.FinishedGoodsFlag === "1",
    color: r.Color!,
    safetyStock: int(r.SafetyStockLevel),
    standardCost: number(r.StandardCost),
    listPrice: number(r.ListPrice),
    size: r.Size!,
    daysToManufacture: int(r.DaysToManufacture),
    subcategory: subcategories.get(Number(r.ProductSubcategoryID)) ?? "",
  };
}

function toBomLine(r: CsvRow): SourceBomLine {
  return {
    parentId: int(r.ProductAssemblyID),
    componentId: int(r.ComponentID),
    quantity: number(r.PerAssemblyQty),
    unit: r.UnitMeasureCode!.trim(),
    startOn: day(r.StartDate),
    endOn: r.EndDate === "" ? null : day(r.EndDate),
  };
}

function toStep(r: CsvRow): SourceStep & { productId: number } {
  return {
    productId: int(r.ProductID),
    location: int(r.LocationID),
    hours: number(r.ActualResourceHrs),
    plannedCost: number(r.PlannedCost),
  };
}

function toVendorPrice(r: CsvRow): SourceVendorPrice {
  return {
    productId: int(r.ProductID),
    vendorId: int(r.BusinessEntityID),
    leadTimeDays: int(r.AverageLeadTime),
    standardPrice: number(r.StandardPrice),
    minimumCount: int(r.MinOrderQty),
    maximumCount: int(r.MaxOrderQty),
    unit: r.UnitMeasureCode!.trim(),
  };
}

function toPurchaseLine(r: CsvRow): SourcePurchaseLine {
  return {
    orderId: int(r.PurchaseOrderID),
    lineId: int(r.PurchaseOrderDetailID),
    productId: int(r.ProductID),
    dueOn: day(r.DueDate),
    ordered: number(r.OrderQty),
    unitPrice: number(r.UnitPrice),
    lineTotal: number(r.LineTotal),
    received: number(r.ReceivedQty),
    rejected: number(r.RejectedQty),
    stocked: number(r.StockedQty),
  };
}

function byId<Row extends { readonly id: number }>(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

function int(text: string | undefined): number {
  const value = Number(text);
  if (text === undefined || text === "" || !Number.isSafeInteger(value)) throw new Error(`not a whole number: ${text}`);
  return value;
}

/** The source writes `.5000` and `2171.2942`: exact decimal text with a digit before the point. */
function number(text: string | undefined): string {
  if (text === undefined || !/^-?\d*\.?\d+$/.test(text)) throw new Error(`not a number: ${text}`);
  return text.startsWith(".") ? `0${text}` : text;
}

function day(text: string | undefined): string {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}/.test(text)) throw new Error(`not a date: ${text}`);
  return text.slice(0, 10);
}
