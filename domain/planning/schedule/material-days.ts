import { addDays, daysBetween, maxDate, type PlainDate } from "../../shared/index.ts";

/** What brings material: a proposal of the plan (`seq`), or what is on its way and comes on `onDate`. */
interface MaterialSource {
  readonly seq: number | null;
  readonly onDate: PlainDate | null;
}

/** What an operation gets of an item; 0: it is used from the order's beginning. */
export interface MaterialSupply extends MaterialSource {
  readonly workOrderId: string;
  readonly operationNumber: number;
  readonly itemId: string;
}

/** A proposal of the plan to buy or make something. */
export interface MaterialProposal {
  readonly seq: number;
  readonly dueOn: PlainDate;
  /** When it can be there if it is begun at once, where that is later than its due day. */
  readonly possibleOn: PlainDate | null;
}

/** What a proposal is made of: one of its needs with what covers it. Stock is not among them. */
export interface ProposalNeed extends MaterialSource {
  readonly forSeq: number;
  readonly neededOn: PlainDate;
}

export interface MaterialDay {
  readonly workOrderId: string;
  readonly operationNumber: number;
  readonly itemId: string;
  readonly availableOn: PlainDate;
}

/**
 * From which day the material of each operation can be there: the latest day of all that brings it. A proposal comes on its due day, one that cannot be
 * in time as soon as it can be had; what one is made of and comes later than needed makes it late by as many days.
 *
 * Source: docs/rules/scheduling.md, "The planning board".
 *
 * @returns one row an operation and item, in the order of `supplies`; what a proposal nobody knows brings is not among them
 */
export function materialDays(
  supplies: readonly MaterialSupply[],
  proposals: readonly MaterialProposal[],
  needs: readonly ProposalNeed[],
): MaterialDay[] {
  const ready = readyDaysOf(proposals, needs);
  const found = new Map<string, MaterialDay>();
  for (const { workOrderId, operationNumber, itemId, ...source } of supplies) {
    const on = ready(source);
    if (on === null) continue;
    const key = `${workOrderId} ${operationNumber} ${itemId}`;
    const before = found.get(key);
    const availableOn = before ? maxDate(before.availableOn, on) : on;
    found.set(key, { workOrderId, operationNumber, itemId, availableOn });
  }
  return [...found.values()];
}

/** When each source is there; a proposal that waits for itself in a circle waits for nothing there. */
function readyDaysOf(proposals: readonly MaterialProposal[], needs: readonly ProposalNeed[]) {
  const orders = new Map(proposals.map((one) => [one.seq, one]));
  const needsOf = new Map<number, ProposalNeed[]>();
  for (const need of needs) {
    const list = needsOf.get(need.forSeq);
    if (list) list.push(need);
    else needsOf.set(need.forSeq, [need]);
  }
  const known = new Map<number, PlainDate | null>();
  const dayOf = ({ seq, onDate }: MaterialSource): PlainDate | null => {
    if (seq === null) return onDate;
    const before = known.get(seq);
    if (before !== undefined) return before;
    known.set(seq, null);
    const order = orders.get(seq);
    if (!order) return null;
    let lateDays = 0;
    for (const need of needsOf.get(seq) ?? []) {
      const on = dayOf(need);
      if (on !== null) lateDays = Math.max(lateDays, daysBetween(need.neededOn, on));
    }
    const day = addDays(order.possibleOn === null ? order.dueOn : maxDate(order.dueOn, order.possibleOn), lateDays);
    known.set(seq, day);
    return day;
  };
  return dayOf;
}
