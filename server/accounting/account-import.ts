import { type AccountTableRow, accountTable } from "../../domain/accounting/index.ts";
import { decideRows, type ImportTarget, type RowProblem, type Tx } from "../platform/index.ts";
import { type AccountRow, asTableRow, insertAccounts, loadChart, updateAccount } from "./account.store.ts";

interface Stored {
  readonly row: AccountTableRow;
  readonly account: AccountRow;
}
type Action = { readonly wanted: AccountTableRow; readonly stored: AccountRow | undefined };

/** The chart from a file: new accounts are added, names change, what an account is stays. */
export const accountTarget: ImportTarget<AccountTableRow, Tx, Action> = {
  spec: accountTable,
  async resolve(tx, rows, context) {
    const chart = new Map<string, Stored>(
      (await loadChart(tx)).map((account) => [account.code, { row: asTableRow(account), account }]),
    );
    return decideRows<AccountTableRow, Stored, Action>(
      {
        spec: accountTable,
        find: (values) => chart.get(values.code),
        defaults: { isContra: false, isActive: true },
        problems: (wanted, stored): RowProblem<AccountTableRow>[] => {
          if (!stored) return [];
          return (["type", "section", "isContra"] as const)
            .filter((field) => wanted[field] !== stored.row[field])
            .map((field) => ({ field, code: "ACCOUNT_KIND_STAYS", values: { account: wanted.code } }));
        },
        action: (wanted, stored) => ({ wanted, stored: stored?.account }),
      },
      rows,
      context,
    );
  },
  async apply(tx, actions) {
    const shape = ({ wanted }: Action) => ({
      code: wanted.code,
      nameJa: wanted.nameJa,
      nameEn: wanted.nameEn ?? "",
      kana: wanted.kana ?? "",
      etaxCode: wanted.etaxCode ?? "",
      isActive: wanted.isActive ?? true,
    });
    await insertAccounts(
      tx,
      actions
        .filter(({ action }) => !action.stored)
        .map(({ action }) => ({
          ...shape(action),
          type: action.wanted.type,
          section: action.wanted.section,
          isContra: action.wanted.isContra ?? false,
        })),
    );
    for (const { action } of actions)
      if (action.stored)
        await updateAccount(tx, action.stored.id, { ...shape(action), version: action.stored.version });
  },
};
