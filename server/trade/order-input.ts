import type { Decimal, PlainDate } from "../../domain/shared/index.ts";
import type { OrderLineRefusal } from "../../domain/trade/index.ts";

export interface TradeLineInput {
  /** Given number, as when an order is imported; else its place in the order. */
  readonly lineNumber?: number;
  /** Own item by id or code; the code may also be the agreement's. */
  readonly item: string;
  readonly description?: string;
  readonly quantity: Decimal;
  readonly unit?: string;
  /** Absent: the agreed or the master's price. */
  readonly unitPrice?: Decimal;
  readonly wantedOn: PlainDate;
}

export interface PlaceTradeInput {
  /** B: I order of this partner. S: I enter what my customer outside the platform ordered. */
  readonly side: "S" | "B";
  readonly partnerId: string;
  readonly firstState: "enquiry" | "quoted" | "placed" | "confirmed";
  readonly orderedOn: PlainDate;
  readonly validUntil?: PlainDate;
  readonly outsideNumber?: string;
  readonly title?: string;
  readonly deliverTo?: string;
  readonly form?: "goods" | "processing";
  readonly chainId?: string;
  readonly isHistory?: boolean;
  /** Given number, as when an order is imported; else the next of the company's series. */
  readonly number?: string;
  readonly lines: readonly TradeLineInput[];
}

export type PlaceRefusal =
  | "PARTNER_UNKNOWN"
  | "PARTNER_ORDERS_ITSELF"
  | "NO_AGREEMENT"
  | "ITEM_UNKNOWN"
  | "ITEM_INACTIVE"
  | "UNIT_WITHOUT_CONVERSION"
  | "NO_PRICE"
  | OrderLineRefusal
  | "NO_LINES"
  | "SELLER_QUOTES";
