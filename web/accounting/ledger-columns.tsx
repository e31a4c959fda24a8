import { type Column, DateText, Money, PageLink, type Translate } from "../platform/index.ts";

interface LedgerLine {
  readonly entryId: string;
  readonly entryNumber: string;
  readonly postingOn: string;
  readonly counterAccount: string | null;
  readonly description: string;
  readonly debitYen: string | null;
  readonly creditYen: string | null;
  readonly balanceYen: string;
}

/**
 * The columns both ledgers have.
 *
 * @param balance how a balance is written
 */
export function ledgerColumns<Row extends LedgerLine>(
  t: Translate,
  balance: (yen: string) => string = (yen) => yen,
): Column<Row>[] {
  const money = (id: "debitYen" | "creditYen" | "balanceYen", header: string): Column<Row> => ({
    id,
    header,
    cell: (row) => <Money value={id === "balanceYen" ? balance(row[id]) : row[id]} />,
    align: "right",
    width: 130,
  });
  return [
    {
      id: "postingOn",
      header: t("accounting.entry.postingOn"),
      cell: (row) => <DateText value={row.postingOn} />,
      width: 140,
    },
    {
      id: "entryNumber",
      header: t("accounting.entry.number"),
      cell: (row) => <PageLink to={`accounting/journal/${row.entryId}`}>{row.entryNumber}</PageLink>,
      width: 120,
    },
    {
      id: "counterAccount",
      header: t("accounting.ledger.counter"),
      cell: (row) => row.counterAccount ?? t("accounting.ledger.several"),
      width: 170,
    },
    { id: "description", header: t("accounting.entry.description"), cell: (row) => row.description, width: 260 },
    money("debitYen", t("accounting.entry.debit")),
    money("creditYen", t("accounting.entry.credit")),
    money("balanceYen", t("accounting.ledger.balance")),
  ];
}
