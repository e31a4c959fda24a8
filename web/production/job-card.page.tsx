import { Button } from "@mantine/core";
import {
  Answered,
  formatDate,
  formatQuantity,
  Icon,
  PageLink,
  useApi,
  useCompany,
  useCompanyName,
  useLocale,
  usePageTitle,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { Barcode } from "./barcode.tsx";
import classes from "./job-card.module.css";

/** The job card that goes with the goods: one barcode for the order, one for each operation. */
export function Page() {
  const t = useText();
  const locale = useLocale();
  const company = useCompanyName()(useCompany());
  const { orderId = "" } = usePathParams();
  const order = useApi("/api/v1/work-orders/{id}", { params: { path: { id: orderId } } });
  usePageTitle(t("production.card.title"));
  return (
    <main id="page" className={classes.sheet}>
      <Answered answer={order}>
        {(card) => (
          <>
            <div className={`${classes.tools} no-print`}>
              <PageLink to={`production/orders/${orderId}`}>{t("production.card.back")}</PageLink>
              <Button leftSection={<Icon name="print" />} onClick={() => window.print()}>
                {t("production.card.print")}
              </Button>
            </div>
            <header className={classes.head}>
              <div>
                <div className="quiet">{company}</div>
                <h1>{t("production.card.title")}</h1>
              </div>
              <Barcode text={card.number} height={56} />
            </header>
            <dl className={classes.facts}>
              <dt>{t("production.item")}</dt>
              <dd>
                <strong>{card.itemName}</strong> <span className="quiet">{card.itemCode}</span>
              </dd>
              <dt>{t("production.goodQuantity")}</dt>
              <dd className={classes.big}>{formatQuantity(card.quantity, card.unit)}</dd>
              <dt>{t("production.dueOn")}</dt>
              <dd className={classes.big}>{formatDate(card.dueOn, locale)}</dd>
              <dt>{t("production.madeFor")}</dt>
              <dd>
                {[card.tradeNumber, card.partnerName].filter(Boolean).join(" · ") || "–"}
                {/* Where the agreement hands over in one step, this one scan at the shipping page is the whole of it. */}
                {card.tradeNumber && card.tradeLineNumber !== null && (
                  <div>
                    <Barcode text={`${card.tradeNumber}-${card.tradeLineNumber}`} height={36} />
                  </div>
                )}
              </dd>
              <dt>{t("production.lotCode")}</dt>
              <dd>{card.lotCode || (card.isLotTracked ? card.number : "–")}</dd>
              <dt>{t("production.note")}</dt>
              <dd>{card.note || "–"}</dd>
            </dl>
            <h2>{t("production.operations")}</h2>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t("production.operation.number")}</th>
                  <th>{t("production.operation.name")}</th>
                  <th>{t("production.operation.where")}</th>
                  <th>{t("production.operation.planned")}</th>
                  <th>{t("production.card.good")}</th>
                  <th>{t("production.card.scrap")}</th>
                  <th>{t("production.card.sign")}</th>
                  <th>{t("production.card.barcode")}</th>
                </tr>
              </thead>
              <tbody>
                {card.operations.map((operation) => (
                  <tr key={operation.operationNumber}>
                    <td>{operation.operationNumber}</td>
                    <td>{operation.name}</td>
                    <td>
                      {operation.outside?.partnerName ?? operation.workCenterName}
                      {operation.standsInFor && (
                        <div className="quiet">{t("production.standsIn", { name: operation.standsInFor })}</div>
                      )}
                    </td>
                    <td className="number">{formatQuantity(operation.plannedQuantity, card.unit)}</td>
                    <td />
                    <td />
                    <td />
                    <td>
                      {operation.outside ? (
                        t("production.outside.title")
                      ) : (
                        <Barcode text={`${card.number}-${operation.operationNumber}`} height={36} />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <h2>{t("production.materials")}</h2>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t("production.itemCode")}</th>
                  <th>{t("production.material.name")}</th>
                  <th>{t("production.operation.number")}</th>
                  <th>{t("production.material.required")}</th>
                </tr>
              </thead>
              <tbody>
                {card.materials.map((material) => (
                  <tr key={material.lineNumber}>
                    <td>{material.itemCode}</td>
                    <td>{material.itemName}</td>
                    <td>{material.operationNumber}</td>
                    <td className="number">{formatQuantity(material.required, material.unit)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Answered>
    </main>
  );
}
