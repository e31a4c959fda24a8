import {
  type CompanySettings,
  type CompanySettingsInput,
  checkRegistrationNumber,
  companySettingsShape,
  companySettingsUpdateShape,
  isCorporateNumber,
} from "../../domain/companies/index.ts";
import { ok, type Refusal, refuseAll } from "../../domain/shared/index.ts";
import { announce, audit, defineRoute, type Route, requireSaved, requireVersion } from "../platform/index.ts";
import { loadSettings, type StoredSettings, updateSettings } from "./settings.store.ts";

export const settingsRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/company",
    kind: "read",
    permission: "companies.read",
    summary: { en: "The acting company's settings", ja: "会社情報" },
    response: companySettingsShape,
    handler: async ({ tx }) => ok(withWarnings(await loadSettings(tx))),
  }),
  defineRoute({
    method: "PUT",
    url: "/company",
    kind: "command",
    permission: "companies.settings",
    summary: { en: "Change the company's settings", ja: "会社情報を変更する" },
    body: companySettingsUpdateShape,
    response: companySettingsShape,
    handler: async ({ tx, body }) => {
      const found = requireVersion(await loadSettings(tx), body.version);
      if (!found.ok) return found;
      const refused = refuseAll(check(body, found.value));
      if (refused) return refused;
      const saved = requireSaved(await updateSettings(tx, body.version, body));
      if (!saved.ok) return saved;
      await audit(tx, [
        {
          command: "companies.change-settings",
          subjectKind: "company",
          subjectId: tx.companyId,
          details: changes(found.value, body),
        },
      ]);
      await announce(tx, [{ kind: "companies.company", subjectId: tx.companyId }]);
      return ok(withWarnings(await loadSettings(tx)));
    },
  }),
];

function check(input: CompanySettingsInput, found: StoredSettings): Refusal[] {
  const refusals: Refusal[] = [];
  if (input.corporateNumber !== null && !isCorporateNumber(input.corporateNumber)) {
    refusals.push({ code: "CORPORATE_NUMBER_CHECK_DIGIT", field: "corporateNumber" });
  }
  if (found.isFiscalYearFixed && input.fiscalYearStartMonth !== found.fiscalYearStartMonth) {
    refusals.push({ code: "FISCAL_YEAR_FIXED", field: "fiscalYearStartMonth" });
  }
  return refusals;
}

function withWarnings(settings: StoredSettings): CompanySettings {
  const { registrationNumber } = settings;
  const finding = registrationNumber === null ? null : checkRegistrationNumber(registrationNumber);
  const warnings = finding?.severity === "warning" ? [{ code: finding.code, field: "registrationNumber" }] : [];
  return { ...settings, warnings };
}

/** What changed, for the audit: the new value by field. */
function changes(before: StoredSettings, after: CompanySettingsInput): Record<string, unknown> {
  const keys = Object.keys(before) as (keyof StoredSettings)[];
  const next = after as unknown as Partial<StoredSettings>;
  return Object.fromEntries(
    keys
      .filter((key) => key !== "version" && key in next && next[key] !== before[key])
      .map((key) => [key, { from: before[key], to: next[key] }]),
  );
}
