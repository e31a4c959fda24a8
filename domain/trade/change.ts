import {
  type Decimal,
  type Outcome,
  ok,
  type PlainDate,
  type Refusal,
  type Rounding,
  refuseAll,
  roundYen,
} from "../shared/index.ts";
import type { LineState } from "./line-state.ts";

/** A line as it stands, as far as a change needs it. */
export interface ChangeableLine {
  readonly lineNumber: number;
  readonly state: LineState;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly isProvisional: boolean;
  readonly wantedOn: PlainDate;
  readonly promisedOn: PlainDate | null;
  /** Shipped and neither rejected nor returned. */
  readonly shipped: Decimal;
}

export interface WantedChange {
  readonly lineNumber: number;
  readonly isCancel?: boolean;
  readonly quantity?: Decimal;
  readonly unitPrice?: Decimal;
  readonly wantedOn?: PlainDate;
  readonly promisedOn?: PlainDate;
}

/** A change of one line as it is proposed; what stays as it is, is null. */
export interface LineChange {
  readonly lineNumber: number;
  readonly isCancel: boolean;
  readonly newQuantity: Decimal | null;
  readonly newUnitPrice: Decimal | null;
  readonly newAmountYen: bigint | null;
  readonly newWantedOn: PlainDate | null;
  readonly newPromisedOn: PlainDate | null;
}

export type ChangeRefusal =
  | "LINE_UNKNOWN"
  | "CHANGE_OF_CLOSED_LINE"
  | "CHANGE_BELOW_DELIVERED"
  | "CHANGE_CHANGES_NOTHING"
  | "CHANGE_LINE_TWICE"
  | "PRICE_CUT_UNLAWFUL"
  | "DATE_BEFORE_ORDER"
  | "QUANTITY_NOT_POSITIVE"
  | "NO_LINES";

/** States a placed line can be changed in; before that it is asked for again, after that it is over. */
const CHANGEABLE: readonly LineState[] = ["placed", "confirmed", "countered"];

/**
 * What a change request asks for, line by line, against the lines as they stand.
 *
 * What is delivered cannot be changed away. Where the act on subcontract payments applies, a buyer may not cut the price of what it
 * has ordered, whoever agrees (減額の禁止); a provisional price is not yet a price and may move. Source: docs/rules/trade.md, "Changes".
 */
export function checkChange(
  lines: readonly ChangeableLine[],
  wanted: readonly WantedChange[],
  order: {
    readonly orderedOn: PlainDate;
    readonly amountRounding: Rounding;
    readonly isSubcontractLaw: boolean;
  },
): Outcome<LineChange[], ChangeRefusal> {
  const refusals: Refusal<ChangeRefusal>[] = [];
  const changes: LineChange[] = [];
  if (wanted.length === 0) refusals.push({ code: "NO_LINES", field: "lines" });
  for (const [index, want] of wanted.entries()) {
    const at = (name: string) => `lines.${index}.${name}`;
    const line = lines.find((one) => one.lineNumber === want.lineNumber);
    if (!line) {
      refusals.push({ code: "LINE_UNKNOWN", field: at("lineNumber") });
      continue;
    }
    if (wanted.findIndex((other) => other.lineNumber === want.lineNumber) !== index)
      refusals.push({ code: "CHANGE_LINE_TWICE", values: { line: want.lineNumber }, field: at("lineNumber") });
    if (!CHANGEABLE.includes(line.state)) {
      refusals.push({ code: "CHANGE_OF_CLOSED_LINE", values: { line: line.lineNumber }, field: at("lineNumber") });
      continue;
    }
    const shipped = line.shipped.toFixed();
    if (want.isCancel) {
      if (line.shipped.greaterThan(0))
        refusals.push({ code: "CHANGE_BELOW_DELIVERED", values: { shipped }, field: at("isCancel") });
      changes.push({ ...NOTHING, lineNumber: line.lineNumber, isCancel: true });
      continue;
    }
    const quantity = differing(want.quantity, line.quantity);
    // A provisional price named again is settled at the figure it was ordered at.
    const unitPrice = line.isProvisional ? (want.unitPrice ?? null) : differing(want.unitPrice, line.unitPrice);
    const wantedOn = want.wantedOn && want.wantedOn !== line.wantedOn ? want.wantedOn : null;
    const promisedOn = want.promisedOn && want.promisedOn !== line.promisedOn ? want.promisedOn : null;
    if (!quantity && !unitPrice && !wantedOn && !promisedOn)
      refusals.push({ code: "CHANGE_CHANGES_NOTHING", values: { line: line.lineNumber }, field: at("quantity") });
    if (quantity && !quantity.greaterThan(0)) refusals.push({ code: "QUANTITY_NOT_POSITIVE", field: at("quantity") });
    else if (quantity?.lessThan(line.shipped))
      refusals.push({ code: "CHANGE_BELOW_DELIVERED", values: { shipped }, field: at("quantity") });
    if (unitPrice?.lessThan(line.unitPrice) && order.isSubcontractLaw && !line.isProvisional)
      refusals.push({
        code: "PRICE_CUT_UNLAWFUL",
        values: { price: line.unitPrice.toFixed() },
        field: at("unitPrice"),
      });
    if (wantedOn && wantedOn < order.orderedOn)
      refusals.push({ code: "DATE_BEFORE_ORDER", values: { date: wantedOn }, field: at("wantedOn") });
    changes.push({
      lineNumber: line.lineNumber,
      isCancel: false,
      newQuantity: quantity,
      newUnitPrice: unitPrice,
      newAmountYen:
        quantity || unitPrice
          ? roundYen((unitPrice ?? line.unitPrice).times(quantity ?? line.quantity), order.amountRounding)
          : null,
      newWantedOn: wantedOn,
      newPromisedOn: promisedOn,
    });
  }
  return refuseAll(refusals) ?? ok(changes);
}

const NOTHING = {
  newQuantity: null,
  newUnitPrice: null,
  newAmountYen: null,
  newWantedOn: null,
  newPromisedOn: null,
} as const;

function differing(wanted: Decimal | undefined, stands: Decimal): Decimal | null {
  return wanted && !wanted.equals(stands) ? wanted : null;
}
