import { decimal, maxDate, type PlainDate } from "../../shared/index.ts";
import { unscaled } from "../scaled-quantity.ts";
import type { CenterItem, CenterNeed, CenterProblem } from "./center-problem.ts";
import { lotCount, type WholeItem } from "./whole-lots.ts";

/** A lot that becomes a firm planned order. */
export interface LotOrder {
  readonly itemId: string;
  /** The proposal whose number it takes; `null`: there are more lots than proposals. */
  readonly seq: number | null;
  readonly quantity: string;
  readonly startOn: PlainDate;
  readonly dueOn: PlainDate;
  /** When the first of its needs is due. */
  readonly neededOn: PlainDate;
  /** Proposals it covers, wholly or in part. */
  readonly covers: readonly number[];
  readonly isBelowMinimum: boolean;
}

/** Whether the lots of an item are its proposals. */
export function isAsPlanned({ needs }: CenterItem, orders: readonly LotOrder[]): boolean {
  return (
    orders.length === needs.length &&
    needs.every(({ proposal }, at) => {
      const order = orders[at]!;
      return decimal(order.quantity).equals(proposal.quantity) && order.dueOn === proposal.dueOn;
    })
  );
}

/** The lots of an item as orders, each with the needs it covers: those needed first are made first. */
export function ordersOfItem(
  { dateOf }: CenterProblem,
  item: CenterItem,
  whole: WholeItem,
  row: readonly number[],
): LotOrder[] {
  const { needs, step, decimals } = item;
  const orders: { week: number; steps: number; covered: CenterNeed[] }[] = [];
  let at = 0;
  let left = needs[0]!.quantity / step;
  row.forEach((steps, week) => {
    const count = lotCount(whole, steps);
    for (let part = 0; part < count; part++) {
      // As even as whole steps allow.
      const size = Math.floor((steps * (part + 1)) / count) - Math.floor((steps * part) / count);
      const covered: CenterNeed[] = [];
      for (let open = size; open > 0; ) {
        covered.push(needs[at]!);
        const taken = Math.min(open, left);
        open -= taken;
        left -= taken;
        if (left === 0 && at + 1 < needs.length) left = needs[++at]!.quantity / step;
      }
      orders.push({ week, steps: size, covered });
    }
  });
  const numbers = numbersFor(
    orders.map(({ covered }) => covered),
    needs,
  );
  return orders.map(({ week, steps, covered }, place) => {
    const first = covered[0]!;
    const days = first.week === week ? first : item.endOfWeek(first, week);
    const material = Math.max(...covered.map(({ earliestStartDay }) => earliestStartDay));
    return {
      itemId: item.item.id,
      seq: numbers[place]!,
      quantity: unscaled(steps * step, decimals),
      startOn: dateOf(Math.min(days.dueDay, Math.max(days.startDay, material))),
      dueOn: dateOf(days.dueDay),
      neededOn: first.proposal.dueOn,
      covers: covered.map(({ proposal }) => proposal.seq),
      isBelowMinimum: steps < whole.minimum,
    };
  });
}

/** What stays as it is planned before the last of the lots. */
export function stayingOrders({ item, staying }: CenterItem, lots: readonly LotOrder[]): LotOrder[] {
  const last = lots.reduce((latest, { dueOn }) => maxDate(latest, dueOn), lots[0]!.dueOn);
  return staying
    .filter(({ dueOn }) => dueOn <= last)
    .map(({ seq, quantity, startOn, dueOn }) => ({
      ...{ itemId: item.id, seq, quantity, startOn, dueOn, neededOn: dueOn, covers: [seq], isBelowMinimum: false },
    }));
}

/** Each order takes the number of a proposal it covers, else of one that is left over. */
function numbersFor(orders: readonly (readonly CenterNeed[])[], needs: readonly CenterNeed[]): (number | null)[] {
  const left = new Set(needs.map(({ proposal }) => proposal.seq));
  const numbers = orders.map((covered) => {
    const own = covered.find(({ proposal }) => left.has(proposal.seq))?.proposal.seq ?? null;
    if (own !== null) left.delete(own);
    return own;
  });
  const rest = [...left];
  return numbers.map((own) => own ?? rest.shift() ?? null);
}
