import { issue } from "../../domain/inventory/index.ts";
import { assert, type Decimal } from "../../domain/shared/index.ts";

/** What a part of a held quantity is worth: its average share, and the last part takes the rest. */
export function shareReturned(
  held: { readonly quantity: Decimal; readonly valueYen: bigint },
  quantity: Decimal,
): bigint {
  const taken = issue(held, quantity);
  assert(taken.ok, "no more is taken than is held");
  return taken.value.valueYen;
}
