/**
 * Check digit of a corporate number (法人番号) from its 12 base digits.
 * Rule: 9 − ((Σ Pn·Qn) mod 9), Pn the n-th digit from the right, Qn 1 for odd and 2 for even n. Source: 平成26年財務省令70号.
 */
export function corporateNumberCheckDigit(baseDigits: string): number {
  const sum = [...baseDigits]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9);
}

/** True for 13 digits whose first is the check digit of the rest. */
export function isCorporateNumber(text: string): boolean {
  return /^\d{13}$/.test(text) && corporateNumberCheckDigit(text.slice(1)) === Number(text[0]);
}

export type RegistrationNumberFinding =
  | { readonly severity: "ok" }
  | { readonly severity: "warning"; readonly code: "REGISTRATION_NUMBER_CHECK_DIGIT" }
  | { readonly severity: "error"; readonly code: "REGISTRATION_NUMBER_FORMAT" };

/**
 * Looks at a registration number (登録番号, T and 13 digits). A wrong check digit is only a warning: sole proprietors' numbers
 * are not corporate numbers.
 */
export function checkRegistrationNumber(text: string): RegistrationNumberFinding {
  if (!/^T\d{13}$/.test(text)) return { severity: "error", code: "REGISTRATION_NUMBER_FORMAT" };
  if (!isCorporateNumber(text.slice(1))) return { severity: "warning", code: "REGISTRATION_NUMBER_CHECK_DIGIT" };
  return { severity: "ok" };
}
