import { Alert, List, Table } from "@mantine/core";
import { useMemo, useState } from "react";
import { addDays } from "../../domain/shared/index.ts";
import {
  type AnswerOf,
  ChainList,
  DateText,
  DocumentPage,
  FormDialog,
  type FormField,
  formatInstant,
  HistoryList,
  Icon,
  Money,
  PageLink,
  Price,
  Quantity,
  StateBadge,
  useApi,
  useCommand,
  useGo,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { journalPanel } from "./journal-panel.tsx";
import { INVOICE_TONES } from "./words.tsx";

type Invoice = AnswerOf<"get", "/api/v1/invoices/{id}">;

/** One invoice, of either side: what it bills, what was said to it, what was paid on it. */
export function Page() {
  const t = useText();
  const go = useGo();
  const id = usePathParams()["invoiceId"] ?? "";
  const invoice = useApi("/api/v1/invoices/{id}", { params: { path: { id } } });
  const [disputing, setDisputing] = useState(false);
  const answer = useCommand("post", "/api/v1/invoices/{id}/answer", {
    success: t("accounting.invoice.answered"),
    placesRefusals: true,
  });
  const why = useMemo<FormField[]>(
    () => [
      {
        name: "reason",
        label: t("accounting.invoice.disputeWhy"),
        hint: t("accounting.invoice.disputeHint"),
        kind: "note",
        required: true,
        maxLength: 1000,
      },
    ],
    [t],
  );
  return (
    <>
      <DocumentPage
        answer={invoice}
        live={["invoice.", "payment."]}
        view={(found) => ({
          kind: t(kindOf(found)),
          number: found.number,
          partner: found.partnerName,
          state: (
            <StateBadge
              size="lg"
              tone={found.isOverdue ? "late" : (INVOICE_TONES[found.state] ?? "waiting")}
              label={t(`accounting.invoice.${found.state}`)}
            />
          ),
          facts: [
            {
              label: t(found.isOpening ? "accounting.openingItem.agreedOn" : "accounting.invoice.issuedOn"),
              value: <DateText value={found.issuedOn} />,
            },
            { label: t("accounting.invoice.dueOn"), value: <DateText value={found.dueOn} relative /> },
            ...(found.periodFrom
              ? [
                  {
                    label: t("accounting.invoice.period"),
                    value: (
                      <>
                        <DateText value={found.periodFrom} /> – <DateText value={found.periodTo} />
                      </>
                    ),
                  },
                ]
              : []),
            ...(found.isOpening
              ? []
              : [{ label: t("accounting.invoice.registration"), value: found.registrationNumber || "–" }]),
            ...(found.carriedYen !== "0"
              ? [{ label: t("accounting.invoice.carried"), value: <Money value={found.carriedYen} unit /> }]
              : []),
            { label: t("accounting.invoice.open"), value: <Money value={found.openYen} unit /> },
          ],
          sum: {
            label: t(totalLabel(found)),
            value: <Money value={found.totalYen} unit />,
          },
          notes: <Notes invoice={found} />,
          primary: found.canAnswer
            ? {
                id: "acknowledge",
                label: t("accounting.invoice.acknowledge"),
                permission: "trade.bills",
                busy: answer.busy,
                run: () => answer.run({ params: { path: { id } }, body: { kind: "acknowledged" } }),
                confirm: {
                  title: t("accounting.invoice.acknowledge"),
                  text: t("accounting.invoice.acknowledgeText", { partner: found.partnerName }),
                },
              }
            : {
                id: "paper",
                label: t(paperLabel(found)),
                icon: "print",
                run: () => go(`accounting/invoices/${id}/print`),
              },
          actions: [
            ...(found.isOpening
              ? [
                  {
                    id: "openingItem",
                    label: t("accounting.openingItem.open.said"),
                    permission: "accounting.read",
                    run: () => go(`accounting/opening-items/${id}`),
                  },
                ]
              : []),
            ...(found.canAnswer
              ? [
                  {
                    id: "dispute",
                    label: t("accounting.invoice.dispute"),
                    danger: true,
                    run: () => setDisputing(true),
                  },
                  {
                    id: "paper",
                    label: t(paperLabel(found)),
                    icon: "print" as const,
                    run: () => go(`accounting/invoices/${id}/print`),
                  },
                ]
              : []),
            ...(found.partnerId
              ? [
                  {
                    id: "ledger",
                    label: t(`accounting.partnerLedger.${found.side}`),
                    permission: "accounting.read",
                    run: () => go(`accounting/partner-ledger?side=${found.side}&partnerId=${found.partnerId}`),
                  },
                ]
              : []),
          ],
          body: found.isOpening ? <OpeningBody invoice={found} /> : <Body invoice={found} />,
          side: [
            { id: "payments", title: t("accounting.invoice.payments"), body: <Payments invoice={found} /> },
            {
              id: "answers",
              title: t("accounting.invoice.answers"),
              body: (
                <HistoryList
                  none={t("accounting.invoice.noAnswers")}
                  entries={found.answers.toReversed().map((one) => ({
                    id: one.answeredAt,
                    at: one.answeredAt,
                    who: one.isMine ? t("accounting.invoice.we") : found.partnerName,
                    text: [t(`accounting.invoice.${one.kind}`), one.reason].filter(Boolean).join("："),
                  }))}
                />
              ),
            },
            journalPanel(found.journal, t),
          ],
        })}
      />
      <FormDialog
        opened={disputing}
        onClose={() => setDisputing(false)}
        title={t("accounting.invoice.dispute")}
        fields={why}
        columns={1}
        submitLabel={t("accounting.invoice.dispute")}
        submit={({ reason }) =>
          answer.run({ params: { path: { id } }, body: { kind: "disputed", reason: String(reason) } })
        }
        onDone={() => setDisputing(false)}
      />
    </>
  );
}

function kindOf(invoice: Invoice): string {
  if (invoice.isOpening) return "accounting.openingItem.title";
  return invoice.totalYen.startsWith("-")
    ? "accounting.invoice.creditNote"
    : `accounting.invoice.kind.${invoice.issuedBy}`;
}

function paperLabel(invoice: Invoice): string {
  if (invoice.isOpening) return "accounting.openingItem.paper";
  return invoice.issuedBy === "buyer" ? "accounting.invoice.statementPaper" : "accounting.invoice.paper";
}

/** A buyer's statement asks for nothing: it says what will be paid. */
function totalLabel(invoice: Invoice): string {
  if (invoice.isOpening) return "accounting.openingItem.balance";
  return invoice.issuedBy === "buyer" ? "accounting.invoice.statementTotal" : "accounting.invoice.total";
}

/** A buyer's statement nobody has answered: who must look, and by when silence is a yes. */
function Unanswered({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  if (invoice.issuedBy !== "buyer" || invoice.state !== "issued" || invoice.isOpening) return null;
  const days = invoice.acknowledgedAfterDays;
  return (
    <Alert color="yellow" icon={<Icon name="alert" />} mb="sm">
      {t(`accounting.invoice.unanswered.${invoice.side}`, { partner: invoice.partnerName })}{" "}
      {days !== null && (
        <>
          {t("accounting.invoice.deemedBy")} <DateText value={addDays(invoice.issuedOn, days)} />
        </>
      )}
    </Alert>
  );
}

/** An open item from before a link says what it is for, and nothing a qualified invoice would. */
function OpeningBody({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  return (
    <>
      <p className="quiet">{t("accounting.print.openingNote", { number: invoice.number })}</p>
      {invoice.lines.map((line) => (
        <p key={line.lineNumber}>
          {t("accounting.openingItem.documentedOn")} <DateText value={line.suppliedOn} />
        </p>
      ))}
    </>
  );
}

function Notes({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  const last = invoice.answers.at(-1);
  // That nobody has acknowledged a statement yet is no fault of it: who must look is said by itself.
  const findings = invoice.findings.filter((one) => one.code !== "INVOICE_NOT_ACKNOWLEDGED");
  return (
    <>
      <Unanswered invoice={invoice} />
      {invoice.state === "disputed" && last && (
        <Alert color="red" icon={<Icon name="alert" />} mb="sm" title={t("accounting.invoice.disputed")}>
          {last.reason} <span className="quiet">{formatInstant(last.answeredAt)}</span>
        </Alert>
      )}
      {invoice.credits && (
        <Alert variant="light" mb="sm">
          {t("accounting.invoice.credits")}{" "}
          <u>
            <PageLink to={`accounting/invoices/${invoice.credits.id}`}>{invoice.credits.number}</PageLink>
          </u>{" "}
          <DateText value={invoice.credits.issuedOn} />
        </Alert>
      )}
      {invoice.creditedBy.length > 0 && (
        <Alert variant="light" mb="sm">
          {t("accounting.invoice.creditedBy")}{" "}
          {invoice.creditedBy.map((one) => (
            <span key={one.id}>
              <PageLink to={`accounting/invoices/${one.id}`}>{one.number}</PageLink> <Money
                value={one.totalYen}
                unit
              />{" "}
            </span>
          ))}
        </Alert>
      )}
      {findings.length > 0 && (
        <Alert
          color={findings.some((one) => one.severity === "error") ? "red" : "yellow"}
          icon={<Icon name="alert" />}
          mb="sm"
          title={t(
            invoice.issuedBy === "buyer" ? "accounting.invoice.statementFindings" : "accounting.invoice.findings",
          )}
        >
          <List size="sm">
            {findings.map((one) => (
              <List.Item key={`${one.code}${JSON.stringify(one.values)}`}>
                {t(`refusals.${one.code}`, one.values)}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {invoice.note && <p>{invoice.note}</p>}
    </>
  );
}

function Body({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  const folder = invoice.side === "S" ? "sales/orders" : "purchasing/orders";
  return (
    <>
      <Table.ScrollContainer minWidth={760}>
        <Table aria-label={t("accounting.invoice.lines")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("accounting.invoice.suppliedOn")}</Table.Th>
              <Table.Th>{t("accounting.invoice.order")}</Table.Th>
              <Table.Th>{t("accounting.invoice.item")}</Table.Th>
              <Table.Th ta="right">{t("accounting.invoice.quantity")}</Table.Th>
              <Table.Th ta="right">{t("accounting.invoice.unitPrice")}</Table.Th>
              <Table.Th ta="right">{t("accounting.entry.amount")}</Table.Th>
              <Table.Th>{t("accounting.invoice.rate")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invoice.lines.map((line) => (
              <Table.Tr key={line.lineNumber}>
                <Table.Td>
                  <DateText value={line.suppliedOn} />
                </Table.Td>
                <Table.Td>
                  {line.tradeId && line.tradeNumber ? (
                    <PageLink to={`${folder}/${line.tradeId}`}>{line.tradeNumber}</PageLink>
                  ) : (
                    "–"
                  )}
                </Table.Td>
                <Table.Td>
                  {line.code} {line.description}
                </Table.Td>
                <Table.Td ta="right">
                  <Quantity value={line.quantity} unit={line.unit} />
                </Table.Td>
                <Table.Td ta="right">
                  <Price value={line.unitPrice} />
                </Table.Td>
                <Table.Td ta="right">
                  <Money value={line.amountYen} />
                </Table.Td>
                <Table.Td>{t(`accounting.category.${line.taxCategory}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <TaxTable invoice={invoice} />
    </>
  );
}

/** Totals per rate, as a qualified invoice must show them. */
function TaxTable({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  return (
    <Table mt="md" maw={520} ml="auto" aria-label={t("accounting.invoice.perRate")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("accounting.invoice.rate")}</Table.Th>
          <Table.Th ta="right">{t("accounting.invoice.net")}</Table.Th>
          <Table.Th ta="right">{t("accounting.tax.tax")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {invoice.taxes.map((tax) => (
          <Table.Tr key={tax.taxCategory}>
            <Table.Td>{t(`accounting.category.${tax.taxCategory}`)}</Table.Td>
            <Table.Td ta="right">
              <Money value={tax.netYen} />
            </Table.Td>
            <Table.Td ta="right">
              <Money value={tax.taxYen} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th>{t(totalLabel(invoice))}</Table.Th>
          <Table.Th colSpan={2} ta="right">
            <Money value={invoice.totalYen} unit />
          </Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

function Payments({ invoice }: { readonly invoice: Invoice }) {
  const t = useText();
  return (
    <ChainList
      none={t("accounting.invoice.noPayments")}
      steps={invoice.payments.map((one) => ({
        id: one.id,
        label: one.number,
        detail: (
          <>
            <DateText value={one.receivedOn ?? one.sentOn} /> <Money value={one.amountYen} />
            {one.allowanceYen !== "0" && (
              <>
                {" "}
                {t("accounting.payment.allowance")} <Money value={one.allowanceYen} />
              </>
            )}
          </>
        ),
        to: `accounting/payments/${one.id}`,
      }))}
    />
  );
}
