import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import {
  Empty,
  Failure,
  Icon,
  Loading,
  PageHead,
  PageLink,
  Refused,
  sumDecimals,
  todayInJapan,
  useApi,
  useCan,
  useLive,
  useLocale,
  useText,
} from "../platform/index.ts";
import { AlternativesView } from "./alternatives-view.tsx";
import { AnswerView } from "./answer-view.tsx";
import { HeldCard } from "./held-card.tsx";
import { HoldDialog } from "./hold-dialog.tsx";
import { Mend } from "./mend.tsx";
import { namesOf, type PromiseAnswer } from "./promise-words.ts";
import { QuestionFields } from "./question-fields.tsx";
import { readQuantity } from "./read-number.ts";
import { useQuestion } from "./use-question.ts";
import { UsesView } from "./uses-view.tsx";

/** いつできるか: answered while the customer is on the phone, held with one press. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  const can = useCan();
  const { typed, asked, change, askNow } = useQuestion();
  const [holding, setHolding] = useState<Holding | null>(null);
  const reading = readQuantity(asked.quantity, locale);
  const quantity = reading.ok && reading.value ? String(reading.value) : null;
  const isAsked = asked.item !== "" && asked.unit === "" && quantity !== null;
  const answer = useApi(
    "/api/v1/promise-answer",
    {
      params: {
        query: {
          itemId: asked.item,
          quantity: quantity ?? "",
          wantedOn: asked.wantedOn || todayInJapan(),
          ...(asked.center && asked.other && { workCenterId: asked.center, otherWorkCenterId: asked.other }),
        },
      },
    },
    { when: isAsked, keep: true },
  );
  useLive(["planning.promise", "planning.run"], () => void (isAsked && answer.refetch()));
  // Of another item nothing is shown, not even while the next answer comes.
  const shown = isAsked && answer.data?.itemId === asked.item ? answer.data : undefined;
  const isOld = JSON.stringify(typed) !== JSON.stringify(asked) || answer.isPlaceholderData || answer.isFetching;
  const refusals = isAsked && !isOld && answer.error instanceof Refused ? answer.error.problem.errors : [];
  const atFields = refusals.filter(({ field }) => field === "quantity" || field === "wantedOn");
  const held = asked.held.split(",").filter(Boolean);
  return (
    <Stack gap="md" maw={980}>
      <PageHead title={t("planning.when.title")} hint={t("planning.when.hint")}>
        <Button variant="default" component={PageLink} to="planning/promises" className="">
          {t("planning.promises.title")}
        </Button>
      </PageHead>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          askNow();
        }}
      >
        <QuestionFields question={typed} onChange={change} refusals={atFields} />
        <button type="submit" hidden />
      </form>
      {held.map((id) => (
        <HeldCard key={id} id={id} onGone={() => change({ held: held.filter((other) => other !== id).join(",") })} />
      ))}
      <section aria-label={t("planning.when.answer")} aria-live="polite" aria-busy={isAsked && isOld}>
        {!isAsked && held.length === 0 && (
          <Empty title={t("planning.when.nothing")} hint={t("planning.when.nothingHint")} />
        )}
        {isAsked && answer.error && !answer.isFetching && atFields.length === 0 && (
          <>
            <Failure error={answer.error} retry={() => void answer.refetch()} />
            <Mend refusals={refusals} />
          </>
        )}
        {isAsked && !shown && !answer.error && <Loading lines={4} />}
        {shown && !answer.error && (
          <div style={{ opacity: isOld ? 0.45 : 1, transition: "opacity 120ms" }}>
            <Shown
              answer={shown}
              wantedOn={asked.wantedOn}
              instead={asked.center && asked.other ? { center: asked.center, other: asked.other } : null}
              isOld={isOld}
              mayHold={can("planning.promise")}
              onHold={setHolding}
              onChange={change}
            />
          </div>
        )}
      </section>
      {holding && (
        <HoldDialog
          item={holding.item}
          unit={holding.unit}
          question={{
            itemId: asked.item,
            quantity: holding.quantity,
            wantedOn: asked.wantedOn || holding.readyOn,
            latestOn: holding.readyOn,
            ...(asked.center && asked.other && { workCenterId: asked.center, otherWorkCenterId: asked.other }),
          }}
          onClose={() => setHolding(null)}
          onDone={(promise) => {
            change({ held: [promise.id, ...held].join(","), quantity: holding.rest ?? "", center: "", other: "" });
            setHolding(null);
          }}
        />
      )}
    </Stack>
  );
}

interface Holding {
  readonly item: string;
  readonly unit: string;
  readonly quantity: string;
  readonly readyOn: string;
  /** Asked for after that. */
  readonly rest?: string;
}

function Shown({
  answer,
  wantedOn,
  instead,
  isOld,
  mayHold,
  onHold,
  onChange,
}: {
  readonly answer: PromiseAnswer;
  readonly wantedOn: string;
  readonly instead: { readonly center: string; readonly other: string } | null;
  readonly isOld: boolean;
  readonly mayHold: boolean;
  readonly onHold: (holding: Holding) => void;
  readonly onChange: (part: { readonly center: string; readonly other: string }) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const names = namesOf(answer, locale);
  const item = names.item(answer.itemId);
  const unit = names.unit(answer.itemId);
  const hold = { item, unit, quantity: answer.quantity, readyOn: answer.readyOn };
  return (
    <Stack gap="md">
      <AnswerView answer={answer} wantedOn={wantedOn} names={names} />
      {instead && (
        <Group gap={8}>
          <Text size="sm">{t("planning.when.withOther")}</Text>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange({ center: "", other: "" })}>
            {t("planning.when.asUsual")}
          </Button>
        </Group>
      )}
      {mayHold && (
        <Group>
          <Button leftSection={<Icon name="pin" />} disabled={isOld} onClick={() => onHold(hold)}>
            {t("planning.promise.hold")}
          </Button>
        </Group>
      )}
      <AlternativesView
        answer={answer}
        names={names}
        isSplitShown={wantedOn !== ""}
        {...(mayHold && {
          onSplit: ({ quantity, readyOn }) =>
            onHold({ item, unit, quantity, readyOn, rest: sumDecimals([answer.quantity, `-${quantity}`]) }),
        })}
        onOther={(center, other) => onChange({ center, other })}
        isOld={isOld}
      />
      <UsesView answer={answer} names={names} />
    </Stack>
  );
}
