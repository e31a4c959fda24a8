import { Stack, Table, Title } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  DateText,
  DocumentPage,
  FactList,
  Money,
  PageLink,
  Quantity,
  StateBadge,
  useApi,
  useCan,
  useCompany,
  useCompanyName,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { ChainChanges } from "./chain-changes.tsx";
import { ChainFarEnd } from "./chain-far-end.tsx";
import { ChainMap } from "./chain-map.tsx";
import { ChangeDialog } from "./change-dialog.tsx";
import { Promised } from "./promised.tsx";
import { CHAIN_TONES, stepStateLabel, stepTone } from "./words.ts";

type Chain = AnswerOf<"get", "/api/v1/network/chains/{id}">;

/** One order along its whole chain: who does what, by when, where it stands. A member sees its own part and its neighbours'. */
export function Page() {
  const t = useText();
  const can = useCan();
  const own = useCompanyName()(useCompany());
  const { chainId = "" } = usePathParams();
  const chain = useApi("/api/v1/network/chains/{id}", { params: { path: { id: chainId } } });
  const [changing, setChanging] = useState(false);
  return (
    <>
      <DocumentPage
        answer={chain}
        live={["network.", "trade.", "delivery."]}
        view={(data) => {
          const isWindow = data.role === "window";
          const pending = data.changes.find((one) => one.state === "proposed" || one.state === "agreed");
          return {
            kind: t("network.chain.title"),
            number: data.number,
            partner: data.partnerName,
            state: <ChainState chain={data} />,
            facts: [
              ...(data.orderedOn
                ? [{ label: t("network.order.orderedOn"), value: <DateText value={data.orderedOn} /> }]
                : []),
              { label: t("network.chain.promisedOn"), value: <Promised of={data} /> },
              ...(data.form ? [{ label: t("network.rule.form"), value: t(`network.form.${data.form}`) }] : []),
              ...(data.outsideNumber ? [{ label: t("network.order.outsideNumber"), value: data.outsideNumber }] : []),
            ],
            ...(data.totalYen && {
              sum: { label: t("network.order.total"), value: <Money value={data.totalYen} unit /> },
            }),
            ...(isWindow &&
              // Nothing is left of it that a change could be about.
              data.state !== "cancelled" && {
                primary: {
                  id: "change",
                  label: t("network.change.propose"),
                  permission: "network.dispatch",
                  notNow: pending ? t("network.change.pending", { number: pending.number }) : null,
                  run: () => setChanging(true),
                },
              }),
            tabs: [
              { id: "map", label: t("network.chain.map"), body: <Maps chain={data} own={own} /> },
              { id: "steps", label: t("network.chain.steps"), body: <Steps chain={data} own={own} /> },
            ],
            side: [
              ...(isWindow
                ? [{ id: "changes", title: t("network.change.title"), body: <ChainChanges changes={data.changes} /> }]
                : []),
              ...(data.fee
                ? [
                    {
                      id: "fee",
                      title: t("network.chain.fee"),
                      body: (
                        <Fee
                          fee={data.fee}
                          hasStock={data.lines.some((line) => line.fromStock)}
                          isProcessing={data.form === "processing"}
                        />
                      ),
                    },
                  ]
                : []),
              ...(isWindow && data.form === "processing"
                ? [
                    {
                      id: "goods",
                      title: t("network.chain.goods"),
                      body: (
                        <>
                          <div className="quiet">{t("network.chain.goodsHint")}</div>
                          {can("production.read") && (
                            <PageLink to="production/orders">{t("network.chain.toOrders")}</PageLink>
                          )}
                        </>
                      ),
                    },
                  ]
                : []),
              ...(isWindow && data.form === "relay"
                ? [{ id: "farEnd", title: t("network.farEnd.title"), body: <ChainFarEnd chainId={data.id} /> }]
                : []),
              ...(data.tradeId
                ? [
                    {
                      id: "origin",
                      title: t("network.chain.origin"),
                      body: (
                        <FactList
                          facts={[
                            {
                              label: data.partnerName,
                              value: (
                                <PageLink to={`sales/orders/${data.tradeId}`}>{t("network.chain.openOrder")}</PageLink>
                              ),
                            },
                          ]}
                        />
                      ),
                    },
                  ]
                : [
                    {
                      id: "who",
                      title: t("network.chain.seen"),
                      body: <p className="quiet">{t("network.chain.seenHint")}</p>,
                    },
                  ]),
            ],
          };
        }}
      />
      {chain.data?.role === "window" && (
        <ChangeDialog chain={chain.data} opened={changing} onClose={() => setChanging(false)} />
      )}
    </>
  );
}

function ChainState({ chain }: { readonly chain: Chain }) {
  const t = useText();
  return <StateBadge size="lg" tone={CHAIN_TONES[chain.state]} label={t(`network.chain.state.${chain.state}`)} />;
}

/** What the window sells and buys of this order, and what stays with it: as ordered, and as accepted so far. */
function Fee({
  fee,
  hasStock,
  isProcessing,
}: {
  readonly fee: NonNullable<Chain["fee"]>;
  readonly hasStock: boolean;
  readonly isProcessing: boolean;
}) {
  const t = useText();
  const rows = [
    { label: t("network.chain.fee.sales"), ordered: fee.salesYen, accepted: fee.acceptedSalesYen },
    { label: t("network.chain.fee.purchases"), ordered: fee.purchasesYen, accepted: fee.acceptedPurchasesYen },
    { label: t("network.chain.fee.left"), ordered: fee.feeYen, accepted: fee.acceptedFeeYen },
  ];
  return (
    <>
      <Table fz={13} verticalSpacing={3} horizontalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("network.chain.fee.yen")}</Table.Th>
            <Table.Th ta="right">{t("network.chain.fee.ordered")}</Table.Th>
            <Table.Th ta="right">{t("network.chain.fee.accepted")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.label}>
              <Table.Td>{row.label}</Table.Td>
              <Table.Td ta="right">
                <Money value={row.ordered} />
              </Table.Td>
              <Table.Td ta="right">
                <Money value={row.accepted} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {/* The material is the window's own: what it cost stands in its work orders. */}
      {isProcessing && <div className="quiet">{t("network.chain.fee.material")}</div>}
      {/* What its own stock once cost stands in its books, not in this order. */}
      {hasStock && <p className="quiet">{t("network.chain.fee.stock")}</p>}
    </>
  );
}

/** The step's trade where it is one of ours: our sale where we do the step, else our order. */
function OwnTrade({
  step,
  own,
  children,
}: {
  readonly step: Chain["steps"][number];
  readonly own: string;
  readonly children: string;
}) {
  if (!step.tradeId) return children;
  const sells = step.relation === "own" || step.companyName === own;
  return <PageLink to={`${sells ? "sales" : "purchasing"}/orders/${step.tradeId}`}>{children}</PageLink>;
}

function Maps({ chain, own }: { readonly chain: Chain; readonly own: string }) {
  const t = useText();
  return (
    <Stack gap={14}>
      {chain.lines.map((line) => (
        <section key={line.lineNumber} aria-label={t("network.dispatch.line", { line: line.lineNumber })}>
          <Title order={2} mb={6} style={{ display: "flex", gap: 10, alignItems: "baseline", flexWrap: "wrap" }}>
            <span>
              {line.lineNumber}. {line.code} {line.description !== line.code && line.description}
            </span>
            {line.quantity && <Quantity value={line.quantity} unit={line.unit} />}
            {line.fromStock && (
              <span className="quiet" style={{ fontWeight: 400, fontSize: 13 }}>
                {t("network.stock.taken")} <Quantity value={line.fromStock} unit={line.unit} />
              </span>
            )}
            {line.wantedOn && (
              <span className="quiet" style={{ fontWeight: 400, fontSize: 13 }}>
                {t("network.order.wantedOn")} <DateText value={line.wantedOn} />
              </span>
            )}
          </Title>
          <ChainMap
            label={t("network.dispatch.map", { line: line.lineNumber })}
            end={
              chain.role === "window"
                ? { title: own, detail: chain.partnerName }
                : { title: t("network.map.window"), detail: "" }
            }
            steps={chain.steps
              .filter((step) => step.chainLineNumber === line.lineNumber)
              .map((step) => ({
                ...step,
                // What was called off has no progress.
                shareDone: step.state === "cancelled" ? null : step.shareDone,
                tone: stepTone(step),
                stateLabel: stepStateLabel(t, step),
              }))}
          />
        </section>
      ))}
    </Stack>
  );
}

function Steps({ chain, own }: { readonly chain: Chain; readonly own: string }) {
  const t = useText();
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table withTableBorder verticalSpacing={4} aria-label={t("network.chain.steps")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("network.step.line")}</Table.Th>
            <Table.Th>{t("network.step.process")}</Table.Th>
            <Table.Th>{t("network.step.seller")}</Table.Th>
            <Table.Th>{t("network.step.buyer")}</Table.Th>
            <Table.Th>{t("network.step.code")}</Table.Th>
            <Table.Th ta="right">{t("network.step.quantity")}</Table.Th>
            <Table.Th ta="right">{t("network.step.shipped")}</Table.Th>
            <Table.Th ta="right">{t("network.step.accepted")}</Table.Th>
            <Table.Th>{t("network.step.wantedOn")}</Table.Th>
            <Table.Th>{t("network.chain.promisedOn")}</Table.Th>
            <Table.Th>{t("network.chain.state")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {chain.steps.map((step) => (
            <Table.Tr key={`${step.chainLineNumber}/${step.stepNumber}/${step.part}/${step.relation}`}>
              <Table.Td>{step.chainLineNumber}</Table.Td>
              <Table.Td>{step.relation === "others" ? t("network.map.others") : step.processName}</Table.Td>
              <Table.Td>{step.companyName || "–"}</Table.Td>
              <Table.Td>{step.buyerName || (step.relation === "step" ? own : "–")}</Table.Td>
              <Table.Td>
                <OwnTrade step={step} own={own}>
                  {step.code}
                </OwnTrade>
              </Table.Td>
              <Table.Td ta="right">
                <Quantity value={step.quantity} />
              </Table.Td>
              <Table.Td ta="right">
                <Quantity value={step.shipped} />
              </Table.Td>
              <Table.Td ta="right">
                <Quantity value={step.accepted} />
              </Table.Td>
              <Table.Td>
                <DateText value={step.wantedOn} />
              </Table.Td>
              <Table.Td>
                <DateText value={step.promisedOn} />
              </Table.Td>
              <Table.Td>
                <StateBadge tone={stepTone(step)} label={stepStateLabel(t, step)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
