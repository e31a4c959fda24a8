import { Alert, Text } from "@mantine/core";
import { useState } from "react";
import {
  DateText,
  type DocumentAction,
  DocumentPage,
  Money,
  useApi,
  useCan,
  useGo,
  useText,
} from "../platform/index.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { ChangesView, RevisionsView } from "./changes-view.tsx";
import { LinesView } from "./lines-view.tsx";
import { LinkDialog } from "./link-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { PartnerAnswer, readAnswer } from "./partner-answer.tsx";
import type { Move, Trade } from "./shapes.ts";
import { sideSections } from "./trade-side.tsx";
import { PERMISSIONS, PLACES, type TradeSide, TradeState } from "./words.tsx";

/** The next step of an order, for the side that reads it: what most of its lines wait for. */
const NEXT: readonly Move[] = ["confirmed", "quoted", "placed"];
const LESS_USUAL: readonly Move[] = ["countered", "declined", "withdrawn", "cancelled", "expired"];

/** One order: what was agreed, what happened, and the next step. */
export function TradeView({ id, side }: { readonly id: string; readonly side: TradeSide }) {
  const t = useText();
  const go = useGo();
  const can = useCan();
  const answer = useApi("/api/v1/trades/{id}", { params: { path: { id } } });
  const [moving, setMoving] = useState<Move | null>(null);
  const [changing, setChanging] = useState(false);
  const [linking, setLinking] = useState(false);
  const place = PLACES[side];
  const permission = PERMISSIONS[side].move;
  return (
    <>
      <DocumentPage
        answer={answer}
        live={["trade.", "delivery.", "invoice.", "partnerPage."]}
        view={(trade) => {
          const may = (to: Move) => trade.lines.filter((line) => line.moves.includes(to)).length > 0;
          const move = (to: Move): DocumentAction => ({
            id: to,
            label: t(
              side === "B" && to === "confirmed" && !trade.isOutside
                ? "trade.move.B.taken"
                : `trade.move.${side}.${to}`,
            ),
            permission,
            danger: to === "declined" || to === "cancelled" || to === "withdrawn",
            run: () => setMoving(to),
          });
          const next = NEXT.find(may);
          const canShip =
            side === "S" &&
            trade.lines.some((line) => line.state === "confirmed" && Number(line.shipped) < Number(line.quantity));
          const canReceive =
            side === "B" &&
            trade.isOutside &&
            trade.lines.some((line) => line.state === "confirmed" && Number(line.shipped) < Number(line.quantity));
          const toGoods: DocumentAction = {
            id: "goods",
            label: t(side === "B" ? "trade.receiveOutside" : trade.isOneStep ? "trade.handOver.go" : "trade.ship"),
            permission: PERMISSIONS[side].goods,
            icon: "arrowRight",
            run: () => go(`${side === "S" ? "sales/ship" : "purchasing/receive"}?partner=${trade.partnerId ?? ""}`),
          };
          const asked =
            side === "S" && ["quoted", "expired", "withdrawn"].includes(trade.state)
              ? "quotation"
              : side === "B" && ["enquiry", "quoted"].includes(trade.state)
                ? "enquiry"
                : null;
          const isChangeable = trade.lines.some((line) => ["placed", "confirmed", "countered"].includes(line.state));
          const said = unrecordedAnswer(trade);
          const waiting = trade.changes.find((change) => change.state === "proposed" && !change.isMine);
          return {
            kind: t(asked ? `trade.${side}.${asked}` : `trade.${side}.order`),
            number: trade.ownNumber,
            state: <TradeState state={trade.state} side={side} done={trade.isDone} size="lg" />,
            partner: trade.partnerName,
            facts: [
              {
                label: t(asked ? `trade.dayOf.${asked}` : "trade.orderedOn"),
                value: <DateText value={trade.orderedOn} />,
              },
              ...(trade.state === "quoted" && lastDay(trade)
                ? [{ label: t("trade.validUntil"), value: <DateText value={lastDay(trade)} relative /> }]
                : []),
              ...(trade.number === trade.ownNumber ? [] : [{ label: t("trade.othersNumber"), value: trade.number }]),
              ...(trade.outsideNumber ? [{ label: t(`trade.${side}.outsideNumber`), value: trade.outsideNumber }] : []),
              ...(trade.title ? [{ label: t("trade.title"), value: trade.title }] : []),
              ...(trade.deliverTo ? [{ label: t("trade.deliverTo"), value: trade.deliverTo }] : []),
              {
                label: t("trade.bookedAt"),
                value: t(trade.isOneStep ? "trade.oneStep" : `trade.bookedAt.${trade.bookedAt}`),
              },
              { label: t("trade.tax"), value: <Money value={trade.taxYen} unit /> },
            ],
            ...(side === "S" && { record: { kind: "sales.order", id } }),
            sum: { label: t("trade.net"), value: <Money value={trade.totalYen} unit /> },
            primary: next ? move(next) : canShip || canReceive ? toGoods : undefined,
            actions: [
              ...LESS_USUAL.filter(may).map(move),
              ...(next && (canShip || canReceive) ? [toGoods] : []),
              ...(isChangeable
                ? [
                    {
                      id: "change",
                      label: t("trade.change.ask"),
                      permission,
                      icon: "edit" as const,
                      run: () => setChanging(true),
                    },
                  ]
                : []),
              ...(trade.isOutside
                ? [{ id: "link", label: t("trade.link.make"), permission, run: () => setLinking(true) }]
                : []),
              {
                id: "paper",
                label: t(`trade.${side}.paper`),
                icon: "print" as const,
                run: () => go(`${place.orders}/${id}/print`),
              },
            ],
            ...((waiting || said) && {
              notes: (
                <>
                  {waiting && (
                    <Alert color="yellow" py={8} title={t("trade.change.waiting", { number: waiting.number })}>
                      <Text size="sm">{t("trade.change.waitingHint")}</Text>
                    </Alert>
                  )}
                  {said && (
                    <Alert color="yellow" py={8} title={t("trade.link.answered", { partner: trade.partnerName })}>
                      <PartnerAnswer said={said} />
                      <Text size="sm">{t("trade.link.record")}</Text>
                    </Alert>
                  )}
                </>
              ),
            }),
            tabs: [
              { id: "lines", label: t("trade.linesOfOrder"), body: <LinesView trade={trade} side={side} /> },
              {
                id: "changes",
                label: `${t("trade.changes")}${trade.changes.length > 0 ? ` (${trade.changes.length})` : ""}`,
                body: (
                  <>
                    <ChangesView trade={trade} side={side} />
                    <RevisionsView trade={trade} />
                  </>
                ),
              },
            ],
            side: sideSections(t, trade, side, can),
          };
        }}
      />
      {answer.data && moving && (
        <MoveDialog
          trade={answer.data}
          side={side}
          to={moving}
          answeredOn={unrecordedAnswer(answer.data)?.promisedOn ?? null}
          onClose={() => setMoving(null)}
        />
      )}
      {answer.data && changing && <ChangeDialog trade={answer.data} side={side} onClose={() => setChanging(false)} />}
      {linking && <LinkDialog id={id} side={side} onClose={() => setLinking(false)} />}
    </>
  );
}

/** The earliest last day of the quoted lines. */
function lastDay(trade: Trade): string | null {
  const days = trade.lines.flatMap((line) => (line.state === "quoted" && line.validUntil ? [line.validUntil] : []));
  return days.sort()[0] ?? null;
}

/** What the partner answered by its link, while the order still waits for somebody here to record it. */
function unrecordedAnswer(trade: Trade) {
  if (!["enquiry", "quoted", "placed"].includes(trade.state)) return null;
  return readAnswer(trade.pages.find((page) => page.answer)?.answer ?? null);
}
