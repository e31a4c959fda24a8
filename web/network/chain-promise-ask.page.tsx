import { Alert, Button, Checkbox, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { type ColumnSpec, readCell } from "../../domain/shared/index.ts";
import {
  type AnswerOf,
  DateText,
  DayField,
  Empty,
  type FieldProblem,
  formatDate,
  LookupField,
  type LookupHit,
  PageHead,
  PageLink,
  Quantity,
  refusalText,
  useCommand,
  useCompany,
  useCompanyName,
  useGo,
  useLocale,
  useText,
} from "../platform/index.ts";
import { ChainPromiseSteps } from "./chain-promise-steps.tsx";
import { findItems, reasonText } from "./words.ts";

type Answer = AnswerOf<"post", "/api/v1/network/chain-promises/ask">;
type Chosen = { stepNumber: number; members: { memberId: string; sharePercent: string }[] }[];

/** What was asked: the answer shown is to this, whatever is typed since. */
interface Asked {
  readonly itemId: string;
  readonly quantity: string;
  readonly wantedOn: string;
  readonly members: Chosen;
}

/** Read as in a form or grid: full-width digits and thousands separators are taken. */
const QUANTITY: ColumnSpec = {
  ...{ key: "quantity", kind: "decimal", moreThan: "0", decimals: 6, required: true, example: "" },
  ...{ header: { ja: "", en: "" }, description: { ja: "", en: "" } },
};

/** When can the chain have it? Asked of every member's own plan before there is an order; what fits is held. */
export function Page() {
  const t = useText();
  const go = useGo();
  const locale = useLocale();
  const own = useCompanyName()(useCompany());
  const [item, setItem] = useState<LookupHit | null>(null);
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const [wantedOn, setWantedOn] = useState("");
  const [compare, setCompare] = useState(false);
  const [hours, setHours] = useState("48");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [answer, setAnswer] = useState<(Answer & { readonly isCompared: boolean }) | null>(null);
  const [refusals, setRefusals] = useState<readonly FieldProblem[]>([]);
  const question = useCommand("post", "/api/v1/network/chain-promises/ask", {
    keepAnswers: true,
    placesRefusals: true,
  });
  const hold = useCommand("post", "/api/v1/network/chain-promises", { success: t("network.chainPromise.held") });

  const reading = readCell(QUANTITY, typed, locale);
  const quantity = reading.ok ? String(reading.value) : "";
  const missing = { itemId: !item, quantity: !reading.ok, wantedOn: wantedOn === "" };
  /** What is wrong at a field, once somebody asked; an answer to it goes with the next key. */
  const wrongAt = (field: keyof typeof missing) => {
    if (!tried) return undefined;
    if (field === "quantity" && !reading.ok) return refusalText(t, reading);
    if (missing[field]) return t("refusals.CELL_REQUIRED");
    return refusals.find((one) => one.field === field)?.detail;
  };
  const change =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setRefusals([]);
    };

  const ask = async (members: Chosen) => {
    setTried(true);
    if (!item || missing.quantity || missing.wantedOn) return;
    const about = { itemId: item.id, quantity, wantedOn, members };
    const end = await question.run({ body: { ...about, compare } });
    setAsked(about);
    setAnswer(end?.ok ? { ...end.value, isCompared: compare } : null);
    const { problem } = end?.ok === false ? end : {};
    setRefusals(problem ? (problem.errors.length > 0 ? problem.errors : [problem]) : []);
  };
  const choose = (stepNumber: number, memberId: string) => {
    const others = (asked?.members ?? []).filter((one) => one.stepNumber !== stepNumber);
    void ask([...others, { stepNumber, members: [{ memberId, sharePercent: "100" }] }]);
  };
  const keep = async () => {
    if (!asked) return;
    const end = await hold.run({ body: { ...asked, hours: Number(hours) } });
    if (end?.ok) go(`network/chain-promises/${end.value.id}`);
  };
  const isOther =
    asked !== null && (asked.itemId !== item?.id || asked.quantity !== quantity || asked.wantedOn !== wantedOn);
  const refused = refusals.find(({ field }) => !field || !(field in missing))?.detail;
  const impossible = answer?.steps.find((step) => step.answer === "impossible");
  return (
    <Stack gap={14}>
      <PageHead title={t("network.chainPromise.ask")} hint={t("network.chainPromise.askHint")}>
        <Button component={PageLink} to="network/chain-promises" variant="default">
          {t("network.chainPromise.title")}
        </Button>
      </PageHead>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void ask([]);
        }}
      >
        <Group align="flex-start" gap={10}>
          <div style={{ width: 340 }}>
            <LookupField
              label={t("network.order.item")}
              lookup={findItems(undefined)}
              hit={item}
              onHit={change(setItem)}
              error={wrongAt("itemId")}
              required
            />
          </div>
          <TextInput
            label={t("network.order.quantity")}
            value={typed}
            onChange={(event) => change(setTyped)(event.currentTarget.value)}
            error={wrongAt("quantity")}
            inputMode="decimal"
            required
            w={150}
            size="sm"
            data-field="quantity"
          />
          <DayField
            label={t("network.order.wantedOn")}
            value={wantedOn}
            onChange={change(setWantedOn)}
            error={wrongAt("wantedOn")}
            required
            w={190}
            size="sm"
            data-field="wantedOn"
          />
          <Button type="submit" loading={question.busy} mt={24}>
            {t("network.chainPromise.askNow")}
          </Button>
          <Checkbox
            label={t("network.chainPromise.compare")}
            checked={compare}
            onChange={(event) => setCompare(event.currentTarget.checked)}
            mt={32}
          />
        </Group>
      </form>
      <Text size="sm" c="dimmed">
        {t("network.chainPromise.sees")}
      </Text>
      {refused && <Alert color="red">{refused}</Alert>}
      {!answer && !refused && (
        <Empty title={t("network.chainPromise.nothingAsked")} hint={t("network.chainPromise.nothingAskedHint")} />
      )}
      {answer && (
        <>
          <Alert color={answer.readyOn === null ? "red" : answer.isInTime ? "teal" : "orange"}>
            <Text fw={600}>
              {answer.readyOn === null
                ? t("network.chainPromise.never", { step: impossible?.processName ?? "" })
                : t(answer.isInTime ? "network.chainPromise.inTime" : "network.chainPromise.tooLate", {
                    readyOn: formatDate(answer.readyOn, locale),
                  })}
            </Text>
            <Text size="sm">
              {answer.itemCode} {answer.itemName} <Quantity value={answer.quantity} unit={answer.unit} /> ·{" "}
              {t("network.order.wantedOn")} <DateText value={answer.wantedOn} /> · {answer.ruleName}
            </Text>
            {impossible?.reason && <Text size="sm">{reasonText(t, impossible.reason)}</Text>}
            {answer.personCount > 0 && (
              <Text size="sm">{t("network.chainPromise.persons", { count: answer.personCount })}</Text>
            )}
          </Alert>
          <ChainPromiseSteps
            steps={answer.steps}
            own={own}
            unit={answer.unit}
            onChoose={(step, memberId) => choose(step.stepNumber, memberId)}
          />
          {answer.isCompared && answer.steps.every((step) => step.others.length === 0) && (
            <Text size="sm" c="dimmed">
              {t("network.chainPromise.nobodyElse")}
            </Text>
          )}
          {answer.readyOn !== null && (
            <Group align="flex-end" gap={10}>
              <Select
                label={t("network.chainPromise.hours")}
                data={["24", "48", "168"].map((value) => ({ value, label: t(`network.chainPromise.hours.${value}`) }))}
                value={hours}
                onChange={(value) => setHours(value ?? "48")}
                allowDeselect={false}
                w={150}
                size="sm"
              />
              <Button loading={hold.busy} disabled={isOther} onClick={() => void keep()}>
                {t("network.chainPromise.hold")}
              </Button>
              <Text size="sm" c="dimmed">
                {t(isOther ? "network.chainPromise.changed" : "network.chainPromise.holdHint")}
              </Text>
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}
