import type { AgreementRow, CompanyRow, PartnerRow } from "./records.ts";
import { groupBy } from "./region/group-by.ts";

/**
 * A company's cards of the companies on the platform it has an agreement with, linked, with the agreement's terms. Window and members
 * know each other by a card also where they have none: the window asks its members for dates.
 */
export function linkedPartners(
  company: CompanyRow,
  companies: readonly CompanyRow[],
  agreements: readonly AgreementRow[],
  windowCode: string,
): PartnerRow[] {
  const dealings = agreements.flatMap((agreement) => {
    const { sellerCompanyCode, buyerCompanyCode } = agreement;
    if (buyerCompanyCode === null) return [];
    if (sellerCompanyCode === company.code) return [{ agreement, other: buyerCompanyCode, isCustomer: true }];
    if (buyerCompanyCode === company.code) return [{ agreement, other: sellerCompanyCode, isCustomer: false }];
    return [];
  });
  const withWindow = companies.flatMap(({ code }) => {
    const isPair = code !== company.code && (code === windowCode || company.code === windowCode);
    if (!isPair || dealings.some(({ other }) => other === code)) return [];
    return [{ agreement: agreements[0]!, other: code, isCustomer: code === windowCode }];
  });
  return [...groupBy([...dealings, ...withWindow], ({ other }) => other)].map(([code, own]) => {
    const other = companies.find((candidate) => candidate.code === code)!;
    const { closingDay, paymentMonthOffset, paymentDay } = own[0]!.agreement;
    return {
      code,
      name: other.name,
      nameEn: other.nameEn,
      kana: other.kana,
      isCustomer: own.some(({ isCustomer }) => isCustomer),
      isSupplier: own.some(({ isCustomer }) => !isCustomer),
      linkedCompanyCode: code,
      taxStatus: "registered",
      registrationNumber: other.registrationNumber,
      closingDay,
      paymentMonthOffset,
      paymentDay,
      isActive: true,
      note: "",
    };
  });
}
