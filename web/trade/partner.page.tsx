import { Alert, Button, Checkbox, Group, Stack, Text, Textarea, TextInput, Title } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import {
  Answered,
  DateText,
  DayField,
  formatDecimal,
  formatYen,
  LanguageSwitch,
  useApi,
  useCommand,
  useText,
} from "../platform/index.ts";
import classes from "./print.module.css";

/** One order for a partner without an account: it reads, prints, and says one word. Nothing moves by it alone. */
export function Page() {
  const t = useText();
  const { secret = "" } = useParams({ strict: false }) as { secret?: string };
  const answer = useApi("/api/v1/partner-page", { params: { query: { token: secret } } });
  return (
    <main className={classes.page}>
      <Group justify="flex-end" className="no-print" mb="sm">
        <LanguageSwitch />
        <Button variant="default" onClick={() => window.print()}>
          {t("platform.document.print")}
        </Button>
      </Group>
      <Answered answer={answer}>
        {(page) => (
          <>
            <article className={classes.paper}>
              <h1>{t(page.side === "B" ? "trade.print.order" : "trade.print.confirmation")}</h1>
              <div className={classes.head}>
                <div>
                  <div className={classes.to}>{t("trade.print.to", { name: page.partner?.name ?? "" })}</div>
                  <div>{page.partner?.address}</div>
                </div>
                <div className={classes.from}>
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
                  <div>{page.registrationNumber}</div>
                </div>
              </div>
              <table className={classes.lines}>
                <thead>
                  <tr>
                    <th>{t("trade.line")}</th>
                    <th>{t("trade.item")}</th>
                    <th>{t("trade.description")}</th>
                    <th className={classes.number}>{t("trade.quantity")}</th>
                    <th className={classes.number}>{t("trade.unitPrice")}</th>
                    <th className={classes.number}>{t("trade.amount")}</th>
                    <th>{t("trade.wantedOn")}</th>
                  </tr>
                </thead>
                <tbody>
                  {page.lines.map((line) => (
                    <tr key={line.lineNumber}>
                      <td>{line.lineNumber}</td>
                      <td>{line.code}</td>
                      <td>{line.description}</td>
                      <td className={classes.number}>
                        {formatDecimal(line.quantity)} {line.unit}
                      </td>
                      <td className={classes.number}>{formatDecimal(line.unitPrice)}</td>
                      <td className={classes.number}>{formatYen(line.amountYen)}</td>
                      <td>
                        <DateText value={line.promisedOn ?? line.wantedOn} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {page.deliverTo && (
                <p>
                  {t("trade.deliverTo")}: {page.deliverTo}
                </p>
              )}
            </article>
            {page.answer ? (
              <Alert color="teal" mt="md" title={t("trade.page.answered")}>
                <Text size="sm">
                  {page.answer.name}: {t(page.answer.accepts ? "trade.page.accepts" : "trade.page.asks")}{" "}
                  {page.answer.words}
                </Text>
              </Alert>
            ) : (
              <AnswerForm token={secret} company={page.company} onDone={() => void answer.refetch()} />
            )}
          </>
        )}
      </Answered>
    </main>
  );
}

function AnswerForm({
  token,
  company,
  onDone,
}: {
  readonly token: string;
  readonly company: string;
  readonly onDone: () => void;
}) {
  const t = useText();
  const [accepts, setAccepts] = useState(true);
  const [promisedOn, setPromisedOn] = useState("");
  const [name, setName] = useState("");
  const [words, setWords] = useState("");
  const send = useCommand("post", "/api/v1/partner-page/answer", { success: t("trade.page.answered") });
  return (
    <Stack gap="sm" mt="lg" maw={560} className="no-print">
      <Title order={2} fz={16}>
        {t("trade.page.answer", { company })}
      </Title>
      <Checkbox
        size="md"
        label={t("trade.page.accepts")}
        checked={accepts}
        onChange={(event) => setAccepts(event.currentTarget.checked)}
      />
      <DayField label={t("trade.promisedOn")} value={promisedOn} onChange={setPromisedOn} maw={220} />
      <TextInput
        label={t("trade.page.name")}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t("trade.page.words")}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        autosize
        minRows={2}
      />
      <Group>
        <Button
          loading={send.busy}
          disabled={name.trim() === ""}
          onClick={async () => {
            const end = await send.run({ body: { token, accepts, promisedOn: promisedOn || null, name, words } });
            if (end?.ok) onDone();
          }}
        >
          {t("trade.page.send")}
        </Button>
      </Group>
    </Stack>
  );
}
