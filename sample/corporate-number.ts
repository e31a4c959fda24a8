import { corporateNumberCheckDigit } from "../domain/companies/index.ts";

/**
 * A corporate number (法人番号) with a right check digit, of a range no registry uses: a sample must not name a real firm.
 * @param base twelve digits
 */
export function corporateNumber(base: number): string {
  const digits = String(base);
  if (!/^\d{12}$/.test(digits)) throw new Error(`${base} has not twelve digits`);
  return `${corporateNumberCheckDigit(digits)}${digits}`;
}
