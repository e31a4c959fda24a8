import { ColorInput, MultiSelect, PasswordInput, Select, Switch, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { formatDecimal, formatUnit } from "../format/numbers.ts";
import type { LookupHit } from "../grid/grid-columns.ts";
import { refusalText, useLocale, useText } from "../i18n/use-text.ts";
import { DayField } from "./day-field.tsx";
import { bodyOf, type FormField } from "./form-fields.ts";
import { LookupField } from "./lookup-field.tsx";
import type { FormState } from "./use-form.ts";

/** One field, in the one style of all forms: label above, hint under it, the error sentence below. */
export function FieldView({ field, form }: { readonly field: FormField; readonly form: FormState }) {
  const t = useText();
  const value = form.values[field.name] ?? "";
  const problem = form.problems[field.name];
  const set = (next: string | boolean | string[]) => form.set(field.name, next);
  const common = {
    size: "sm" as const,
    label: field.label,
    description: field.hint,
    error: problem ? refusalText(t, problem) : undefined,
    withAsterisk: field.required ?? false,
    disabled: field.readOnly ?? false,
    "data-field": field.name,
    name: field.name,
    "aria-required": field.required,
  };
  switch (field.kind) {
    case "text":
    case "code":
    case "email":
      return (
        <TextInput
          {...common}
          type={field.kind === "email" ? "email" : "text"}
          placeholder={"placeholder" in field ? field.placeholder : undefined}
          value={String(value)}
          onChange={(event) => set(event.currentTarget.value)}
          autoComplete="off"
        />
      );
    case "password":
      return (
        <PasswordInput
          {...common}
          value={String(value)}
          onChange={(event) => set(event.currentTarget.value)}
          autoComplete="new-password"
        />
      );
    case "note":
      return (
        <Textarea
          {...common}
          value={String(value)}
          onChange={(event) => set(event.currentTarget.value)}
          autosize
          minRows={field.rows ?? 2}
          maxRows={10}
        />
      );
    case "decimal":
    case "integer":
    case "yen":
      return <NumberText field={field} value={String(value)} onText={set} common={common} />;
    case "date":
      return <DayField {...common} value={String(value)} onChange={set} clearable={!field.required} />;
    case "choice":
      return (
        <Select
          {...common}
          data={field.options.map(({ value, label }) => ({ value, label }))}
          value={value === "" ? null : String(value)}
          onChange={(next) => set(next ?? "")}
          searchable={field.options.length > 8}
          clearable={!field.required}
          allowDeselect={!field.required}
          nothingFoundMessage={t("platform.grid.noHit")}
          checkIconPosition="right"
        />
      );
    case "choices":
      return (
        <MultiSelect
          {...common}
          data={field.options.map(({ value, label }) => ({ value, label }))}
          value={Array.isArray(value) ? [...value] : []}
          onChange={set}
          searchable={field.options.length > 8}
          checkIconPosition="right"
        />
      );
    case "switch": {
      const { withAsterisk: _star, "aria-required": _required, ...rest } = common;
      return (
        <Switch {...rest} mt={22} checked={value === true} onChange={(event) => set(event.currentTarget.checked)} />
      );
    }
    case "color":
      return (
        <ColorInput
          {...common}
          value={String(value)}
          onChange={set}
          format="hex"
          eyeDropperButtonProps={{ "aria-label": t("platform.form.eyeDropper") }}
        />
      );
    case "lookup":
      return <Found field={field} value={String(value)} onId={set} error={common.error} />;
  }
}

function Found({
  field,
  value,
  onId,
  error,
}: {
  readonly field: FormField & { kind: "lookup" };
  readonly value: string;
  readonly onId: (id: string) => void;
  readonly error: string | undefined;
}) {
  const [chosen, setChosen] = useState<LookupHit | null>(null);
  const hit = chosen?.id === value ? chosen : field.shown?.id === value ? field.shown : null;
  return (
    <LookupField
      label={field.label}
      description={field.hint}
      error={error}
      required={field.required}
      disabled={field.readOnly}
      fieldName={field.name}
      lookup={field.lookup}
      hit={hit}
      onHit={(next) => {
        setChosen(next);
        onId(next?.id ?? "");
      }}
    />
  );
}

/** A number as text: shown with separators while it is not being typed, exact, its unit behind it. */
function NumberText({
  field,
  value,
  onText,
  common,
}: {
  readonly field: FormField & { kind: "decimal" | "integer" | "yen" };
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly common: object;
}) {
  const locale = useLocale();
  const [typing, setTyping] = useState(false);
  const unit =
    (field.unit && formatUnit(field.unit)) ?? (field.kind === "yen" ? (locale === "ja" ? "円" : "JPY") : undefined);
  return (
    <TextInput
      {...common}
      inputMode="decimal"
      autoComplete="off"
      value={typing ? value : formatDecimal(value)}
      rightSection={
        unit && (
          <span className="quiet" style={{ fontSize: 12 }}>
            {unit}
          </span>
        )
      }
      rightSectionWidth={unit ? 16 + unit.length * 11 : undefined}
      rightSectionPointerEvents="none"
      styles={{ input: { textAlign: "right" } }}
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        // When it is shown hangs on other fields; here it is read by itself.
        const { when: _when, ...shown } = field;
        const plain = bodyOf([{ ...shown, name: "n" }], { n: value }, locale)["n"];
        if (plain !== null && String(plain) !== value) onText(String(plain));
      }}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
