import { Button, Group } from "@mantine/core";
import {
  Answered,
  type AnswerOf,
  DateText,
  formatDecimal,
  formatQuantity,
  formatYen,
  paper,
  useApi,
  usePathParams,
  useText,
} from "../platform/index.ts";

type Invoice = AnswerOf<"get", "/api/v1/invoices/{id}">;

/** 適格請求書 as paper: everything the law asks for on one sheet, lines of the reduced rate marked. */
export function Page() {
  const t = useText();
  const id = usePathParams()["invoiceId"] ?? "";
  const invoice = useApi("/api/v1/invoices/{id}", { params: { path: { id } } });
  return (
    <div className={paper["page"]}>
      <Group className="no-print" mb="md">
        <Button onClick={() => window.print()}>{t("platform.document.print")}</Button>
        <Button variant="default" onClick={() => window.history.back()}>
          {t("platform.back")}
        </Button>
      </Group>
      <Answered answer={invoice}>{(found) => <Paper invoice={found} />}</Answered>
    </div>
  );
}

function titleOf(invoice: Invoice): string {
  if (invoice.isOpening) return "accounting.print.opening";
  if (invoice.totalYen.startsWith("-")) return "accounting.print.credit";
  return invoice.issuedBy === "buyer" ? "accounting.print.statement" : "accounting.print.invoice";
}

function totalOf(invoice: Invoice): string {
  if (invoice.isOpening) return "accounting.openingItem.balance";
  return invoice.issuedBy === "buyer" ? "accounting.invoice.statementTotal" : "accounting.invoice.total";
}
function numberOf(invoice: Invoice): string {
  if (invoice.isOpening) return "accounting.openingItem.number";
  return invoice.issuedBy === "buyer" ? "accounting.print.statementNumber" : "accounting.invoice.number";
}

const isReduced = (category: string) => category === "reduced_8";

function Paper({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  const isStatement = invoice.issuedBy === "buyer";
  const [issuer, receiver] = isStatement ? [invoice.buyer, invoice.seller] : [invoice.seller, invoice.buyer];
  return (
    <article className={paper["paper"]}>
      <h1>{t(titleOf(invoice))}</h1>
      <div className={paper["head"]}>
        <div>
          <div className={paper["to"]}>{t("accounting.print.to", { name: receiver.name })}</div>
          <div>{[receiver.postalCode && `〒${receiver.postalCode}`, receiver.address].filter(Boolean).join(" ")}</div>
          {isStatement && (
            <div>
              {t("accounting.print.sellerNumber")} {invoice.registrationNumber || "–"}
            </div>
          )}
          <p className={paper["sum"]}>
            {t(totalOf(invoice))} <strong>¥{formatYen(invoice.totalYen)}</strong>
          </p>
          <div>
            {t("accounting.invoice.dueOn")} <DateText value={invoice.dueOn} />
          </div>
        </div>
        <div className={paper["from"]}>
          <div>
            {t(numberOf(invoice))} {invoice.number}
          </div>
          <div>
            {t(invoice.isOpening ? "accounting.openingItem.agreedOn" : "accounting.invoice.issuedOn")}{" "}
            <DateText value={invoice.issuedOn} />
          </div>
          {invoice.periodFrom && (
            <div>
              {t("accounting.invoice.period")} <DateText value={invoice.periodFrom} /> –{" "}
              <DateText value={invoice.periodTo} />
            </div>
          )}
          <strong>{issuer.name}</strong>
          <div>{[issuer.postalCode && `〒${issuer.postalCode}`, issuer.address].filter(Boolean).join(" ")}</div>
          {issuer.phone && <div>{issuer.phone}</div>}
          {!isStatement && !invoice.isOpening && (
            <div>
              {t("accounting.invoice.registration")} {invoice.registrationNumber || t("accounting.print.noNumber")}
            </div>
          )}
        </div>
      </div>
      {invoice.isOpening && <p>{t("accounting.print.openingNote", { number: invoice.number })}</p>}
      {invoice.credits && (
        <p>
          {t("accounting.invoice.credits")} {invoice.credits.number} <DateText value={invoice.credits.issuedOn} />
        </p>
      )}
      {invoice.isOpening ? <OpeningLines invoice={invoice} /> : <BilledLines invoice={invoice} />}
      {invoice.lines.some((line) => isReduced(line.taxCategory)) && <p>{t("accounting.print.reducedMark")}</p>}
      {isStatement && !invoice.isOpening && (
        <p>
          {invoice.acknowledgedAfterDays === null
            ? t("accounting.print.statementAsk")
            : t("accounting.print.statementNote", { days: invoice.acknowledgedAfterDays })}
        </p>
      )}
      {invoice.note && <p>{invoice.note}</p>}
    </article>
  );
}

/** What was supplied, and the tax per rate as the law asks for it. */
function BilledLines({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  return (
    <>
      <table className={paper["lines"]}>
        <thead>
          <tr>
            <th>{t("accounting.invoice.suppliedOn")}</th>
            <th>{t("accounting.invoice.order")}</th>
            <th>{t("accounting.invoice.item")}</th>
            <th className={paper["number"]}>{t("accounting.invoice.quantity")}</th>
            <th className={paper["number"]}>{t("accounting.invoice.unitPrice")}</th>
            <th className={paper["number"]}>{t("accounting.entry.amount")}</th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line) => (
            <tr key={line.lineNumber}>
              <td>
                <DateText value={line.suppliedOn} />
              </td>
              <td>{line.tradeNumber}</td>
              <td>
                {line.code} {line.description}
                {isReduced(line.taxCategory) && " ※"}
              </td>
              <td className={paper["number"]}>{formatQuantity(line.quantity, line.unit)}</td>
              <td className={paper["number"]}>{formatDecimal(line.unitPrice)}</td>
              <td className={paper["number"]}>{formatYen(line.amountYen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={`${paper["lines"]} ${paper["totals"]}`}>
        <tbody>
          {invoice.taxes.map((tax) => (
            <tr key={tax.taxCategory}>
              <th scope="row">
                {t("accounting.print.rateTotal", { rate: t(`accounting.category.${tax.taxCategory}`) })}
              </th>
              <td className={paper["number"]}>{formatYen(tax.netYen)}</td>
              <th scope="row">{t("accounting.tax.tax")}</th>
              <td className={paper["number"]}>{formatYen(tax.taxYen)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t(totalOf(invoice))}</th>
            <td className={paper["number"]} colSpan={3}>
              <strong>{formatYen(invoice.totalYen)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

/** An open item from before a link: what both agreed stands open, and nothing a qualified invoice would say. */
function OpeningLines({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  return (
    <table className={paper["lines"]}>
      <thead>
        <tr>
          <th>{t("accounting.openingItem.number")}</th>
          <th>{t("accounting.openingItem.documentedOn")}</th>
          <th className={paper["number"]}>{t("accounting.entry.amount")}</th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => (
          <tr key={line.lineNumber}>
            <td>{line.description}</td>
            <td>
              <DateText value={line.suppliedOn} />
            </td>
            <td className={paper["number"]}>{formatYen(line.amountYen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
