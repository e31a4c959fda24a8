import { addDays, type PlainDate } from "../shared/index.ts";
import type { PlanInput, ReceiptKind, RecordRef } from "./plan-records.ts";
import type { RecordIndex } from "./record-index.ts";
import { NO_GROUP } from "./requirements/index.ts";
import { unscaled } from "./scaled-quantity.ts";

/** A record, or the planned order it stands for. */
export type NamedRecord<Kind extends string> = RecordRef<Kind> | { readonly kind: "planned"; readonly seq: number };

/** A record by its kind and id; a firm planned order by its number. */
export function named<Kind extends string>({ kind, id, line }: RecordRef<Kind | "firm">): NamedRecord<Kind> {
  return kind === "firm" ? { kind: "planned", seq: Number(id) } : { kind: kind as Kind, id, line };
}

/** Turns numbers of a plan back into ids, dates and decimal texts. */
export class Naming {
  private readonly dates = new Map<number, PlainDate>();
  private readonly planFrom: PlainDate;
  private readonly index: RecordIndex;
  constructor({ planFrom }: PlanInput, index: RecordIndex) {
    this.planFrom = planFrom;
    this.index = index;
  }

  receipt(row: number): NamedRecord<ReceiptKind> {
    return named(this.index.receipts[row]!);
  }

  orderKey(group: number): string | null {
    return group === NO_GROUP ? null : this.index.orderKeys[group]!;
  }

  quantity(item: number, value: number): string {
    return unscaled(value, this.index.decimals[item]!);
  }

  date(day: number): PlainDate {
    const known = this.dates.get(day);
    if (known !== undefined) return known;
    const date = addDays(this.planFrom, day);
    this.dates.set(day, date);
    return date;
  }
}
