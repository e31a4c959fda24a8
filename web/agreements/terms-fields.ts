import { type FormField, type Lookup, type LookupHit, readApi, type Translate } from "../platform/index.ts";

const findPartners: Lookup = async (typed, signal) => {
  const page = await readApi(
    "/api/v1/partners",
    { params: { query: { limit: 20, ...(typed && { search: typed }) } } },
    signal,
  );
  return page.rows.map((row) => ({ id: row.id, code: row.code, name: row.name }));
};

/** The terms of an agreement as a form; their names are those of the request. */
export function termsFields(t: Translate, partner: LookupHit | null): FormField[] {
  const choice = (
    name: string,
    label: string,
    prefix: string,
    values: readonly string[],
    more: object = {},
  ): FormField => ({
    name,
    label: t(label),
    kind: "choice",
    required: true,
    options: values.map((value) => ({ value, label: t(`${prefix}.${value}`) })),
    ...more,
  });
  return [
    {
      name: "partnerId",
      label: t("agreements.partner"),
      kind: "lookup",
      lookup: findPartners,
      shown: partner,
      required: true,
      group: t("agreements.group.who"),
    },
    choice("mySide", "agreements.side", "agreements.side", ["seller", "buyer"]),
    { name: "name", label: t("agreements.name"), kind: "text", required: true, maxLength: 200 },
    { name: "validFrom", label: t("agreements.validFrom"), kind: "date", required: true },
    choice("bookedAt", "agreements.bookedAt", "agreements.bookedAt", ["acceptance", "receipt", "shipment"], {
      group: t("agreements.group.delivery"),
    }),
    { name: "isOneStep", label: t("agreements.isOneStep"), kind: "switch", hint: t("agreements.isOneStepHint") },
    {
      name: "defaultAcceptanceDays",
      label: t("agreements.defaultAcceptanceDays"),
      kind: "integer",
      min: "0",
      max: "90",
      hint: t("agreements.defaultAcceptanceHint"),
    },
    { name: "deliveryTerms", label: t("agreements.deliveryTerms"), kind: "text" },
    {
      name: "tolerance.overPercent",
      label: t("agreements.over"),
      kind: "decimal",
      min: "0",
      max: "100",
      required: true,
    },
    {
      name: "tolerance.underPercent",
      label: t("agreements.under"),
      kind: "decimal",
      min: "0",
      max: "100",
      required: true,
    },
    {
      name: "payment.closingDay",
      label: t("agreements.closingDay"),
      kind: "integer",
      min: "1",
      max: "31",
      required: true,
      hint: t("agreements.lastDayHint"),
      group: t("agreements.payment"),
    },
    choice("payment.closingCountsBy", "agreements.closingCountsBy", "agreements.closingCountsBy", [
      "receipt",
      "acceptance",
    ]),
    {
      name: "payment.paymentMonthOffset",
      label: t("agreements.paymentMonthOffset"),
      kind: "integer",
      min: "0",
      max: "6",
      required: true,
    },
    {
      name: "payment.paymentDay",
      label: t("agreements.paymentDay"),
      kind: "integer",
      min: "1",
      max: "31",
      required: true,
      hint: t("agreements.lastDayHint"),
    },
    choice("payment.holidayShift", "agreements.holidayShift", "agreements.holidayShift", ["previous", "next", "none"]),
    { name: "payment.holidayShiftAgreedInWriting", label: t("agreements.inWriting"), kind: "switch" },
    {
      name: "paymentKinds",
      label: t("agreements.paymentKinds"),
      kind: "choices",
      required: true,
      options: ["transfer", "cash", "claim", "offset"].map((value) => ({
        value,
        label: t(`agreements.kind.${value}`),
      })),
    },
    choice("invoiceIssuer", "agreements.invoiceIssuer", "agreements.side", ["seller", "buyer"], {
      group: t("agreements.group.invoice"),
    }),
    {
      name: "acknowledgedAfterDays",
      label: t("agreements.acknowledgedAfterDays"),
      kind: "integer",
      min: "1",
      max: "90",
    },
    choice("taxRounding", "agreements.taxRounding", "agreements.rounding", ["down", "half_up", "up"]),
    choice("amountRounding", "agreements.amountRounding", "agreements.rounding", ["down", "half_up", "up"]),
    {
      name: "showsMilestones",
      label: t("agreements.milestones"),
      kind: "switch",
      hint: t("agreements.milestonesHint"),
    },
  ];
}
