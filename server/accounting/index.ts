import { type AreaServer, importRoutes, withFiles } from "../platform/index.ts";
import { accountRoutes } from "./account.routes.ts";
import { asTableRow, loadChart } from "./account.store.ts";
import { accountTarget } from "./account-import.ts";
import { findSilentlyAcknowledged } from "./answer-invoice.store.ts";
import { bankRowRoutes } from "./bank-row.routes.ts";
import { loadBankTableRows } from "./bank-row.store.ts";
import { bankRowTarget } from "./bank-row-import.ts";
import { invoiceRoutes } from "./invoice.routes.ts";
import { answerInvoice } from "./invoice.service.ts";
import { journalRoutes } from "./journal.routes.ts";
import { loadManualLines } from "./journal.store.ts";
import { asJournalRow, journalTarget } from "./journal-import.ts";
import { ledgerRoutes } from "./ledger.routes.ts";
import { listFiles } from "./list-files.ts";
import { notices } from "./notices.ts";
import { paymentRoutes } from "./payment.routes.ts";
import { periodRoutes } from "./period.routes.ts";
import { reportRoutes } from "./report.routes.ts";

const files = { area: "accounting", permission: { read: "accounting.read", write: "accounting.write" } } as const;

export const area: AreaServer = {
  id: "accounting",
  title: { ja: "会計", en: "Accounting" },
  routes: withFiles(
    [
      ...accountRoutes,
      ...importRoutes({
        ...files,
        path: "/accounts",
        target: accountTarget,
        rows: async (tx) => (await loadChart(tx)).map(asTableRow),
        announces: "accounting.account",
      }),
      ...journalRoutes,
      ...importRoutes({
        ...files,
        path: "/journal-entries",
        target: journalTarget,
        rows: async (tx) => (await loadManualLines(tx)).map(asJournalRow),
        announces: "accounting.entry",
      }),
      ...reportRoutes,
      ...ledgerRoutes,
      ...periodRoutes,
      ...invoiceRoutes,
      ...paymentRoutes,
      ...bankRowRoutes,
      ...importRoutes({
        ...files,
        path: "/bank-rows",
        target: bankRowTarget,
        rows: (tx) => loadBankTableRows(tx, null),
        announces: "accounting.bankRow",
      }),
    ],
    listFiles,
  ),
  deadlines: [
    {
      name: "statement counts as acknowledged",
      find: findSilentlyAcknowledged,
      act: (tx, _today, id) => answerInvoice(tx, id, { kind: "deemed" }),
    },
    ...notices,
  ],
  refusalStatus: {
    PERIOD_CLOSED: 409,
    ENTRY_REVERSED_ALREADY: 409,
    BANK_ROW_MATCHED: 409,
    PAYMENT_RECEIVED_ALREADY: 409,
  },
};
export { openBooks } from "./open-books.store.ts";
export { postHappenings } from "./post-happenings.service.ts";
