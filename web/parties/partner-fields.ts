import { type FormField, type Translate, withTexts } from "../platform/index.ts";

const options = (t: Translate, prefix: string, values: readonly string[]) =>
  values.map((value) => ({ value, label: t(`parties.${prefix}.${value}`) }));

/** The card's fields, in the order people fill them. */
export function partnerFields(t: Translate): FormField[] {
  const label = (name: string) => t(`parties.partner.${name}`);
  const dayBounds = { min: "1", max: "31" };
  return [
    { name: "code", label: label("code"), kind: "code", required: true, group: t("parties.group.names") },
    { name: "name", label: label("name"), kind: "text", required: true },
    { name: "kana", label: label("kana"), kind: "text", hint: label("kanaHint") },
    { name: "nameEn", label: label("nameEn"), kind: "text" },
    { name: "isCustomer", label: label("isCustomer"), kind: "switch" },
    { name: "isSupplier", label: label("isSupplier"), kind: "switch" },
    {
      name: "taxStatus",
      label: label("taxStatus"),
      kind: "choice",
      required: true,
      options: options(t, "taxStatus", ["registered", "unregistered", "exempt"]),
      group: t("parties.group.tax"),
    },
    {
      name: "registrationNumber",
      label: label("registrationNumber"),
      kind: "code",
      placeholder: "T1234567890123",
      hint: label("registrationNumberHint"),
    },
    { name: "corporateNumber", label: label("corporateNumber"), kind: "code" },
    {
      name: "taxRounding",
      label: label("taxRounding"),
      kind: "choice",
      required: true,
      options: options(t, "rounding", ["down", "half_up", "up"]),
    },
    { name: "capitalYen", label: label("capitalYen"), kind: "yen", min: "0", hint: label("capitalHint") },
    { name: "employeeCount", label: label("employeeCount"), kind: "integer", min: "0" },
    {
      name: "closingDay",
      label: label("closingDay"),
      kind: "integer",
      required: true,
      ...dayBounds,
      hint: label("dayHint"),
      group: t("parties.group.terms"),
    },
    {
      name: "paymentMonthOffset",
      label: label("paymentMonthOffset"),
      kind: "choice",
      required: true,
      options: options(t, "paymentMonth", ["0", "1", "2", "3", "4", "5", "6"]),
    },
    {
      name: "paymentDay",
      label: label("paymentDay"),
      kind: "integer",
      required: true,
      ...dayBounds,
      hint: label("dayHint"),
    },
    {
      name: "holidayShift",
      label: label("holidayShift"),
      kind: "choice",
      required: true,
      options: options(t, "holidayShift", ["previous", "next"]),
    },
    {
      name: "paymentKind",
      label: label("paymentKind"),
      kind: "choice",
      required: true,
      options: options(t, "paymentKind", ["transfer", "cash", "claim", "offset"]),
    },
    { name: "creditLimitYen", label: label("creditLimitYen"), kind: "yen", min: "0", hint: label("creditLimitHint") },
    {
      name: "answersDates",
      label: label("answersDates"),
      kind: "switch",
      hint: label("answersDatesHint"),
      group: t("parties.group.dates"),
    },
    {
      name: "promiseLimit",
      label: label("promiseLimit"),
      kind: "integer",
      required: true,
      min: "0",
      max: "1000",
      hint: label("promiseLimitHint"),
    },
    { name: "postalCode", label: label("postalCode"), kind: "text", group: t("parties.group.contact") },
    { name: "address", label: label("address"), kind: "text" },
    { name: "phone", label: label("phone"), kind: "text" },
    { name: "email", label: label("email"), kind: "text" },
    { name: "contactName", label: label("contactName"), kind: "text" },
    { name: "isActive", label: label("isActive"), kind: "switch" },
    { name: "note", label: label("note"), kind: "note", span: 2 },
  ];
}

/** What a new card begins with. */
export const NEW_PARTNER = {
  taxStatus: "registered",
  taxRounding: "down",
  closingDay: 31,
  paymentMonthOffset: 1,
  paymentDay: 31,
  holidayShift: "next",
  paymentKind: "transfer",
  answersDates: false,
  promiseLimit: 10,
  isActive: true,
};

/** The card as the route takes it. */
export function partnerBody(fields: readonly FormField[], body: Record<string, unknown>): Record<string, unknown> {
  const sent = withTexts(fields, body, ["registrationNumber", "corporateNumber"]);
  return { ...sent, paymentMonthOffset: Number(sent["paymentMonthOffset"]) };
}
