import { Alert, Button, Checkbox, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  DateText,
  DayField,
  Empty,
  formatDate,
  LookupField,
  type LookupHit,
  PageHead,
  PageLink,
  Quantity,
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

/** When can the chain have it? Asked of every member's own plan before there is an order; what fits is held. */
export function Page() {
  const t = useText();
  const go = useGo();
  const locale = useLocale();
  const own = useCompanyName()(useCompany());
  const [item, setItem] = useState<LookupHit | null>(null);
  const [quantity, setQuantity] = useState("");
  const [wantedOn, setWantedOn] = useState("");
  const [compare, setCompare] = useState(false);
  const [hours, setHours] = useState("48");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [answer, setAnswer] = useState<(Answer & { readonly isCompared: boolean }) | null>(null);
  const [refused, setRefused] = useState("");
  const question = useCommand("post", "/api/v1/network/chain-promises/ask", {
    keepAnswers: true,
    placesRefusals: true,
  });
  const hold = useCommand("post", "/api/v1/network/chain-promises", { success: t("network.chainPromise.held") });

  const ask = async (members: Chosen) => {
    if (!item) return;
    const about = { itemId: item.id, quantity, wantedOn, members };
    const end = await question.run({ body: { ...about, compare } });
    setAsked(about);
    setAnswer(end?.ok ? { ...end.value, isCompared: compare } : null);
    setRefused(end?.ok ? "" : (end?.problem?.errors[0]?.detail ?? end?.problem?.detail ?? ""));
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
  const impossible = answer?.steps.find((step) => step.answer === "impossible");
  return (
    <Stack gap={14}>
      <PageHead title={t("network.chainPromise.ask")} hint={t("network.chainPromise.askHint")}>
        <Button component={PageLink} to="network/chain-promises" variant="default">
          {t("network.chainPromise.title")}
        </Button>
      </PageHead>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask([]);
        }}
      >
        <Group align="flex-end" gap={10}>
          <div style={{ width: 340 }}>
            <LookupField
              label={t("network.order.item")}
              lookup={findItems(undefined)}
              hit={item}
              onHit={setItem}
              required
            />
          </div>
          <TextInput
            label={t("network.order.quantity")}
            value={quantity}
            onChange={(event) => setQuantity(event.currentTarget.value)}
            inputMode="decimal"
            required
            w={110}
            size="sm"
          />
          <DayField label={t("network.order.wantedOn")} value={wantedOn} onChange={setWantedOn} w={160} size="sm" />
          <Button
            type="submit"
            loading={question.busy}
            disabled={!item || !/^\d+(\.\d+)?$/.test(quantity) || wantedOn === ""}
          >
            {t("network.chainPromise.askNow")}
          </Button>
          <Checkbox
            label={t("network.chainPromise.compare")}
            checked={compare}
            onChange={(event) => setCompare(event.currentTarget.checked)}
            mb={8}
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
