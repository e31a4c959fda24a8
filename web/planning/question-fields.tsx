import { Grid, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { decimal } from "../../domain/shared/index.ts";
import { findAnyItem } from "../items/index.ts";
import {
  DayField,
  type FieldProblem,
  formatUnit,
  LookupField,
  type LookupHit,
  refusalText,
  useApi,
  useLocale,
  useText,
} from "../platform/index.ts";

import { readQuantity } from "./read-number.ts";
import type { Question } from "./use-question.ts";

/** What, how much, until when: the three words a customer says on the phone. */
export function QuestionFields({
  question,
  onChange,
  refusals = [],
}: {
  readonly question: Question;
  readonly onChange: (part: Partial<Question>) => void;
  /** Why the question as it stands is not answered, each at its field. */
  readonly refusals?: readonly FieldProblem[];
}) {
  const t = useText();
  const locale = useLocale();
  const item = useApi(
    "/api/v1/items/{id}",
    { params: { path: { id: question.item } } },
    { when: question.item !== "" },
  ).data;
  const isShown = item !== undefined && item.id === question.item;
  const [chosen, setChosen] = useState<LookupHit | null>(null);
  const known = chosen?.id === question.item ? chosen : null;
  const hit = known ?? (isShown ? { id: item.id, code: item.code, name: item.name } : null);
  const { unit, quantity } = question;
  useEffect(() => {
    if (unit === "" || !isShown) return;
    const factor =
      unit === item.unit ? "1" : item.unitConversions.find((conversion) => conversion.unit === unit)?.factor;
    const reading = readQuantity(quantity, locale);
    // Of a unit nobody can convert, nothing is asked that was not meant.
    const converted = factor !== undefined && reading.ok ? decimal(String(reading.value)).times(factor) : null;
    onChange({ unit: "", quantity: converted ? converted.toFixed() : "" });
  }, [unit, quantity, isShown, item, locale, onChange]);
  const reading = question.quantity.trim() === "" ? null : readQuantity(question.quantity, locale);
  const refused = (field: string) => refusals.find((one) => one.field === field)?.detail;
  return (
    <Grid gap="sm">
      <Grid.Col span={{ base: 12, sm: 6 }}>
        <LookupField
          label={t("planning.item")}
          lookup={findAnyItem}
          hit={hit}
          onHit={(found) => {
            setChosen(found);
            onChange({ item: found?.id ?? "", center: "", other: "" });
          }}
          fieldName="itemId"
          required
        />
      </Grid.Col>
      <Grid.Col span={{ base: 6, sm: 3 }}>
        <TextInput
          label={t("planning.quantity")}
          inputMode="decimal"
          autoComplete="off"
          value={question.quantity}
          onChange={(event) => onChange({ quantity: event.currentTarget.value })}
          error={reading && !reading.ok ? refusalText(t, reading) : refused("quantity")}
          rightSection={isShown && <span className="quiet">{formatUnit(item.unit)}</span>}
          rightSectionWidth={52}
          rightSectionPointerEvents="none"
          data-field="quantity"
          required
        />
      </Grid.Col>
      <Grid.Col span={{ base: 6, sm: 3 }}>
        <DayField
          label={t("planning.promise.wantedOn")}
          value={question.wantedOn}
          onChange={(wantedOn) => onChange({ wantedOn })}
          error={refused("wantedOn")}
          data-field="wantedOn"
          clearable
        />
      </Grid.Col>
    </Grid>
  );
}
