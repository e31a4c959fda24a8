import { checkRegistrationNumber, isCorporateNumber } from "../../domain/companies/index.ts";
import type { Partner, PartnerInput } from "../../domain/parties/index.ts";
import type { Refusal } from "../../domain/shared/index.ts";

type Checked = Pick<PartnerInput, "isCustomer" | "isSupplier" | "corporateNumber" | "registrationNumber" | "taxStatus">;

/** What a card may not be, beside the shape of its fields. */
export function checkPartner(input: Checked & Partial<Pick<PartnerInput, "sites" | "bankAccounts">>): Refusal[] {
  const refusals: Refusal[] = [];
  if (!input.isCustomer && !input.isSupplier) refusals.push({ code: "PARTNER_WITHOUT_ROLE", field: "isCustomer" });
  const { corporateNumber } = input;
  if (corporateNumber !== null && /^\d{13}$/.test(corporateNumber) && !isCorporateNumber(corporateNumber)) {
    refusals.push({ code: "CORPORATE_NUMBER_CHECK_DIGIT", field: "corporateNumber" });
  }
  for (const [index, site] of (input.sites ?? []).entries()) {
    if (input.sites!.findIndex((other) => other.code === site.code) < index) {
      refusals.push({ code: "SITE_CODE_TWICE", values: { code: site.code }, field: `sites.${index}.code` });
    }
  }
  return refusals;
}

/** What a person should look at once more, though nothing stops it. */
export function partnerWarnings(partner: Checked): Partner["warnings"] {
  const { registrationNumber, taxStatus } = partner;
  const warnings: Partner["warnings"] = [];
  if (registrationNumber !== null) {
    const finding = checkRegistrationNumber(registrationNumber);
    if (finding.severity === "warning") warnings.push({ code: finding.code, field: "registrationNumber" });
  }
  // Only what is bought gives input tax to deduct.
  if (registrationNumber === null && taxStatus === "registered" && partner.isSupplier) {
    warnings.push({ code: "REGISTRATION_NUMBER_MISSING", field: "registrationNumber" });
  }
  if (registrationNumber !== null && taxStatus !== "registered") {
    warnings.push({ code: "REGISTRATION_NUMBER_WITHOUT_STATUS", field: "taxStatus" });
  }
  return warnings;
}
