import { assert, Decimal, type Outcome, ok, type PlainDate, refuse, roundUpToUnit } from "../shared/index.ts";

/** A line of the bill of materials, with what is known of its component. */
export interface BomLine {
  readonly componentItemId: string;
  readonly operationNumber: number | null;
  /** Per one of the parent's unit, in the component's own unit. */
  readonly quantity: Decimal;
  /** Share of the component lost on the way, 0 <= rate < 1. */
  readonly scrapRate: Decimal;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
  readonly unitDecimals: number;
  readonly isBackflushed: boolean;
}

export interface RoutingOperation {
  readonly operationNumber: number;
  readonly name: string;
  readonly workCenterId: string | null;
  readonly setupMinutes: Decimal;
  readonly runMinutesPerUnit: Decimal;
  readonly yield: Decimal;
  readonly needsInspection: boolean;
  readonly subcontractPartnerId: string | null;
  readonly subcontractItemId: string | null;
  readonly subcontractLeadTimeDays: number;
  readonly validFrom: PlainDate | null;
  readonly validTo: PlainDate | null;
}

export interface ExplodeInput {
  /** Good pieces wanted, or pieces to start with (a planned order of MRP names those). */
  readonly wanted: { readonly goodQuantity: Decimal } | { readonly startQuantity: Decimal };
  /** The day that decides which lines are valid. */
  readonly on: PlainDate;
  readonly unitDecimals: number;
  /** The item's own yield; used where no operation names one. */
  readonly itemYield: Decimal;
  readonly bomLines: readonly BomLine[];
  readonly operations: readonly RoutingOperation[];
  /** Goods are made of something; the processing of a customer's goods need not be. */
  readonly needsMaterial: boolean;
}

export interface ExplodedOperation extends Omit<RoutingOperation, "validFrom" | "validTo"> {
  /** Pieces that enter the operation. */
  readonly plannedQuantity: Decimal;
}

export interface ExplodedMaterial {
  readonly itemId: string;
  readonly operationNumber: number;
  readonly required: Decimal;
  readonly isBackflushed: boolean;
}

export interface Exploded {
  readonly goodQuantity: Decimal;
  readonly operations: readonly ExplodedOperation[];
  readonly materials: readonly ExplodedMaterial[];
}

/** What `numeric(18, 6)` keeps before its point. */
const MOST_STORED = "999999999999";

/** Whether a quantity of an order is more than can be stored. */
export const isBeyondStore = (quantities: readonly Decimal[]) =>
  quantities.some((quantity) => quantity.greaterThan(MOST_STORED));

/**
 * Turns an item's bill of materials and routing into the operations and materials of one order.
 *
 * Rule: yields multiply from the end and each operation rounds up to the item's unit; a component is needed for the pieces that
 * enter its operation, plus its own scrap rate, rounded up to its own unit. A component without operation belongs to the first.
 * Lines of one component at one operation add up. Source: docs/rules/production.md, "Explosion".
 *
 * @returns refused where the item has no valid operation, no valid bill though it is made of something, too little is started to leave a good piece, or
 * so much is wanted that an operation or a material is beyond what can be stored
 */
export function explodeOrder(
  input: ExplodeInput,
): Outcome<Exploded, "NO_ROUTING" | "NO_BILL" | "START_YIELDS_NOTHING" | "ORDER_BEYOND_STORE"> {
  const valid = <T extends { readonly validFrom: PlainDate | null; readonly validTo: PlainDate | null }>(line: T) =>
    (line.validFrom === null || line.validFrom <= input.on) && (line.validTo === null || line.validTo >= input.on);
  const routing = latestOfEach(input.operations.filter(valid));
  if (routing.length === 0) return refuse("NO_ROUTING");
  const bill = input.bomLines.filter(valid);
  if (input.needsMaterial && bill.length === 0) return refuse("NO_BILL");
  const yields = operationYields(routing, input.itemYield);
  const entering: Decimal[] = [];
  let goodQuantity: Decimal;
  if ("goodQuantity" in input.wanted) {
    goodQuantity = input.wanted.goodQuantity;
    assert(goodQuantity.greaterThan(0), "a quantity above zero is wanted");
    let needed = goodQuantity;
    for (let index = routing.length - 1; index >= 0; index--) {
      needed = roundUpToUnit(needed.dividedBy(yields[index]!), input.unitDecimals);
      entering[index] = needed;
    }
  } else {
    let entered = input.wanted.startQuantity;
    assert(entered.greaterThan(0), "a quantity above zero is started");
    for (const [index, share] of yields.entries()) {
      entering[index] = roundUpToUnit(entered, input.unitDecimals);
      entered = entered.times(share);
    }
    goodQuantity = entered.toDecimalPlaces(input.unitDecimals, Decimal.ROUND_DOWN);
    if (goodQuantity.isZero()) return refuse("START_YIELDS_NOTHING", undefined, "startQuantity");
  }
  const operations = routing.map(({ validFrom: _from, validTo: _to, ...operation }, index) => ({
    ...operation,
    yield: yields[index]!,
    plannedQuantity: entering[index]!,
  }));
  const materials = materialsOf(bill, operations);
  if (isBeyondStore([...entering, ...materials.map(({ required }) => required)])) return refuse("ORDER_BEYOND_STORE");
  return ok({ goodQuantity, operations, materials });
}

/** Where two versions of one operation are valid at once, the later one counts. */
function latestOfEach(operations: readonly RoutingOperation[]): RoutingOperation[] {
  const latest = new Map<number, RoutingOperation>();
  for (const operation of operations) {
    const other = latest.get(operation.operationNumber);
    if (!other || (operation.validFrom ?? "") > (other.validFrom ?? ""))
      latest.set(operation.operationNumber, operation);
  }
  return [...latest.values()].sort((a, b) => a.operationNumber - b.operationNumber);
}

function operationYields(routing: readonly RoutingOperation[], itemYield: Decimal): Decimal[] {
  const own = routing.map((operation) => operation.yield);
  if (own.some((share) => share.lessThan(1))) return own;
  return own.map((share, index) => (index === own.length - 1 ? itemYield : share));
}

function materialsOf(lines: readonly BomLine[], operations: readonly ExplodedOperation[]): ExplodedMaterial[] {
  const first = operations[0]!;
  const sums = new Map<string, { line: BomLine; operation: ExplodedOperation; exact: Decimal }>();
  for (const line of lines) {
    const operation = operations.find((one) => one.operationNumber === line.operationNumber) ?? first;
    const exact = operation.plannedQuantity.times(line.quantity).dividedBy(new Decimal(1).minus(line.scrapRate));
    const key = `${operation.operationNumber}/${line.componentItemId}`;
    const before = sums.get(key);
    sums.set(key, { line, operation, exact: before ? before.exact.plus(exact) : exact });
  }
  return [...sums.values()].map(({ line, operation, exact }) => ({
    itemId: line.componentItemId,
    operationNumber: operation.operationNumber,
    required: roundUpToUnit(exact.toDecimalPlaces(9), line.unitDecimals),
    isBackflushed: line.isBackflushed,
  }));
}

/** Share of the started pieces that normally spoils over all operations, 0 to below 1. */
export function normalScrapRate(yields: readonly Decimal[]): Decimal {
  return new Decimal(1).minus(yields.reduce((product, share) => product.times(share), new Decimal(1)));
}
