import { ActionIcon, Grid, Group, NativeSelect, Paper, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { LOT_RULES } from "../../domain/items/index.ts";
import { findAnyItem } from "../items/index.ts";
import { findPartners } from "../parties/index.ts";
import {
  DayField,
  formatDate,
  formatQuantity,
  formatUnit,
  Icon,
  LookupField,
  type LookupHit,
  useApi,
  useLocale,
  useText,
} from "../platform/index.ts";
import { findWorkCenters } from "../resources/index.ts";

import type { TypedChange } from "./what-if-question.ts";
import { recordName } from "./words.tsx";

export interface ChangeProps {
  readonly typed: TypedChange;
  readonly onChange: (part: Partial<TypedChange>) => void;
  /** The sentence that belongs to a field, named as the server names it. */
  readonly problem: (field: string) => string | undefined;
}

/** One assumption with its fields. */
export function ChangeCard({
  at,
  onRemove,
  ...props
}: ChangeProps & { readonly at: number; readonly onRemove: () => void }) {
  const t = useText();
  const { kind } = props.typed;
  const title = t(`planning.whatIf.kind.${kind}`);
  const other = props.problem("");
  return (
    <Paper withBorder p="sm" component="section" aria-label={`${at + 1}. ${title}`}>
      <Group justify="space-between" mb={6}>
        <Text fw={600} fz={14}>
          {at + 1}. {title}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={onRemove}
          aria-label={t("planning.whatIf.remove", { at: at + 1 })}
        >
          <Icon name="trash" />
        </ActionIcon>
      </Group>
      <Grid gap="sm">
        {kind === "need" && <NeedFields {...props} />}
        {kind === "receipt" && <ReceiptFields {...props} />}
        {kind === "item" && <ItemFields {...props} />}
        {kind === "capacity" && <CapacityFields {...props} />}
      </Grid>
      {other && (
        <Text c="red.8" fz={13} mt={6} role="alert">
          {other}
        </Text>
      )}
    </Paper>
  );
}

/** The item's card is read for its name, its unit and what stands in it now. */
function useItem(id: string | undefined) {
  const answer = useApi("/api/v1/items/{id}", { params: { path: { id: id ?? "" } } }, { when: Boolean(id) });
  return answer.data?.id === id ? answer.data : undefined;
}

function ItemField({ typed, onChange, problem }: ChangeProps) {
  const t = useText();
  const item = useItem(typed.item);
  const [chosen, setChosen] = useState<LookupHit | null>(null);
  const known = chosen && chosen.id === typed.item ? chosen : null;
  const error = problem("itemId");
  return (
    <LookupField
      label={t("planning.item")}
      lookup={findAnyItem}
      hit={known ?? (item ? { id: item.id, code: item.code, name: item.name } : null)}
      onHit={(found) => {
        setChosen(found);
        onChange({ item: found?.id ?? "", receipt: "" });
      }}
      required
      {...(error && { error })}
    />
  );
}

function NeedFields(props: ChangeProps) {
  const t = useText();
  const { typed, onChange, problem } = props;
  const item = useItem(typed.item);
  const answer = useApi(
    "/api/v1/partners/{id}",
    { params: { path: { id: typed.partner ?? "" } } },
    { when: Boolean(typed.partner) },
  );
  const [chosen, setChosen] = useState<LookupHit | null>(null);
  const card = answer.data?.id === typed.partner ? answer.data : undefined;
  const known = chosen && chosen.id === typed.partner ? chosen : null;
  const error = problem("partnerId");
  return (
    <>
      <Grid.Col span={{ base: 12, sm: 4 }}>
        <ItemField {...props} />
      </Grid.Col>
      <Grid.Col span={{ base: 6, sm: 2 }}>
        <AmountField
          {...props}
          name="quantity"
          field="quantity"
          label={t("planning.whatIf.more")}
          unit={item?.unit}
          required
        />
      </Grid.Col>
      <Grid.Col span={{ base: 6, sm: 3 }}>
        <DayField
          label={t("planning.whatIf.neededOn")}
          value={typed.neededOn ?? ""}
          onChange={(neededOn) => onChange({ neededOn })}
          error={problem("neededOn")}
          required
        />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 3 }}>
        <LookupField
          label={t("planning.whatIf.customer")}
          lookup={findPartners.customers}
          hit={known ?? (card ? { id: card.id, code: card.code, name: card.name } : null)}
          onHit={(found) => {
            setChosen(found);
            onChange({ partner: found?.id ?? "" });
          }}
          {...(error && { error })}
        />
      </Grid.Col>
    </>
  );
}

function ReceiptFields(props: ChangeProps) {
  const t = useText();
  const locale = useLocale();
  const { typed, onChange, problem } = props;
  const item = useItem(typed.item);
  const timeline = useApi(
    "/api/v1/plan-items/{itemId}/timeline",
    { params: { path: { itemId: typed.item ?? "" } } },
    { when: Boolean(typed.item) },
  );
  const receipts = (timeline.data?.itemId === typed.item ? (timeline.data?.events ?? []) : []).flatMap((event) => {
    if (event.what !== "receipt" || !event.record) return [];
    const { kind, id, line } = event.record;
    const quantity = formatQuantity(event.quantity, item?.unit ?? "");
    const label = `${recordName(t, event.record)} ${formatDate(event.onDate, locale)} ${quantity}`;
    return [{ value: `${kind} ${id} ${line ?? ""}`.trim(), label }];
  });
  const isNone = Boolean(typed.item) && timeline.data !== undefined && receipts.length === 0;
  const isListed = receipts.some(({ value }) => value === typed.receipt);
  const head = typed.receipt && !isListed ? t("planning.whatIf.receiptGone") : t("planning.whatIf.choose");
  return (
    <>
      <Grid.Col span={{ base: 12, sm: 5 }}>
        <ItemField {...props} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 7 }}>
        <NativeSelect
          label={t("planning.whatIf.receipt")}
          value={typed.receipt ?? ""}
          onChange={(event) => onChange({ receipt: event.currentTarget.value })}
          data={[{ value: isListed ? "" : (typed.receipt ?? ""), label: head }, ...receipts]}
          error={problem("record") ?? (isNone ? t("planning.whatIf.noReceipts") : undefined)}
          disabled={!typed.item}
          required
        />
      </Grid.Col>
      <Grid.Col span={{ base: 6, sm: 3 }}>
        <TextInput
          label={t("planning.whatIf.daysLater")}
          inputMode="numeric"
          autoComplete="off"
          value={typed.daysLater ?? ""}
          onChange={(event) => onChange({ daysLater: event.currentTarget.value })}
          error={problem("daysLater")}
          rightSection={<span className="quiet">{t("planning.whatIf.days")}</span>}
          rightSectionWidth={48}
          rightSectionPointerEvents="none"
        />
      </Grid.Col>
      <Grid.Col span={{ base: 6, sm: 3 }}>
        <AmountField
          {...props}
          name="quantity"
          field="quantity"
          label={t("planning.whatIf.quantityThen")}
          unit={item?.unit}
        />
      </Grid.Col>
    </>
  );
}

type AmountName = "safetyStock" | "lotFixed" | "lotMinimum" | "lotMaximum" | "lotMultiple";

function ItemFields(props: ChangeProps) {
  const t = useText();
  const { typed, onChange, problem } = props;
  const item = useItem(typed.item);
  const now = (value: string | number | null | undefined) =>
    item ? t("planning.whatIf.now", { value: value ?? t("planning.whatIf.none") }) : undefined;
  const place = (name: AmountName | "setupCostYen" | "holdingCostYenPerYear", unit: string | undefined) => (
    <Grid.Col span={{ base: 6, sm: unit ? 2 : 3 }}>
      <AmountField
        {...props}
        name={name}
        field={`parameters.${name}`}
        label={t(`items.item.${name}`)}
        unit={unit}
        placeholder={now(item?.[name])}
      />
    </Grid.Col>
  );
  const amount = (name: AmountName) => place(name, item?.unit);
  const whole = (name: "leadTimeDays" | "lotPeriodDays") => (
    <Grid.Col span={{ base: 6, sm: 2 }}>
      <TextInput
        label={t(`items.item.${name}`)}
        inputMode="numeric"
        autoComplete="off"
        value={typed[name] ?? ""}
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        error={problem(`parameters.${name}`)}
        placeholder={now(item?.[name])}
      />
    </Grid.Col>
  );
  return (
    <>
      <Grid.Col span={{ base: 12, sm: 4 }}>
        <ItemField {...props} />
      </Grid.Col>
      {whole("leadTimeDays")}
      {amount("safetyStock")}
      <Grid.Col span={{ base: 6, sm: 2 }}>
        <NativeSelect
          label={t("items.item.lotRule")}
          value={typed.lotRule ?? ""}
          onChange={(event) => onChange({ lotRule: event.currentTarget.value })}
          data={[
            { value: "", label: now(item && t(`items.lotRule.${item.lotRule}`)) ?? t("planning.whatIf.asItIs") },
            ...LOT_RULES.map((value) => ({ value, label: t(`items.lotRule.${value}`) })),
          ]}
          error={problem("parameters.lotRule")}
        />
      </Grid.Col>
      {typed.lotRule === "fixed" && amount("lotFixed")}
      {typed.lotRule === "period" && whole("lotPeriodDays")}
      {typed.lotRule === "min_max" && (
        <>
          {amount("lotMinimum")}
          {amount("lotMaximum")}
          {amount("lotMultiple")}
        </>
      )}
      {(typed.lotRule === "economic" || typed.lotRule === "wagner_whitin") && (
        <>
          {place("setupCostYen", undefined)}
          {place("holdingCostYenPerYear", undefined)}
        </>
      )}
    </>
  );
}

function CapacityFields({ typed, onChange, problem }: ChangeProps) {
  const t = useText();
  const locale = useLocale();
  const answer = useApi(
    "/api/v1/work-centers/{id}",
    { params: { path: { id: typed.center ?? "" } } },
    { when: Boolean(typed.center) },
  );
  const [chosen, setChosen] = useState<LookupHit | null>(null);
  const card = answer.data?.id === typed.center ? answer.data : undefined;
  const known = chosen && chosen.id === typed.center ? chosen : null;
  const error = problem("workCenterId");
  const day = (name: "from" | "to") => (
    <Grid.Col span={{ base: 6, sm: 3 }}>
      <DayField
        label={t(`planning.whatIf.${name}`)}
        value={typed[name] ?? ""}
        onChange={(value) => onChange({ [name]: value })}
        error={problem(name)}
        required
      />
    </Grid.Col>
  );
  return (
    <>
      <Grid.Col span={{ base: 12, sm: 4 }}>
        <LookupField
          label={t("planning.load.center")}
          lookup={findWorkCenters}
          hit={
            known ??
            (card ? { id: card.id, code: card.code, name: (locale === "en" && card.nameEn) || card.name } : null)
          }
          onHit={(found) => {
            setChosen(found);
            onChange({ center: found?.id ?? "" });
          }}
          required
          {...(error && { error })}
        />
      </Grid.Col>
      {day("from")}
      {day("to")}
      <Grid.Col span={{ base: 12, sm: 2 }}>
        <TextInput
          label={t("planning.whatIf.overtime")}
          inputMode="decimal"
          autoComplete="off"
          value={typed.overtime ?? ""}
          onChange={(event) => onChange({ overtime: event.currentTarget.value })}
          error={problem("overtimeMinutes")}
          placeholder={t("planning.whatIf.closed")}
          rightSection={<span className="quiet">{t("planning.whatIf.hours")}</span>}
          rightSectionWidth={60}
          rightSectionPointerEvents="none"
        />
      </Grid.Col>
    </>
  );
}

function AmountField({
  typed,
  onChange,
  problem,
  name,
  field,
  label,
  unit,
  placeholder,
  required,
}: ChangeProps & {
  readonly name: keyof TypedChange;
  readonly field: string;
  readonly label: string;
  readonly unit: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
}) {
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={typed[name] ?? ""}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      error={problem(field)}
      placeholder={placeholder}
      rightSection={unit && <span className="quiet">{formatUnit(unit)}</span>}
      rightSectionWidth={44}
      rightSectionPointerEvents="none"
      required={required ?? false}
    />
  );
}
