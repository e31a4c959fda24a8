import { Table, Text } from "@mantine/core";
import { useState } from "react";
import {
  ChainList,
  DateText,
  DocumentPage,
  InstantText,
  Money,
  PageLink,
  Price,
  Quantity,
  todayInJapan,
  useApi,
  useCan,
  useCommand,
  useGo,
  useText,
} from "../platform/index.ts";
import { JudgeDialog } from "./judge-dialog.tsx";
import { ReceiveDialog, ReturnDialog } from "./quantity-dialogs.tsx";
import type { Delivery } from "./shapes.ts";
import { whoSees } from "./who-sees.tsx";
import { DeliveryState, PERMISSIONS, PLACES, type TradeSide } from "./words.tsx";

/** One delivery: what left, what arrived, what was accepted, and what came back. */
export function DeliveryView({ id, side }: { readonly id: string; readonly side: TradeSide }) {
  const t = useText();
  const go = useGo();
  const can = useCan();
  const answer = useApi("/api/v1/deliveries/{id}", { params: { path: { id } } });
  const [open, setOpen] = useState<"receive" | "judge" | "return" | null>(null);
  const receive = useCommand(
    "post",
    side === "S" ? "/api/v1/outgoing-deliveries/{id}/receive" : "/api/v1/arrivals/{id}/receive",
    { success: t("trade.received") },
  );
  const place = PLACES[side];
  const permission = PERMISSIONS[side].goods;
  return (
    <>
      <DocumentPage
        answer={answer}
        live="delivery."
        view={(delivery) => {
          const mayJudge = side === "B" || delivery.isOutside;
          const onTheWay = delivery.lines.some((line) => Number(line.received) < Number(line.quantity));
          const toJudge = delivery.lines.some((line) => Number(line.toJudge) > 0);
          const isReturnable = delivery.lines.some(
            (line) => Number(line.accepted) + Number(line.specially) > Number(line.returned),
          );
          const receiveAll = {
            id: "receive",
            label: t(`trade.receive.${side}`),
            permission,
            run: () => receive.run({ params: { path: { id } }, body: { receivedOn: todayInJapan() } }),
            confirm: {
              title: t(`trade.receive.${side}`),
              text: t("trade.receiveAllHint"),
              ...(!delivery.isOutside && {
                preview: () =>
                  Promise.resolve({
                    consequences: [t("trade.consequence.received", { partner: delivery.partnerName })],
                    visibleTo: [whoSees(t, delivery.partnerName, "receipt")],
                  }),
              }),
            },
          };
          const judge = { id: "judge", label: t("trade.judge"), permission, run: () => setOpen("judge") };
          return {
            kind: t(`trade.${side}.delivery`),
            number: delivery.ownNumber,
            state: <DeliveryState state={delivery.state} side={side} size="lg" />,
            partner: delivery.partnerName,
            facts: [
              ...(delivery.number === delivery.ownNumber
                ? []
                : [{ label: t("trade.delivery.note"), value: delivery.number }]),
              { label: t("trade.shippedOn"), value: <DateText value={delivery.shippedOn} /> },
              { label: t("trade.expectedOn"), value: <DateText value={delivery.expectedOn} /> },
              {
                label: t(side === "S" ? "trade.S.receivedOn" : "trade.receivedOn"),
                value: <DateText value={delivery.receivedOn} />,
              },
              { label: t("trade.judgedOn"), value: <DateText value={delivery.judgedOn} /> },
              ...(delivery.carrier ? [{ label: t("trade.carrier"), value: delivery.carrier }] : []),
            ],
            primary: mayJudge ? (onTheWay && !toJudge ? receiveAll : toJudge ? judge : undefined) : undefined,
            actions: [
              ...(mayJudge && onTheWay
                ? [{ id: "part", label: t("trade.receivePart"), permission, run: () => setOpen("receive") }]
                : []),
              ...(mayJudge && isReturnable
                ? [{ id: "return", label: t("trade.return"), permission, danger: true, run: () => setOpen("return") }]
                : []),
              {
                id: "note",
                label: t("trade.delivery.print"),
                icon: "print" as const,
                run: () => go(`${place.deliveries}/${id}/print`),
              },
            ],
            body: <Lines delivery={delivery} side={side} />,
            side: [
              {
                id: "orders",
                title: t("trade.papers"),
                body: (
                  <ChainList
                    none={t("trade.nothingYet")}
                    steps={[...new Map(delivery.lines.map((line) => [line.tradeId, line])).values()].map((line) => ({
                      id: line.tradeId,
                      label: line.tradeNumber,
                      detail: line.outsideNumber,
                      to: `${place.orders}/${line.tradeId}`,
                    }))}
                  />
                ),
              },
              {
                id: "events",
                title: t("trade.history"),
                body:
                  delivery.events.length === 0 ? (
                    <span className="quiet">{t("trade.nothingYet")}</span>
                  ) : (
                    delivery.events.map((event) => (
                      <div key={event.id}>
                        <div>
                          {t("trade.lineNumber", { line: event.lineNumber })} {t(`trade.event.${event.kind}`)}{" "}
                          <Quantity value={event.quantity} />{" "}
                          {event.amountYen && <Money value={event.amountYen} unit />}
                        </div>
                        <div className="quiet">
                          <DateText value={event.happenedOn} /> {event.reason} <InstantText value={event.recordedAt} />
                        </div>
                      </div>
                    ))
                  ),
              },
              {
                id: "journal",
                title: t("trade.journal"),
                body:
                  delivery.journal.length === 0 ? (
                    <span className="quiet">{t("trade.nothingYet")}</span>
                  ) : (
                    delivery.journal.map((entry) => (
                      <div key={entry.id}>
                        {can("accounting.read") ? (
                          <PageLink to={`accounting/journal/${entry.id}`}>{entry.number}</PageLink>
                        ) : (
                          entry.number
                        )}{" "}
                        <DateText value={entry.postedOn} /> <Money value={entry.debitYen} />
                      </div>
                    ))
                  ),
              },
            ],
          };
        }}
      />
      {answer.data && open === "judge" && (
        <JudgeDialog delivery={answer.data} side={side} onClose={() => setOpen(null)} />
      )}
      {answer.data && open === "receive" && (
        <ReceiveDialog delivery={answer.data} side={side} onClose={() => setOpen(null)} />
      )}
      {answer.data && open === "return" && (
        <ReturnDialog delivery={answer.data} side={side} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function Lines({ delivery, side }: { readonly delivery: Delivery; readonly side: TradeSide }) {
  const t = useText();
  const right = { textAlign: "right" } as const;
  const figures = ["received", "accepted", "specially", "rejected", "returned"] as const;
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table fz={13} verticalSpacing={5} withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40}>{t("trade.line")}</Table.Th>
            <Table.Th>{t(`trade.${side}.order`)}</Table.Th>
            <Table.Th>{t("trade.item")}</Table.Th>
            <Table.Th style={right}>{t("trade.progress.shipped")}</Table.Th>
            {figures.map((name) => (
              <Table.Th key={name} style={right}>
                {t(side === "S" && name === "received" ? "trade.S.received" : `trade.progress.${name}`)}
              </Table.Th>
            ))}
            <Table.Th style={right}>{t("trade.unitPrice")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {delivery.lines.map((line) => (
            <Table.Tr key={line.lineNumber}>
              <Table.Td>{line.lineNumber}</Table.Td>
              <Table.Td>
                <PageLink to={`${PLACES[side].orders}/${line.tradeId}`}>
                  {line.tradeNumber}-{line.tradeLineNumber}
                </PageLink>
              </Table.Td>
              <Table.Td>
                <div>{line.code}</div>
                <Text size="xs" c="dimmed">
                  {line.description} {line.lotCode && `${t("trade.lot")} ${line.lotCode}`}
                </Text>
              </Table.Td>
              <Table.Td style={right}>
                <Quantity value={line.quantity} unit={line.unit} />
              </Table.Td>
              {figures.map((name) => (
                <Table.Td key={name} style={right}>
                  {Number(line[name]) > 0 ? <Quantity value={line[name]} /> : <span className="quiet">–</span>}
                </Table.Td>
              ))}
              <Table.Td style={right}>
                <Price value={line.unitPrice} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
