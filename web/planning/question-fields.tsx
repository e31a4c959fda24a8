import { SimpleGrid, TextInput } from "@mantine/core";
import { readCell } from "../../domain/shared/index.ts";
import {
  DayField,
  formatUnit,
  LookupField,
  type LookupHit,
  refusalText,
  useApi,
  useLocale,
  useText,
} from "../platform/index.ts";
import { findItems } from "./find-items.ts";
import type { Question } from "./use-question.ts";

/** A typed quantity in plain form; null while there is none that can be asked. */
export function readQuantity(typed: string, locale: "ja" | "en") {
  const nothing = { ja: "", en: "" };
  const base = { key: "quantity", header: nothing, description: nothing, example: "" };
  return readCell({ ...base, kind: "decimal", moreThan: "0", decimals: 6 }, typed, locale);
}

/** What, how much, until when: the three words a customer says on the phone. */
export function QuestionFields({
  question,
  onChange,
}: {
  readonly question: Question;
  readonly onChange: (part: Partial<Question>) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const item = useApi(
    "/api/v1/items/{id}",
    { params: { path: { id: question.item } } },
    { when: question.item !== "" },
  ).data;
  const isShown = item !== undefined && item.id === question.item;
  const hit: LookupHit | null = isShown ? { id: item.id, code: item.code, name: item.name } : null;
  const reading = question.quantity.trim() === "" ? null : readQuantity(question.quantity, locale);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="sm" verticalSpacing={8}>
      <LookupField
        label={t("planning.item")}
        lookup={findItems}
        hit={hit}
        onHit={(found) => onChange({ item: found?.id ?? "", center: "", other: "" })}
        fieldName="itemId"
        required
      />
      <TextInput
        label={t("planning.quantity")}
        inputMode="decimal"
        autoComplete="off"
        value={question.quantity}
        onChange={(event) => onChange({ quantity: event.currentTarget.value })}
        error={reading && !reading.ok ? refusalText(t, reading) : undefined}
        rightSection={isShown && <span className="quiet">{formatUnit(item.unit)}</span>}
        rightSectionWidth={52}
        rightSectionPointerEvents="none"
        data-field="quantity"
        required
      />
      <DayField
        label={t("planning.promise.wantedOn")}
        value={question.wantedOn}
        onChange={(wantedOn) => onChange({ wantedOn })}
        data-field="wantedOn"
        clearable
      />
    </SimpleGrid>
  );
}
