import { Group, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { findAnyItem } from "../items/index.ts";
import {
  type AnswerOf,
  DayField,
  Failure,
  formatDate,
  LookupField,
  type LookupHit,
  refusalText,
  todayInJapan,
  useApi,
  useLive,
  useLocale,
  useText,
} from "../platform/index.ts";

import { readQuantity } from "./read-number.ts";

type Answer = AnswerOf<"get", "/api/v1/learned-lead-times/prediction">;
const TYPING_MS = 300;

/** 所要日数の見込み: how long an order of an item would take, from what its finished ones took. */
export function LeadTimeQuestion({ least }: { readonly least: number }) {
  const t = useText();
  const locale = useLocale();
  const [item, setItem] = useState<LookupHit | null>(null);
  const [typed, setTyped] = useState("");
  const [startOn, setStartOn] = useState(todayInJapan());
  const [settled] = useDebouncedValue(typed, TYPING_MS);
  const reading = typed.trim() === "" ? null : readQuantity(typed, locale);
  const asked = readQuantity(settled, locale);
  const quantity = asked.ok && asked.value ? String(asked.value) : null;
  const isAsked = item !== null && quantity !== null && startOn !== "";
  const answer = useApi(
    "/api/v1/learned-lead-times/prediction",
    { params: { query: { itemId: item?.id ?? "", quantity: quantity ?? "", startOn } } },
    { when: isAsked, keep: true },
  );
  useLive("planning.learned", () => void (isAsked && answer.refetch()));
  // Of another item nothing is shown, not even while the next answer comes.
  const shown = isAsked && answer.data?.itemId === item.id ? answer.data : undefined;
  return (
    <section aria-label={t("planning.predict.title")} style={{ margin: "4px 0 12px" }}>
      <h2 style={{ fontSize: 14, margin: "0 0 6px" }}>{t("planning.predict.title")}</h2>
      <Group gap="sm" align="flex-start">
        <div style={{ width: 280 }}>
          <LookupField label={t("planning.item")} lookup={findAnyItem} hit={item} onHit={setItem} fieldName="itemId" />
        </div>
        <TextInput
          label={t("planning.quantity")}
          inputMode="decimal"
          autoComplete="off"
          w={120}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={reading && !reading.ok ? refusalText(t, reading) : undefined}
        />
        <div style={{ width: 170 }}>
          <DayField label={t("planning.predict.startOn")} value={startOn} onChange={setStartOn} />
        </div>
      </Group>
      <div aria-live="polite" aria-busy={isAsked && answer.isFetching} style={{ marginTop: 8 }}>
        {isAsked && answer.error && !shown ? (
          <Failure error={answer.error} retry={() => void answer.refetch()} />
        ) : (
          <p style={{ margin: 0 }} className={shown?.prediction ? undefined : "quiet"}>
            {shown ? <Told answer={shown} least={least} /> : t("planning.predict.hint")}
          </p>
        )}
      </div>
    </section>
  );
}

function Told({
  answer: { prediction, leadTimeDays, orderCount },
  least,
}: {
  readonly answer: Answer;
  readonly least: number;
}) {
  const t = useText();
  const locale = useLocale();
  if (!prediction) return t("planning.predict.tooFew", { count: orderCount, least });
  const { low, likely, most } = prediction;
  return (
    <>
      <b>{t("planning.predict.likely", { days: likely.days, date: formatDate(likely.on, locale) })}</b>{" "}
      {t("planning.predict.spread", { low: low.days, most: most.days, date: formatDate(most.on, locale) })}{" "}
      {t("planning.predict.beside", { days: leadTimeDays, count: orderCount })}
    </>
  );
}
