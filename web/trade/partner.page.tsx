import { Alert, Button, Group, Radio, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import {
  Answered,
  DateText,
  DayField,
  Empty,
  HomelessRefusals,
  LanguageSwitch,
  paper,
  Refused,
  sumDecimals,
  useApi,
  useCommand,
  useText,
} from "../platform/index.ts";
import { isOnPaper, PaperLines, PaperSum } from "./paper-lines.tsx";
import { PartnerAnswer, type Said } from "./partner-answer.tsx";
import { paperName } from "./print-view.tsx";

/** One order for a partner without an account: it reads, prints, and says one word. Nothing moves by it alone. */
export function Page() {
  const t = useText();
  const { secret = "" } = useParams({ strict: false }) as { secret?: string };
  const answer = useApi("/api/v1/partner-page", { params: { query: { token: secret } } });
  if (!answer.data && answer.error instanceof Refused && answer.error.problem.status < 429)
    return (
      <main className={paper.page}>
        <Group justify="flex-end" mb="sm">
          <LanguageSwitch />
        </Group>
        <Empty isPage title={t("trade.page.closed")} hint={t("trade.page.closedHint")} />
      </main>
    );
  return (
    <main className={paper.page}>
      <Group justify="flex-end" className="no-print" mb="sm">
        <LanguageSwitch />
        <Button variant="default" onClick={() => window.print()}>
          {t("platform.document.print")}
        </Button>
      </Group>
      <Answered answer={answer}>
        {(page) => {
          const lines = page.lines.filter(isOnPaper);
          return (
            <>
              <article className={paper.paper}>
                <h1>{t(`trade.print.${paperName(page.side, stateOf(page.lines))}`)}</h1>
                <div className={paper.head}>
                  <div>
                    <div className={paper.to}>{t("trade.print.to", { name: page.partner?.name ?? "" })}</div>
                    <div>{page.partner?.address}</div>
                    <p>{t(`trade.print.${paperName(page.side, stateOf(lines))}Intro`)}</p>
                    {page.title && (
                      <div>
                        {t("trade.title")}: {page.title}
                      </div>
                    )}
                  </div>
                  <div className={paper.from}>
                    <div>
                      {t("trade.number")} {page.number}
                    </div>
                    {page.outsideNumber && (
                      <div>
                        {t(page.side === "S" ? "trade.page.yourNumber" : "trade.B.outsideNumber")} {page.outsideNumber}
                      </div>
                    )}
                    <DateText value={page.orderedOn} />
                    <strong>{page.company}</strong>
                    <div>{page.companyAddress}</div>
                    {page.side === "S" && page.registrationNumber && (
                      <div>
                        {t("trade.print.registrationNumber")} {page.registrationNumber}
                      </div>
                    )}
                  </div>
                </div>
                <PaperLines
                  lines={lines}
                  dayLabel={t("trade.page.day")}
                  dayOf={(line) => line.promisedOn ?? line.wantedOn}
                  sums={
                    <PaperSum
                      label={t("trade.net")}
                      yen={sumDecimals(lines.map((line) => line.amountYen)) ?? "0"}
                      isTotal
                    />
                  }
                />
                {page.deliverTo && (
                  <p>
                    {t("trade.deliverTo")}: {page.deliverTo}
                  </p>
                )}
              </article>
              {lines.length === 0 ? (
                <Alert color="yellow" mt="md">
                  {t("trade.page.gone", { company: page.company })}
                </Alert>
              ) : page.answer ? (
                <Alert color="teal" mt="md" title={t("trade.page.answered")}>
                  <PartnerAnswer said={page.answer} />
                </Alert>
              ) : (
                <AnswerForm
                  token={secret}
                  company={page.company}
                  side={page.side}
                  onDone={() => void answer.refetch()}
                />
              )}
            </>
          );
        }}
      </Answered>
    </main>
  );
}

/** The state of an order is that of its least advanced living line; here only the name of the paper hangs on it. */
function stateOf(lines: readonly { readonly state: string }[]): string {
  return ["enquiry", "quoted"].find((state) => lines.some((line) => line.state === state)) ?? "placed";
}

const KINDS: readonly Said["kind"][] = ["accepts", "declines", "asks"];

function AnswerForm({
  token,
  company,
  side,
  onDone,
}: {
  readonly token: string;
  readonly company: string;
  readonly side: "S" | "B";
  readonly onDone: () => void;
}) {
  const t = useText();
  const [kind, setKind] = useState<Said["kind"]>("accepts");
  const [promisedOn, setPromisedOn] = useState("");
  const [name, setName] = useState("");
  const [words, setWords] = useState("");
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const send = useCommand("post", "/api/v1/partner-page/answer", {
    success: t("trade.page.answered"),
    placesRefusals: true,
  });
  // Whoever will not do it, or asks, says what; a supplier that accepts may say by when.
  const needsWords = kind !== "accepts" && words.trim() === "";
  return (
    <Stack gap="sm" mt="lg" maw={560} className="no-print">
      <Title order={2} fz={16}>
        {t("trade.page.answer", { company })}
      </Title>
      <HomelessRefusals sentences={wrong} />
      <Radio.Group
        aria-label={t("trade.page.answer", { company })}
        value={kind}
        onChange={(value) => setKind(value as Said["kind"])}
      >
        <Stack gap={8}>
          {KINDS.map((one) => (
            <Radio key={one} value={one} size="md" label={t(`trade.page.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {side === "B" && kind === "accepts" && (
        <DayField label={t("trade.page.promisedOn")} value={promisedOn} onChange={setPromisedOn} maw={220} />
      )}
      <TextInput
        label={t("trade.page.name")}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t("trade.page.words")}
        required={kind !== "accepts"}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      <Text size="sm" c="dimmed">
        {t("trade.page.whoSees", { company })}
      </Text>
      <Group>
        <Button
          loading={send.busy}
          disabled={name.trim() === "" || needsWords}
          onClick={async () => {
            const day = side === "B" && kind === "accepts" && promisedOn ? promisedOn : null;
            const end = await send.run({ body: { token, kind, promisedOn: day, name, words } });
            if (end?.ok) onDone();
            else if (end?.problem) setWrong([end.problem.detail, ...end.problem.errors.map((error) => error.detail)]);
          }}
        >
          {t("trade.page.send")}
        </Button>
      </Group>
    </Stack>
  );
}
