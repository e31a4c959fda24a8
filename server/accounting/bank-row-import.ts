import { type BankRowTableRow, bankRowTable } from "../../domain/accounting/index.ts";
import { decideRows, type ImportTarget, type RowProblem, type Tx } from "../platform/index.ts";
import { insertBankRows, loadBankTableRows } from "./bank-row.store.ts";

/** Receipts from the bank's file. A row the books know stays as it is; another amount under the same number is a mistake. */
export const bankRowTarget: ImportTarget<BankRowTableRow, Tx, BankRowTableRow> = {
  spec: bankRowTable,
  async resolve(tx, rows, context) {
    const key = (row: Pick<BankRowTableRow, "receivedOn" | "number">) => `${row.receivedOn} ${row.number}`;
    const days = [...new Set(rows.map(({ values }) => values.receivedOn))];
    const stored = new Map((await loadBankTableRows(tx, days)).map((row) => [key(row), { row }]));
    return decideRows<BankRowTableRow, { row: BankRowTableRow }, BankRowTableRow>(
      {
        spec: bankRowTable,
        find: (values) => stored.get(key(values)),
        defaults: {},
        problems: (wanted, before): RowProblem<BankRowTableRow>[] =>
          before ? [{ field: "number", code: "BANK_ROW_DIFFERS", values: { number: wanted.number } }] : [],
        action: (wanted) => wanted,
      },
      rows,
      context,
    );
  },
  apply: async (tx, actions) => {
    await insertBankRows(
      tx,
      actions.map(({ action }) => ({
        ...action,
        payerName: action.payerName ?? "",
        remittanceText: action.remittanceText ?? "",
      })),
    );
  },
};
