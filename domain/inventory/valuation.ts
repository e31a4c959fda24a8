import { assert, Decimal, decimal, type Outcome, ok, type PlainDate, refuse, roundYen } from "../shared/index.ts";

/** Stock of one item and one owner at moving average: exact quantity, whole-yen value. Value is 0 when quantity is 0. */
export interface Valuation {
  readonly quantity: Decimal;
  readonly valueYen: bigint;
}

export const EMPTY_VALUATION: Valuation = { quantity: new Decimal(0), valueYen: 0n };

/** Goods come in at a value. @throws assertion for a quantity not above zero or a negative value */
export function receive(stock: Valuation, quantity: Decimal, valueYen: bigint): Valuation {
  assert(quantity.greaterThan(0) && valueYen >= 0n, "a receipt has a quantity and no negative value");
  return { quantity: stock.quantity.plus(quantity), valueYen: stock.valueYen + valueYen };
}

/**
 * Goods go out at the moving average, rounded half up to whole yen; the last unit takes the rest, so that nothing is worth
 * nothing. The value left is never negative. Source: docs/rules/accounting.md, "Moving average".
 *
 * @returns the value that leaves and the stock after it, or STOCK_SHORT
 */
export function issue(
  stock: Valuation,
  quantity: Decimal,
): Outcome<{ readonly valueYen: bigint; readonly stock: Valuation }, "STOCK_SHORT"> {
  assert(quantity.greaterThan(0), "an issue has a quantity");
  if (quantity.greaterThan(stock.quantity)) {
    return refuse("STOCK_SHORT", { available: stock.quantity.toFixed(), wanted: quantity.toFixed() }, "quantity");
  }
  const valueYen = quantity.equals(stock.quantity)
    ? stock.valueYen
    : roundYen(decimal(stock.valueYen).times(quantity).dividedBy(stock.quantity), "half_up");
  return ok({
    valueYen,
    stock: { quantity: stock.quantity.minus(quantity), valueYen: stock.valueYen - valueYen },
  });
}

/** Goods move between two valued stocks of one owner; what leaves one arrives at the other, to the yen. */
export function transfer(
  from: Valuation,
  to: Valuation,
  quantity: Decimal,
): Outcome<{ readonly valueYen: bigint; readonly from: Valuation; readonly to: Valuation }, "STOCK_SHORT"> {
  const issued = issue(from, quantity);
  if (!issued.ok) return issued;
  const { valueYen, stock } = issued.value;
  return ok({ valueYen, from: stock, to: receive(to, quantity, valueYen) });
}

/** A later price changes the value, not the quantity. What stock cannot take (no stock left, or a cut below zero) is `restYen`: a variance. */
export function revalue(stock: Valuation, changeYen: bigint): { readonly stock: Valuation; readonly restYen: bigint } {
  if (stock.quantity.isZero()) return { stock, restYen: changeYen };
  const takenYen = changeYen < -stock.valueYen ? -stock.valueYen : changeYen;
  return { stock: { ...stock, valueYen: stock.valueYen + takenYen }, restYen: changeYen - takenYen };
}

export type ValuedMove =
  | {
      readonly moveId: string;
      readonly movedOn: PlainDate;
      readonly sequence: number;
      readonly kind: "receipt";
      readonly quantity: Decimal;
      readonly valueYen: bigint;
    }
  | {
      readonly moveId: string;
      readonly movedOn: PlainDate;
      readonly sequence: number;
      readonly kind: "issue";
      readonly quantity: Decimal;
    }
  | {
      readonly moveId: string;
      readonly movedOn: PlainDate;
      readonly sequence: number;
      /** A later price: value without quantity, on the day it was agreed. */
      readonly kind: "revaluation";
      readonly changeYen: bigint;
    };

/**
 * Values the moves of one item in the order of their day, then of their sequence.
 *
 * @returns value of each move (receipts as given, revaluations as far as stock took them) and the stock at the end, or STOCK_SHORT with the day it would happen
 */
export function valueMoves(
  opening: Valuation,
  moves: readonly ValuedMove[],
): Outcome<{ readonly values: ReadonlyMap<string, bigint>; readonly stock: Valuation }, "STOCK_SHORT"> {
  const values = new Map<string, bigint>();
  let stock = opening;
  for (const move of inOrder(moves)) {
    if (move.kind === "receipt") {
      values.set(move.moveId, move.valueYen);
      stock = receive(stock, move.quantity, move.valueYen);
      continue;
    }
    if (move.kind === "revaluation") {
      const { stock: revalued, restYen } = revalue(stock, move.changeYen);
      values.set(move.moveId, move.changeYen - restYen);
      stock = revalued;
      continue;
    }
    const issued = issue(stock, move.quantity);
    if (!issued.ok) {
      const { available, wanted } = issued.refusals[0].values ?? {};
      return refuse("STOCK_SHORT", { available: available ?? "0", wanted: wanted ?? "0", date: move.movedOn });
    }
    values.set(move.moveId, issued.value.valueYen);
    stock = issued.value.stock;
  }
  return ok({ values, stock });
}

function inOrder(moves: readonly ValuedMove[]): ValuedMove[] {
  return [...moves].sort((a, b) =>
    a.movedOn === b.movedOn ? a.sequence - b.sequence : a.movedOn < b.movedOn ? -1 : 1,
  );
}

/**
 * What a back-dated move changes: the issues of that item after it are valued anew, and each difference is posted as value
 * without quantity, on the first open day, to where that issue's value went. Moves before it, other items and closed months stay
 * as they are.
 *
 * @param booked value each later issue stands with in the books today
 * @returns differences that are not zero, in order of the moves
 */
export function backdatedDifferences(
  opening: Valuation,
  moves: readonly ValuedMove[],
  booked: ReadonlyMap<string, bigint>,
): Outcome<readonly { readonly moveId: string; readonly differenceYen: bigint }[], "STOCK_SHORT"> {
  const valued = valueMoves(opening, moves);
  if (!valued.ok) return valued;
  return ok(
    inOrder(moves).flatMap(({ moveId }) => {
      const bookedYen = booked.get(moveId);
      const valueYen = valued.value.values.get(moveId)!;
      return bookedYen === undefined || bookedYen === valueYen ? [] : [{ moveId, differenceYen: valueYen - bookedYen }];
    }),
  );
}
