import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { accountTarget } from "../../server/accounting/account-import.ts";
import { insertBankRows } from "../../server/accounting/bank-row.store.ts";
import { bankRowTarget } from "../../server/accounting/bank-row-import.ts";
import { closeMonth, createFiscalYear, findingsOf, reopenMonth } from "../../server/accounting/close-month.service.ts";
import { answerInvoice, invoiceFindings, issueRun, previewRun } from "../../server/accounting/invoice.service.ts";
import { loadInvoice } from "../../server/accounting/invoice-list.store.ts";
import { journalTarget } from "../../server/accounting/journal-import.ts";
import { postManualEntry } from "../../server/accounting/manual-entry.service.ts";
import { cashItems, openItems } from "../../server/accounting/open-items.service.ts";
import { approvePayment, draftPayments, proposePayments, sendApproved } from "../../server/accounting/pay.service.ts";
import { loadWaitingDrafts } from "../../server/accounting/payment-draft.store.ts";
import {
  applyToInvoices,
  matchRow,
  proposeForRow,
  receiveFromOutside,
} from "../../server/accounting/receipt.service.ts";
import { query } from "../../server/platform/db/index.ts";
import { applyImport } from "../../server/platform/files/import-frame.ts";
import { readTableFile } from "../../server/platform/files/read-table-file.ts";
import { type ImportTarget, newId, type Tx, tell } from "../../server/platform/index.ts";
import { runJobsOnce } from "../../server/platform/jobs/index.ts";
import { judge, placeTrade, receive, ship } from "../../server/trade/index.ts";
import type { TestCompany } from "../support/world.ts";
import { codeOf, done, plantTwoFirms, TODAY, type TwoFirms } from "./two-firms.ts";

let firms: TwoFirms;
let asSeller: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
let asBuyer: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
let november: string;
let december: string;

beforeAll(async () => {
  firms = await plantTwoFirms();
  asSeller = (work) => firms.world.as(firms.seller, work);
  asBuyer = (work) => firms.world.as(firms.buyer, work);
  await asSeller((tx) =>
    query(tx, "update app.company set registration_number = 'T5000012010008' where company_id = $1", [tx.companyId]),
  );
  const { tradeId } = done(
    await asBuyer((tx) =>
      placeTrade(tx, {
        side: "B",
        partnerId: firms.supplierCard,
        firstState: "placed",
        orderedOn: TODAY,
        lines: [{ item: "SHAFT-1", quantity: decimal(15), wantedOn: "2026-12-10" }],
      }),
    ),
  );
  november = await delivered(tradeId, 10);
  december = await delivered(tradeId, 5);
});
afterAll(() => firms.world.close());

async function delivered(tradeId: string, quantity: number): Promise<string> {
  const shipped = done(
    await asSeller((tx) =>
      ship(tx, { shippedOn: TODAY, lines: [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }] }),
    ),
  );
  done(await asBuyer((tx) => receive(tx, { deliveryId: shipped.deliveryId, receivedOn: TODAY })));
  return shipped.deliveryId;
}
const accept = (deliveryId: string, quantity: number, judgedOn: string) =>
  asBuyer((tx) => judge(tx, { deliveryId, judgedOn, lines: [{ lineNumber: 1, accepted: decimal(quantity) }] }));

/** What is owed by the documents is what the control account holds, on both sides. */
async function owed(company: TestCompany, side: "S" | "B"): Promise<bigint> {
  return firms.world.as(company, async (tx) => {
    const items = await openItems(tx, side, "2026-12-05");
    expect(items.totalYen).toBe(items.accountYen);
    return items.totalYen;
  });
}

describe("closing months", () => {
  test("what is accepted is owed at once, before any invoice", async () => {
    done(await accept(november, 10, TODAY));
    expect([await owed(firms.seller, "S"), await owed(firms.buyer, "B")]).toEqual([13205n, 13205n]);
  });

  test("months close in order, when they are over, and only with stock that equals its accounts", async () => {
    expect(codeOf(await asSeller((tx) => closeMonth(tx, "2026-11", "2026-12-05")))).toBe("PERIOD_EARLIER_OPEN");
    done(await asSeller((tx) => closeMonth(tx, "2026-10", TODAY)));
    expect(codeOf(await asSeller((tx) => closeMonth(tx, "2026-11", TODAY)))).toBe("PERIOD_NOT_OVER");
    const refused = await asSeller((tx) => closeMonth(tx, "2026-11", "2026-12-05"));
    expect(refused.ok ? [] : refused.refusals.map(({ code, values }) => [code, values])).toEqual([
      ["STOCK_DIFFERS_FROM_ACCOUNT", { role: "finishedGoods", difference: "-700000" }],
    ]);
    done(
      await asSeller((tx) =>
        tell(tx, [
          {
            kind: "opening",
            companyId: firms.seller.id,
            eventOn: TODAY,
            sourceKind: "opening",
            sourceId: newId(),
            lines: [{ role: "finishedGoods", amountYen: 700000n }],
          } as never,
        ]),
      ),
    );
    const findings = done(await asSeller((tx) => findingsOf(tx, "2026-11", "2026-12-05")));
    expect(findings.map(({ severity, code }) => [severity, code])).toEqual([
      ["warns", "OPENING_INCOMPLETE"],
      ["warns", "DELIVERIES_NOT_ACCEPTED"],
      ["warns", "CLOSINGS_NOT_INVOICED"],
    ]);
    done(await asSeller((tx) => closeMonth(tx, "2026-11", "2026-12-05")));
  });

  test("a partner's acceptance in my closed month is posted on my first open day; my own entry is refused", async () => {
    done(await accept(december, 5, "2026-11-30"));
    const posted = await asSeller((tx) =>
      query<{ posted_on: string; event_on: string }>(
        tx,
        "select posted_on, event_on from app.journal_entry where company_id = $1 and kind = 'goods_accepted_sold' order by id desc limit 1",
        [tx.companyId],
      ),
    );
    expect(posted).toEqual([{ posted_on: "2026-12-01", event_on: "2026-11-30" }]);
    const own = await asSeller((tx) =>
      postManualEntry(tx, {
        postingOn: "2026-11-30",
        description: "雑費",
        lines: [
          { account: "7390", debitYen: 1n },
          { account: "1110", creditYen: 1n },
        ],
      }),
    );
    expect(own.ok ? "" : own.refusals[0]).toMatchObject({ code: "PERIOD_CLOSED", field: "postingOn" });
    expect(await owed(firms.seller, "S")).toBe(await owed(firms.buyer, "B"));
  });

  test("only the latest closed month opens again, and a fiscal year is made once", async () => {
    expect(codeOf(await asSeller((tx) => reopenMonth(tx, "2026-10", "修正")))).toBe("PERIOD_LATER_CLOSED");
    done(await asSeller((tx) => reopenMonth(tx, "2026-11", "修正")));
    done(await asSeller((tx) => closeMonth(tx, "2026-11", "2026-12-05")));
    expect(codeOf(await asBuyer((tx) => createFiscalYear(tx, 2027)))).toBe("");
    expect(codeOf(await asBuyer((tx) => createFiscalYear(tx, 2027)))).toBe("FISCAL_YEAR_EXISTS");
    expect(codeOf(await asSeller((tx) => createFiscalYear(tx, 2026)))).toBe("FISCAL_YEAR_BEHIND_CLOSED");
  });
});

describe("billing and paying", () => {
  let invoiceId: string;

  test("the closing run shows each customer once and issues what it showed, a qualified invoice", async () => {
    const [row, ...more] = await asSeller((tx) => previewRun(tx, { side: "S", closingOn: "2026-11-30" }));
    expect(more).toEqual([]);
    expect([row!.closesToday, row!.netYen, row!.taxYen, row!.events.length]).toEqual([true, 18007n, 1800n, 2]);
    const issued = done(
      await asSeller((tx) =>
        issueRun(tx, "S", { closingOn: "2026-11-30", issuedOn: "2026-12-01", partnerIds: [firms.customerCard] }),
      ),
    );
    invoiceId = issued[0]!.invoiceId;
    const invoice = (await asSeller((tx) => loadInvoice(tx, invoiceId)))!;
    expect(invoiceFindings(invoice).filter((one) => one.severity === "error")).toEqual([]);
    expect(invoice.registrationNumber).toBe("T5000012010008");
    expect(await firms.world.as(firms.stranger, (tx) => loadInvoice(tx, invoiceId))).toBeUndefined();
    expect([await owed(firms.seller, "S"), await owed(firms.buyer, "B")]).toEqual([19807n, 19807n]);
  });

  test("the buyer disputes with a reason, then acknowledges; the issuer does not answer itself", async () => {
    const answer = (kind: "acknowledged" | "disputed", reason?: string) =>
      asBuyer((tx) => answerInvoice(tx, invoiceId, { kind, reason }));
    expect(codeOf(await answer("disputed"))).toBe("REASON_NEEDED");
    expect(done(await answer("disputed", "数量が違う")).state).toBe("disputed");
    const early = await asBuyer((tx) =>
      draftPayments(tx, { sentOn: "2026-12-04", kind: "transfer", fundRole: "bank", invoiceIds: [invoiceId] }),
    );
    expect(codeOf(early)).toBe("INVOICE_DISPUTED");
    expect(codeOf(await asSeller((tx) => answerInvoice(tx, invoiceId, { kind: "acknowledged" })))).toBe(
      "INVOICE_ANSWER_NOT_YOURS",
    );
    expect(done(await answer("acknowledged")).state).toBe("acknowledged");
  });

  test("a payment is proposed, approved and sent; the bank's row finds it; nothing is owed any more", async () => {
    const [proposal] = await asBuyer((tx) => proposePayments(tx, { dueUntil: "2027-01-31" }));
    expect(proposal).toMatchObject({ openYen: 19807n, hasBankAccount: false });
    const input = {
      sentOn: "2026-12-04",
      kind: "transfer" as const,
      fundRole: "bank" as const,
      invoiceIds: [invoiceId],
    };
    done(await asBuyer((tx) => draftPayments(tx, input)));
    expect(codeOf(await asBuyer((tx) => draftPayments(tx, input)))).toBe("INVOICE_IN_DRAFT");
    const [draft] = await asBuyer(loadWaitingDrafts);
    const send = (version: number) => asBuyer((tx) => sendApproved(tx, draft!.id, { version, feeYen: 330n }));
    expect(codeOf(await send(1))).toBe("PAYMENT_NOT_APPROVED");
    done(await asBuyer((tx) => approvePayment(tx, draft!.id, 1)));
    expect(codeOf(await send(1))).toBe("STALE_VERSION");
    done(await send(2));
    expect(await asBuyer(loadWaitingDrafts)).toEqual([]);

    const [rowId] = await asSeller((tx) =>
      insertBankRows(tx, [
        { receivedOn: "2026-12-04", number: "1", payerName: "サカイクミタテ", remittanceText: "", amountYen: "19807" },
      ]),
    );
    const { proposals } = done(await asSeller((tx) => proposeForRow(tx, rowId!)));
    expect(proposals.map((one) => one.reason)).toEqual(["payment_sent"]);
    const match = (paymentId: string | null) =>
      asSeller((tx) => matchRow(tx, rowId!, { version: 1, paymentId, allocations: [] }));
    done(await match(proposals[0]!.paymentId));
    expect(codeOf(await match(proposals[0]!.paymentId))).toBe("STALE_VERSION");
    expect([await owed(firms.seller, "S"), await owed(firms.buyer, "B")]).toEqual([0n, 0n]);
  });

  test("an outside customer's transfer less its bank fee is proposed with the fee; money nobody knows waits and is matched later", async () => {
    const sold = async (quantity: number) => {
      const { tradeId } = done(
        await asSeller((tx) =>
          placeTrade(tx, {
            side: "S",
            partnerId: firms.outsideCustomer,
            firstState: "confirmed",
            orderedOn: "2026-12-01",
            lines: [{ item: "SHAFT-1", quantity: decimal(quantity), wantedOn: "2026-12-10" }],
          }),
        ),
      );
      const lines = [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }];
      const { deliveryId } = done(await asSeller((tx) => ship(tx, { shippedOn: "2026-12-02", lines })));
      done(await asSeller((tx) => receive(tx, { deliveryId, receivedOn: "2026-12-02" })));
      const judged = [{ lineNumber: 1, accepted: decimal(quantity) }];
      done(await asSeller((tx) => judge(tx, { deliveryId, judgedOn: "2026-12-02", lines: judged })));
      const issued = await asSeller((tx) =>
        issueRun(tx, "S", {
          closingOn: "2026-12-02",
          issuedOn: "2026-12-02",
          partnerIds: [firms.outsideCustomer],
          single: true,
        }),
      );
      return done(issued)[0]!;
    };
    const first = await sold(4);
    expect(first.totalYen).toBe(5720n);
    const [rowId] = await asSeller((tx) =>
      insertBankRows(tx, [
        { receivedOn: "2026-12-03", number: "2", payerName: "ｶ)OUT-C", remittanceText: "", amountYen: "5390" },
      ]),
    );
    const { proposals } = done(await asSeller((tx) => proposeForRow(tx, rowId!)));
    expect(proposals[0]).toMatchObject({ reason: "fee_taken_off", feeTakenOffYen: 330n });
    const { partnerId, parts } = proposals[0]!;
    done(await asSeller((tx) => matchRow(tx, rowId!, { version: 1, partnerId, allocations: parts })));
    expect(await owed(firms.seller, "S")).toBe(0n);

    const second = await sold(2);
    const pay = { partnerId: firms.outsideCustomer, receivedOn: "2026-12-03", reference: "" };
    const money = done(
      await asSeller((tx) => receiveFromOutside(tx, { ...pay, amountYen: 3000n, kind: "transfer", allocations: [] })),
    );
    const advance = done(
      await asSeller((tx) => receiveFromOutside(tx, { ...pay, amountYen: 900n, kind: "advance", allocations: [] })),
    );
    expect(await owed(firms.seller, "S")).toBe(2860n);
    const apply = (paymentId: string, amountYen: bigint) =>
      asSeller((tx) =>
        applyToInvoices(tx, paymentId, {
          appliedOn: "2026-12-05",
          allocations: [{ invoiceId: second.invoiceId, amountYen }],
        }),
      );
    done(await apply(money.paymentId, 2000n));
    done(await apply(advance.paymentId, 860n));
    expect(codeOf(await apply(advance.paymentId, 1n))).toBe("INVOICE_MATCHED_ALREADY");
    expect(await owed(firms.seller, "S")).toBe(0n);
    const linked = await asSeller((tx) =>
      receiveFromOutside(tx, { ...pay, partnerId: firms.customerCard, amountYen: 1n, kind: "cash", allocations: [] }),
    );
    expect(codeOf(linked)).toBe("PAYER_TELLS_ITSELF");
  });

  test("money expected comes from invoices and from what will be billed", async () => {
    const items = await asBuyer(cashItems);
    expect(items.reduce((sum, item) => sum + item.amountYen, 0n)).toBe(0n);
  });

  test("December closes for both, and every invariant holds", async () => {
    for (const [as, months] of [
      [asSeller, ["2026-12"]],
      [asBuyer, ["2026-10", "2026-11", "2026-12"]],
    ] as const)
      for (const month of months) done(await as((tx) => closeMonth(tx, month, "2027-01-04")));
    await runJobsOnce(firms.world.databases);
    const { rows } = await firms.world.databases.job.query<{ invariant: string; broken: string; examples: string[] }>(
      "select invariant, broken::text, examples from guard.examine() where broken > 0",
    );
    expect(rows).toEqual([]);
  });
});

describe("files", () => {
  const imported = async <Row, Action>(target: ImportTarget<Row, Tx, Action>, csv: string) => {
    const read = await readTableFile(Buffer.from(csv), target.spec, { locale: "ja" });
    return asBuyer((tx) => applyImport(tx, target, done(read), { locale: "ja" }));
  };
  const cases = [
    {
      name: "accounts",
      run: () =>
        imported(
          accountTarget,
          "科目コード,科目名,種類,決算書の区分\n7391,研修費,費用,販売費及び一般管理費\n7390,雑費（本社）,費用,販売費及び一般管理費\n",
        ),
      first: [1, 1, 0],
    },
    {
      name: "entries",
      run: () =>
        imported(
          journalTarget,
          "伝票番号,行,日付,科目コード,借方金額,貸方金額,摘要\nP-1,1,2027/01/25,6210,1200000,,1月分 賃金\nP-1,2,2027/01/25,2160,,1200000,1月分 賃金\n",
        ),
      first: [2, 0, 0],
    },
    {
      name: "bank receipts",
      run: () =>
        imported(
          bankRowTarget,
          "入金日,取引番号,入金額,振込依頼人\n2027/01/05,1,5000,ｶ)ﾃｽﾄ\n2027/01/05,2,5000,ｶ)ﾃｽﾄ\n",
        ),
      first: [2, 0, 0],
    },
  ];
  test.each(cases)("$name imported twice are there once", async ({ run, first }) => {
    const one = await run();
    expect([one.inserted, one.updated, one.unchanged, one.problems]).toEqual([...first, []]);
    const again = await run();
    expect([again.inserted, again.updated, again.unchanged, again.problems]).toEqual([0, 0, 2, []]);
  });
  test("a slip that does not balance, in a closed month, or posted otherwise brings its sentence and nothing else", async () => {
    const head = "伝票番号,行,日付,科目コード,借方金額,貸方金額,摘要\n";
    const result = await imported(
      journalTarget,
      `${head}P-2,1,2027/01/25,6210,100,,a\nP-2,2,2027/01/25,2160,,90,a\nP-3,1,2026/11/25,6210,100,,a\nP-3,2,2026/11/25,2160,,100,a\nP-1,1,2027/01/25,6210,7,,x\nP-1,2,2027/01/25,2160,,7,x\n`,
    );
    expect(result.isAccepted).toBe(false);
    expect(result.problems.map((problem) => [problem.line, problem.code])).toEqual([
      [3, "ENTRY_NOT_BALANCED"],
      [4, "PERIOD_CLOSED"],
      [5, "PERIOD_CLOSED"],
      [6, "SLIP_POSTED_OTHERWISE"],
      [7, "SLIP_POSTED_OTHERWISE"],
    ]);
  });
});
