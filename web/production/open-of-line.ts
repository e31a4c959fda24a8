import { decimal } from "../../domain/shared/index.ts";

/** What of a sold line is still to be put into work orders, as exact text. */
export function openOfLine(line: { readonly quantity: string; readonly ordered: string }): string {
  return decimal(line.quantity).minus(line.ordered).toFixed();
}
