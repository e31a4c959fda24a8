import { Alert, Button, Group, List, Stack, Text, Title } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import {
  type AnswerOf,
  ConfirmDialog,
  DateText,
  Empty,
  formatDate,
  Loading,
  Money,
  PageHead,
  PageLink,
  Quantity,
  StateBadge,
  useCan,
  useCommand,
  useCompany,
  useCompanyName,
  useGo,
  useLocale,
  usePageTitle,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { ByHandDialog, type ByHandLine } from "./by-hand.tsx";
import { ChainMap } from "./chain-map.tsx";
import { StepTable } from "./step-table.tsx";
import { StockOffer } from "./stock-offer.tsx";
import { ANSWER_TONES, reasonText } from "./words.ts";

type Preview = AnswerOf<"post", "/api/v1/network/orders/{id}/precheck">;
type PreviewLine = Preview["lines"][number];

/** Before an order goes out: every step with who, how many, by when, and whether it can be; and who will see what. */
export function Page() {
  const t = useText();
  const go = useGo();
  const can = useCan();
  const own = useCompanyName()(useCompany());
  const { tradeId = "" } = usePathParams();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [byHand, setByHand] = useState<readonly ByHandLine[]>([]);
  // What a person takes from stock, line by line, and what the shown steps were reckoned with.
  const [taking, setTaking] = useState<Readonly<Record<number, string>>>({});
  const [reckoned, setReckoned] = useState("[]");
  const fromStock = Object.entries(taking).flatMap(([lineNumber, quantity]) =>
    quantity === "" ? [] : [{ lineNumber: Number(lineNumber), quantity }],
  );
  const isStale = JSON.stringify(fromStock) !== reckoned;
  // Why there is nothing to show: the order was dispatched already, say.
  const [refused, setRefused] = useState("");
  const [editing, setEditing] = useState<PreviewLine | null>(null);
  const [asking, setAsking] = useState(false);
  const precheck = useCommand("post", "/api/v1/network/orders/{id}/precheck", { keepAnswers: true });
  const dispatch = useCommand("post", "/api/v1/network/orders/{id}/dispatch", { success: t("network.dispatch.done") });
  usePageTitle(`${t("network.dispatch.title")} ${preview?.number ?? ""}`);

  const { run } = precheck;
  const ask = useCallback(
    async (chosen: readonly ByHandLine[], stock: readonly { lineNumber: number; quantity: string }[]) => {
      const body = { byHand: [...chosen], fromStock: [...stock] };
      const end = await run({ params: { path: { id: tradeId } }, body });
      if (!end?.ok) return setRefused(end?.problem?.errors[0]?.detail ?? end?.problem?.detail ?? "");
      setPreview(end.value);
      setReckoned(JSON.stringify(stock));
    },
    [run, tradeId],
  );
  // Every pre-check is on record at the members: one when the page opens, the others when somebody asks.
  const askedFor = useRef("");
  useEffect(() => {
    if (askedFor.current === tradeId) return;
    askedFor.current = tradeId;
    void ask([], []);
  }, [ask, tradeId]);

  const send = async () => {
    const body = { byHand: [...byHand], fromStock };
    const end = await dispatch.run({ params: { path: { id: tradeId } }, body });
    if (end?.ok) go(`network/chains/${end.value.chainId}`);
  };
  if (!preview)
    return precheck.busy ? (
      <Loading />
    ) : (
      <Stack align="flex-start">
        <PageHead title={t("network.dispatch.title")}>
          <Button variant="default" onClick={() => void ask(byHand, fromStock)}>
            {t("network.dispatch.check")}
          </Button>
        </PageHead>
        {refused && (
          <div style={{ alignSelf: "center" }}>
            <Empty
              title={refused}
              action={
                <Button component={PageLink} to="network/chains" variant="default">
                  {t("network.chains.title")}
                </Button>
              }
            />
          </div>
        )}
      </Stack>
    );
  const isLate = preview.lines.some((line) => line.isLate);
  return (
    <Stack gap={14}>
      <PageHead
        title={`${t("network.dispatch.title")} ${preview.number}`}
        hint={
          <>
            {preview.partnerName} · {t("network.order.orderedOn")} <DateText value={preview.orderedOn} />
          </>
        }
      >
        <Button variant="default" onClick={() => void ask(byHand, fromStock)} loading={precheck.busy}>
          {t("network.dispatch.check")}
        </Button>
        {can("network.dispatch") && (
          <Button
            onClick={() => setAsking(true)}
            disabled={preview.state === "impossible" || isStale}
            loading={dispatch.busy}
          >
            {t("network.dispatch.send")}
          </Button>
        )}
      </PageHead>
      <Alert color={preview.state === "impossible" ? "red" : preview.state === "person" || isLate ? "orange" : "teal"}>
        <Text size="sm" fw={600}>
          {t(`network.dispatch.state.${preview.state}`)}
        </Text>
        <Text size="sm">
          {preview.tradeCount === 0 && preview.lines.every((line) => Number(line.stock.made) === 0)
            ? t("network.dispatch.stateHint.stock")
            : t(`network.dispatch.stateHint.${preview.state}`, { trades: preview.tradeCount })}
        </Text>
        {isLate && <Text size="sm">{t("network.dispatch.someLate")}</Text>}
      </Alert>
      {isStale && <Alert color="orange">{t("network.stock.stale")}</Alert>}
      {preview.lines.map((line) => (
        <LineView
          key={line.lineNumber}
          line={line}
          own={own}
          onByHand={() => setEditing(line)}
          taking={taking[line.lineNumber] ?? ""}
          onTake={(quantity) => setTaking({ ...taking, [line.lineNumber]: quantity })}
        />
      ))}
      <ByHandDialog
        line={editing}
        known={byHand.find((one) => one.lineNumber === editing?.lineNumber)}
        onClose={() => setEditing(null)}
        onChosen={(chosen) => {
          const next = [...byHand.filter((one) => one.lineNumber !== chosen.lineNumber), chosen];
          setByHand(next);
          setEditing(null);
          void ask(next, fromStock);
        }}
      />
      {asking && (
        <ConfirmDialog
          onClose={() => setAsking(false)}
          action={{
            id: "dispatch",
            label: t("network.dispatch.send"),
            run: send,
            confirm: {
              title: t("network.dispatch.send"),
              preview: async () => ({
                consequences: [
                  ...(fromStock.some((one) => Number(one.quantity) > 0)
                    ? [
                        t("network.stock.takes", {
                          lines: fromStock.filter((one) => Number(one.quantity) > 0).length,
                        }),
                      ]
                    : []),
                  ...(preview.tradeCount > 0
                    ? [t("network.dispatch.makes", { trades: preview.tradeCount, members: preview.recipients.length })]
                    : []),
                  ...(preview.state === "person" ? [t("network.dispatch.stateHint.person")] : []),
                ],
                visibleTo: preview.recipients.map((one) => ({
                  company: one.name,
                  sees: [t("network.dispatch.sees", { steps: one.stepCount })],
                  hidden: [t("network.dispatch.hidden")],
                })),
              }),
            },
          }}
        />
      )}
    </Stack>
  );
}

function LineView({
  line,
  own,
  onByHand,
  taking,
  onTake,
}: {
  readonly line: PreviewLine;
  readonly own: string;
  readonly onByHand: () => void;
  readonly taking: string;
  readonly onTake: (quantity: string) => void;
}) {
  const t = useText();
  const locale = useLocale();
  return (
    <section aria-label={t("network.dispatch.line", { line: line.lineNumber })}>
      <Group justify="space-between" mb={6} gap={8}>
        <Group gap={10}>
          <Title order={2}>
            {line.lineNumber}. {line.itemCode} {line.description !== line.itemCode && line.description}
          </Title>
          <Quantity value={line.quantity} unit={line.unit} />
          <span className="quiet">
            {t("network.order.wantedOn")} <DateText value={line.wantedOn} />
          </span>
          {line.promisedOn && (
            <StateBadge
              tone={line.isLate ? "late" : "done"}
              label={t(line.isLate ? "network.dispatch.lateBy" : "network.dispatch.inTime", {
                date: formatDate(line.promisedOn, locale),
              })}
            />
          )}
        </Group>
        <Group gap={8}>
          {line.rule && (
            <span className="quiet">
              {line.rule} ({t(`network.form.${line.form}`)})
            </span>
          )}
          {line.feeYen && (
            <span className="quiet">
              {t("network.dispatch.fee")} <Money value={line.feeYen} unit />
            </span>
          )}
          <Button variant="default" size="compact-xs" onClick={onByHand}>
            {t("network.dispatch.byHand")}
          </Button>
        </Group>
      </Group>
      <StockOffer line={line} value={taking} onChange={onTake} />
      {Number(line.stock.made) === 0 && <Alert color="teal">{t("network.stock.covers")}</Alert>}
      {line.problems.length > 0 && (
        <Alert color="red" mb={8}>
          <List size="sm">
            {line.problems.map((problem) => (
              <List.Item key={`${problem.code}${JSON.stringify(problem.values)}`}>{reasonText(t, problem)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {line.steps.length > 0 && (
        <Stack gap={8}>
          <ChainMap
            label={t("network.dispatch.map", { line: line.lineNumber })}
            end={{ title: own, detail: t("network.map.window") }}
            steps={line.steps.map((step) => ({
              ...step,
              relation: "step" as const,
              companyName: step.sellerName || own,
              shareDone: null,
              tone: ANSWER_TONES[step.answer] ?? "draft",
              stateLabel: t(`network.answer.${step.answer}`),
            }))}
          />
          <StepTable steps={line.steps} own={own} />
        </Stack>
      )}
    </section>
  );
}
