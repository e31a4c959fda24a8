import {
  ChainList,
  DateText,
  HistoryList,
  InstantText,
  Money,
  PageLink,
  Quantity,
  type SideSection,
  type Translate,
} from "../platform/index.ts";
import { LinkRow } from "./link-dialog.tsx";
import { PartnerAnswer, readAnswer } from "./partner-answer.tsx";
import type { Trade } from "./shapes.ts";
import { DeliveryState, PLACES, type TradeSide } from "./words.tsx";

const isOver = (page: Trade["pages"][number]) => Date.parse(page.expiresAt) <= Date.now();

/** A link ends with a day in Japan: the last one it shows anything. */
const lastDayOf = (page: Trade["pages"][number]) =>
  new Date(Date.parse(page.expiresAt) - 1000 + 9 * 3_600_000).toISOString().slice(0, 10);

/** Where an order came from and where it went. */
export function sideSections(
  t: Translate,
  trade: Trade,
  side: TradeSide,
  may: (permission: string) => boolean,
): SideSection[] {
  const [mayReadBooks, mayReadBills] = [may("accounting.read"), may("trade.bills")];
  const none = t("trade.nothingYet");
  const sections: SideSection[] = [
    {
      id: "papers",
      title: t("trade.papers"),
      body: (
        <ChainList
          none={none}
          steps={[
            ...(trade.agreementId
              ? [
                  {
                    id: "agreement",
                    label: trade.agreementName ?? "",
                    detail: t("trade.agreement"),
                    to: `agreements/${trade.agreementId}`,
                  },
                ]
              : []),
            ...(trade.chainId ? [{ id: "chain", label: t("trade.chain"), to: `network/chains/${trade.chainId}` }] : []),
            { id: "here", label: trade.ownNumber, here: true },
            ...trade.deliveries.map((delivery) => ({
              id: delivery.id,
              label: delivery.number,
              depth: 1,
              to: `${PLACES[side].deliveries}/${delivery.id}`,
              state: <DeliveryState state={delivery.state} side={side} />,
              detail: <DateText value={delivery.shippedOn} />,
            })),
            ...trade.invoices.map((invoice) => ({
              id: invoice.id,
              label: invoice.number,
              depth: 2,
              ...(mayReadBills && { to: `accounting/invoices/${invoice.id}` }),
              detail: (
                <>
                  <DateText value={invoice.issuedOn} /> <Money value={invoice.totalYen} unit />
                </>
              ),
            })),
          ]}
        />
      ),
    },
    {
      id: "stock",
      title: t("trade.stock"),
      body:
        trade.stockMoves.length === 0 ? (
          <span className="quiet">{none}</span>
        ) : (
          trade.stockMoves.slice(0, 12).map((move) => (
            <div key={`${move.moveId}${move.placeName}${move.quantity}`}>
              <DateText value={move.movedOn} /> {t(`trade.moveKind.${move.kind}`)}{" "}
              <span className="quiet">
                {move.itemCode} {move.placeName}
              </span>{" "}
              <Quantity value={move.quantity} />
            </div>
          ))
        ),
    },
    {
      id: "journal",
      title: t("trade.journal"),
      body:
        trade.journal.length === 0 ? (
          <span className="quiet">{none}</span>
        ) : (
          trade.journal.map((entry) => (
            <div key={entry.id}>
              {mayReadBooks ? <PageLink to={`accounting/journal/${entry.id}`}>{entry.number}</PageLink> : entry.number}{" "}
              <DateText value={entry.postedOn} /> <Money value={entry.debitYen} />
            </div>
          ))
        ),
    },
  ];
  if (trade.pages.length > 0)
    sections.push({
      id: "links",
      title: t("trade.links"),
      body: trade.pages.map((page) => (
        <div key={page.id}>
          <InstantText value={page.createdAt} />{" "}
          <span className="quiet">
            {page.withdrawn
              ? t("trade.link.withdrawn")
              : isOver(page)
                ? t("trade.link.expired")
                : t(page.openedAt ? "trade.link.opened" : "trade.link.unopened")}
          </span>
          {!page.withdrawn && (
            <div className="quiet">
              {t("trade.link.until")} <DateText value={lastDayOf(page)} />
            </div>
          )}
          {page.answer && <PartnerAnswer said={readAnswer(page.answer)!} />}
          {!page.withdrawn && !isOver(page) && <LinkRow tradeId={trade.id} side={side} linkId={page.id} />}
        </div>
      )),
    });
  sections.push({
    id: "history",
    title: t("trade.history"),
    body: (
      <HistoryList
        none={none}
        entries={trade.history.map((entry, index) => ({
          id: `${entry.at}${index}`,
          at: entry.at,
          who: entry.isAutomatic ? t("trade.automatic") : entry.who || t("trade.otherSide"),
          text: entry.words
            ? t("trade.didSaying", { did: t(`trade.did.${entry.command}`), words: entry.words })
            : t(`trade.did.${entry.command}`),
        }))}
      />
    ),
  });
  return sections;
}
