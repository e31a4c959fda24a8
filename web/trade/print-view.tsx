import { Button, Group } from "@mantine/core";
import { Answered, DateText, formatQuantity, paper, useApi, useText } from "../platform/index.ts";
import { isOnPaper, PaperLines, PaperSum } from "./paper-lines.tsx";
import type { TradeSide } from "./words.tsx";

/** An order as paper: 見積依頼書 or 注文書 of the buyer, 見積書 or 注文請書 of the seller. */
export function PrintOrderView({ id, side }: { readonly id: string; readonly side: TradeSide }) {
  const t = useText();
  const answer = useApi("/api/v1/trades/{id}", { params: { path: { id } } });
  return (
    <Answered answer={answer}>
      {(trade) => {
        const name = paperName(side, trade.state);
        const validUntil = trade.lines
          .flatMap((line) => (line.state === "quoted" ? (line.validUntil ?? []) : []))
          .sort()[0];
        const lines = trade.lines.filter(isOnPaper);
        return (
          <Paper
            title={t(`trade.print.${name}`)}
            number={trade.ownNumber}
            day={trade.orderedOn}
            to={trade.partnerName}
            toAddress={trade.partnerAddress}
            from={trade.company.name}
            fromAddress={`${trade.company.address} ${trade.company.phone}`}
            registrationNumber={side === "S" ? trade.company.registrationNumber : null}
            intro={t(`trade.print.${name}Intro`)}
          >
            {trade.title && (
              <p>
                {t("trade.print.title")}: {trade.title}
              </p>
            )}
            <PaperLines
              lines={lines}
              dayLabel={t(side === "B" ? "trade.wantedOn" : "trade.delivery.dueOn")}
              dayOf={(line) => (side === "B" ? line.wantedOn : (line.promisedOn ?? line.wantedOn))}
              sums={
                <>
                  <PaperSum label={t("trade.net")} yen={trade.totalYen} />
                  <PaperSum label={t("trade.tax")} yen={trade.taxYen} />
                  <PaperSum
                    label={t("trade.gross")}
                    yen={(BigInt(trade.totalYen) + BigInt(trade.taxYen)).toString()}
                    isTotal
                  />
                </>
              }
            />
            {trade.deliverTo && (
              <p>
                {t("trade.deliverTo")}: {trade.deliverTo}
              </p>
            )}
            {name === "quotation" && validUntil && (
              <p>
                {t("trade.validUntil")}: <DateText value={validUntil} />
              </p>
            )}
            {trade.outsideNumber && (
              <p>
                {t(side === "S" ? "trade.page.yourNumber" : "trade.B.outsideNumber")}: {trade.outsideNumber}
              </p>
            )}
          </Paper>
        );
      }}
    </Answered>
  );
}

/** The delivery note, 納品書. */
export function PrintDeliveryView({ id, side }: { readonly id: string; readonly side: TradeSide }) {
  const t = useText();
  const answer = useApi("/api/v1/deliveries/{id}", { params: { path: { id } } });
  return (
    <Answered answer={answer}>
      {(delivery) => (
        <Paper
          title={t(side === "S" ? "trade.print.delivery" : "trade.print.arrival")}
          number={delivery.number}
          day={delivery.shippedOn}
          to={side === "S" ? delivery.partnerName : delivery.company.name}
          toAddress={side === "S" ? delivery.partnerAddress : delivery.company.address}
          from={side === "S" ? delivery.company.name : delivery.partnerName}
          fromAddress={side === "S" ? `${delivery.company.address} ${delivery.company.phone}` : delivery.partnerAddress}
          intro={t("trade.print.deliveryIntro")}
        >
          <table className={paper.lines}>
            <thead>
              <tr>
                <th>{t("trade.line")}</th>
                <th>{t(`trade.${side}.order`)}</th>
                <th>{t("trade.item")}</th>
                <th>{t("trade.description")}</th>
                <th>{t("trade.lot")}</th>
                <th className={paper.number}>{t("trade.quantity")}</th>
              </tr>
            </thead>
            <tbody>
              {delivery.lines.map((line) => (
                <tr key={line.lineNumber}>
                  <td>{line.lineNumber}</td>
                  <td>
                    {line.outsideNumber || line.tradeNumber}-{line.tradeLineNumber}
                  </td>
                  <td>{line.code}</td>
                  <td>{line.description}</td>
                  <td>{line.lotCode}</td>
                  <td className={paper.number}>{formatQuantity(line.quantity, line.unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {delivery.deliverTo && (
            <p>
              {t("trade.deliverTo")}: {delivery.deliverTo}
            </p>
          )}
          {delivery.note && <p>{delivery.note}</p>}
          <div className={paper.stamp}>{t("trade.print.receipt")}</div>
        </Paper>
      )}
    </Answered>
  );
}

/** What an order is called on paper: before it is an order it is an enquiry (見積依頼書) or a quotation (見積書). */
export function paperName(side: TradeSide, state: string): "enquiry" | "order" | "quotation" | "confirmation" {
  if (state === "quoted" && side === "S") return "quotation";
  if (side === "B") return state === "enquiry" || state === "quoted" ? "enquiry" : "order";
  return state === "enquiry" ? "quotation" : "confirmation";
}

/** One sheet: whom it is for, who sends it, what it says. */
export function Paper(props: {
  readonly title: string;
  readonly number: string;
  readonly day: string;
  readonly to: string;
  readonly toAddress?: string;
  readonly from: string;
  readonly fromAddress?: string;
  readonly registrationNumber?: string | null;
  readonly intro: string;
  readonly children: React.ReactNode;
}) {
  const t = useText();
  return (
    <div className={paper.page}>
      <Group className="no-print" mb="md">
        <Button onClick={() => window.print()}>{t("platform.document.print")}</Button>
        <Button variant="default" onClick={() => window.history.back()}>
          {t("platform.back")}
        </Button>
      </Group>
      <article className={paper.paper}>
        <h1>{props.title}</h1>
        <div className={paper.head}>
          <div>
            <div className={paper.to}>{t("trade.print.to", { name: props.to })}</div>
            {props.toAddress?.trim() && <div>{props.toAddress}</div>}
            <p>{props.intro}</p>
          </div>
          <div className={paper.from}>
            <div>
              {t("trade.number")} {props.number}
            </div>
            <DateText value={props.day} />
            <strong>{props.from}</strong>
            {props.fromAddress?.trim() && <div>{props.fromAddress}</div>}
            {props.registrationNumber && (
              <div>
                {t("trade.print.registrationNumber")} {props.registrationNumber}
              </div>
            )}
          </div>
        </div>
        {props.children}
      </article>
    </div>
  );
}
