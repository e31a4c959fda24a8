import { Alert } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  Answered,
  type AnswerOf,
  type FormField,
  FormPage,
  Icon,
  useApi,
  useCan,
  useCommand,
  useText,
  withTexts,
} from "../platform/index.ts";

type Settings = AnswerOf<"get", "/api/v1/company">;

/** The company's own card: name, numbers, rounding, and what others may find of it. */
export function Page() {
  const settings = useApi("/api/v1/company");
  return <Answered answer={settings}>{(data) => <SettingsForm key={data.version} settings={data} />}</Answered>;
}

function SettingsForm({ settings }: { readonly settings: Settings }) {
  const t = useText();
  const can = useCan();
  const mayWrite = can("companies.settings");
  const [warnings, setWarnings] = useState(settings.warnings);
  const save = useCommand("put", "/api/v1/company", { success: t("companies.settings.saved"), placesRefusals: true });
  const fields = useMemo<FormField[]>(() => {
    const label = (name: string) => t(`companies.settings.${name}`);
    const roundings = ["down", "half_up", "up"].map((value) => ({ value, label: t(`companies.rounding.${value}`) }));
    const months = Array.from({ length: 12 }, (_, index) => ({
      value: `${index + 1}`,
      label: t("companies.settings.month", { month: index + 1 }),
    }));
    const all: FormField[] = [
      { name: "name", label: label("name"), kind: "text", required: true, group: label("names") },
      { name: "kana", label: label("kana"), kind: "text" },
      { name: "nameEn", label: label("nameEn"), kind: "text" },
      { name: "color", label: label("color"), kind: "color", hint: label("colorHint") },
      { name: "isPublished", label: label("isPublished"), kind: "switch", hint: label("isPublishedHint"), span: 2 },
      {
        name: "taxStatus",
        label: label("taxStatus"),
        kind: "choice",
        required: true,
        options: ["registered", "unregistered", "exempt"].map((value) => ({
          value,
          label: t(`companies.taxStatus.${value}`),
        })),
        group: label("tax"),
      },
      { name: "registrationNumber", label: label("registrationNumber"), kind: "code", placeholder: "T1234567890123" },
      { name: "corporateNumber", label: label("corporateNumber"), kind: "code" },
      {
        name: "taxRounding",
        label: label("taxRounding"),
        kind: "choice",
        required: true,
        options: roundings,
        hint: label("taxRoundingHint"),
      },
      { name: "amountRounding", label: label("amountRounding"), kind: "choice", required: true, options: roundings },
      {
        name: "fiscalYearStartMonth",
        label: label("fiscalYearStartMonth"),
        kind: "choice",
        required: true,
        options: months,
        readOnly: settings.isFiscalYearFixed,
        ...(settings.isFiscalYearFixed && { hint: label("fiscalYearFixed") }),
      },
      { name: "capitalYen", label: label("capitalYen"), kind: "yen", min: "0", hint: label("capitalHint") },
      { name: "employeeCount", label: label("employeeCount"), kind: "integer", min: "0" },
      { name: "postalCode", label: label("postalCode"), kind: "text", group: label("contact") },
      { name: "address", label: label("address"), kind: "text" },
      { name: "phone", label: label("phone"), kind: "text" },
    ];
    return mayWrite ? all : all.map((field) => ({ ...field, readOnly: true }));
  }, [t, mayWrite, settings.isFiscalYearFixed]);
  return (
    <FormPage
      title={t("companies.settings.title")}
      hint={settings.code}
      fields={fields}
      initial={settings}
      submit={(body) => {
        const sent = withTexts(fields, body, ["registrationNumber", "corporateNumber"]);
        return save.run({
          body: {
            ...sent,
            fiscalYearStartMonth: Number(sent["fiscalYearStartMonth"]),
            version: settings.version,
          } as never,
        });
      }}
      onDone={(saved) => setWarnings(saved.warnings)}
    >
      {warnings.map(({ code }) => (
        <Alert key={code} color="yellow" icon={<Icon name="alert" />} mb="sm">
          {t(`refusals.${code}`)}
        </Alert>
      ))}
    </FormPage>
  );
}
