import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal } from "../../domain/shared/index.ts";
import { insertBankRows, listBankRows } from "../../server/accounting/bank-row.store.ts";
import { issueRun } from "../../server/accounting/invoice.service.ts";
import { loadInvoice } from "../../server/accounting/invoice-list.store.ts";
import { partnerLedger } from "../../server/accounting/ledger.service.ts";
import { openItems } from "../../server/accounting/open-items.service.ts";
import { approvePayment, draftPayments, sendApproved } from "../../server/accounting/pay.service.ts";
import { loadWaitingDrafts } from "../../server/accounting/payment-draft.store.ts";
import { loadPaymentRecord } from "../../server/accounting/payment-list.store.ts";
import {
  applyToInvoices,
  confirmReceipt,
  matchRow,
  receiveFromOutside,
  takeBack,
} from "../../server/accounting/receipt.service.ts";
import { newId, type Tx, tell } from "../../server/platform/index.ts";
import { runJobsOnce } from "../../server/platform/jobs/index.ts";
import { judge, placeTrade, receive, returnGoods, ship } from "../../server/trade/index.ts";
import type { TestCompany } from "../support/world.ts";
import { books, codeOf, done, plantTwoFirms, TODAY, type TwoFirms } from "./two-firms.ts";

let firms: TwoFirms;
let asSeller: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
let asBuyer: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

beforeAll(async () => {
  firms = await plantTwoFirms();
  asSeller = (work) => firms.world.as(firms.seller, work);
  asBuyer = (work) => firms.world.as(firms.buyer, work);
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
});
afterAll(() => firms.world.close());

/** What is owed by the documents is what the control account holds. */
async function owed(company: TestCompany, side: "S" | "B"): Promise<bigint> {
  return firms.world.as(company, async (tx) => {
    const items = await openItems(tx, side, TODAY);
    expect(items.totalYen).toBe(items.accountYen);
    return items.totalYen;
  });
}

/** Goods sold to the partner, delivered and accepted. @returns the delivery */
async function sold(partnerId: string, quantity: number): Promise<string> {
  const isOutside = partnerId === firms.outsideCustomer;
  const { tradeId } = isOutside
    ? done(
        await asSeller((tx) =>
          placeTrade(tx, {
            side: "S",
            partnerId,
            firstState: "confirmed",
            orderedOn: TODAY,
            lines: [{ item: "SHAFT-1", quantity: decimal(quantity), wantedOn: "2026-12-10" }],
          }),
        ),
      )
    : done(
        await asBuyer((tx) =>
          placeTrade(tx, {
            side: "B",
            partnerId: firms.supplierCard,
            firstState: "placed",
            orderedOn: TODAY,
            lines: [{ item: "SHAFT-1", quantity: decimal(quantity), wantedOn: "2026-12-10" }],
          }),
        ),
      );
  const lines = [{ tradeId, lineNumber: 1, quantity: decimal(quantity) }];
  const { deliveryId } = done(await asSeller((tx) => ship(tx, { shippedOn: TODAY, lines })));
  const asReceiver = isOutside ? asSeller : asBuyer;
  done(await asReceiver((tx) => receive(tx, { deliveryId, receivedOn: TODAY })));
  const judged = [{ lineNumber: 1, accepted: decimal(quantity) }];
  done(await asReceiver((tx) => judge(tx, { deliveryId, judgedOn: TODAY, lines: judged })));
  return deliveryId;
}

async function billed(partnerId: string): Promise<{ invoiceId: string; number: string; totalYen: bigint }> {
  const issued = await asSeller((tx) =>
    issueRun(tx, "S", { closingOn: TODAY, issuedOn: TODAY, partnerIds: [partnerId], single: true }),
  );
  return done(issued)[0]!;
}

const bringBack = (as: typeof asSeller, deliveryId: string, quantity: number) =>
  as((tx) =>
    returnGoods(tx, {
      deliveryId,
      returnedOn: TODAY,
      lines: [{ lineNumber: 1, quantity: decimal(quantity), reason: "傷" }],
    }),
  );

describe("a credit note", () => {
  let invoice: { invoiceId: string; number: string; totalYen: bigint };
  let credit: { invoiceId: string; number: string; totalYen: bigint };
  let small: { invoiceId: string; number: string; totalYen: bigint };

  test("names the invoice it lessens, and each side finds one from the other", async () => {
    const delivery = await sold(firms.customerCard, 10);
    invoice = await billed(firms.customerCard);
    done(await bringBack(asBuyer, delivery, 4));
    credit = await billed(firms.customerCard);
    expect([invoice.totalYen, credit.totalYen]).toEqual([13205n, -5282n]);
    const shown = (await asBuyer((tx) => loadInvoice(tx, credit.invoiceId)))!;
    expect(shown.credits).toMatchObject({ id: invoice.invoiceId, number: invoice.number });
    const lessened = (await asSeller((tx) => loadInvoice(tx, invoice.invoiceId)))!;
    expect(lessened.creditedBy.map((one) => one.number)).toEqual([credit.number]);
  });

  test("alone is not paid, and lessens what is paid for invoices: one payment settles both on both sides", async () => {
    const draft = (invoiceIds: string[]) =>
      asBuyer((tx) => draftPayments(tx, { sentOn: TODAY, kind: "transfer", fundRole: "bank", invoiceIds }));
    expect(codeOf(await draft([credit.invoiceId]))).toBe("CREDIT_NOTE_NOT_PAID");
    done(await draft([invoice.invoiceId, credit.invoiceId]));
    const [waiting] = await asBuyer(loadWaitingDrafts);
    done(await asBuyer((tx) => approvePayment(tx, waiting!.id, 1)));
    const sent = done(await asBuyer((tx) => sendApproved(tx, waiting!.id, { version: 2, feeYen: 0n })));
    const paid = (await asBuyer((tx) => loadPaymentRecord(tx, sent.paymentId)))!;
    expect([paid.amountYen, paid.unappliedYen]).toEqual(["7923", "0"]);
    done(await asSeller((tx) => confirmReceipt(tx, sent.paymentId, { receivedOn: TODAY, fundRole: "bank" })));
    for (const as of [asSeller, asBuyer])
      for (const id of [invoice.invoiceId, credit.invoiceId])
        expect((await as((tx) => loadInvoice(tx, id)))!.state).toBe("settled");
    expect([await owed(firms.seller, "S"), await owed(firms.buyer, "B")]).toEqual([0n, 0n]);
  });

  test("of a customer outside is set against an invoice without money, and the books stay as they are", async () => {
    const delivery = await sold(firms.outsideCustomer, 3);
    const first = await billed(firms.outsideCustomer);
    done(await bringBack(asSeller, delivery, 1));
    small = await billed(firms.outsideCustomer);
    const before = await books(firms, firms.seller);
    const set = (amountYen: bigint, credited: bigint, applied: bigint) =>
      asSeller((tx) =>
        receiveFromOutside(tx, {
          partnerId: firms.outsideCustomer,
          receivedOn: TODAY,
          amountYen,
          kind: "offset",
          reference: "",
          allocations: [
            { invoiceId: small.invoiceId, amountYen: credited },
            { invoiceId: first.invoiceId, amountYen: applied },
          ],
        }),
      );
    expect(codeOf(await set(0n, 1430n, 1431n))).toBe("ALLOCATED_ABOVE_PAYMENT");
    expect(codeOf(await set(0n, 1430n, 1429n))).toBe("CREDIT_NOTES_ABOVE_INVOICES");
    expect(codeOf(await set(0n, 1431n, 1431n))).toBe("PAID_ABOVE_INVOICE");
    done(await set(0n, 1430n, 1430n));
    expect(await books(firms, firms.seller)).toEqual(before);
    expect((await asSeller((tx) => loadInvoice(tx, small.invoiceId)))!.state).toBe("settled");
    expect((await asSeller((tx) => loadInvoice(tx, first.invoiceId)))!.openYen).toBe("2860");
    expect(await owed(firms.seller, "S")).toBe(2860n);
  });
});

describe("a payment taken back", () => {
  test("with fee and later match leaves books, invoices and the bank's row as before; once only", async () => {
    await sold(firms.outsideCustomer, 2);
    const first = await billed(firms.outsideCustomer);
    const before = await books(firms, firms.seller);
    const owedBefore = await owed(firms.seller, "S");
    const [rowId] = await asSeller((tx) =>
      insertBankRows(tx, [
        { receivedOn: TODAY, number: "9", payerName: "ｶ)OUT-C", remittanceText: "", amountYen: "3000" },
      ]),
    );
    const booked = done(
      await asSeller((tx) =>
        matchRow(tx, rowId!, {
          version: 1,
          partnerId: firms.outsideCustomer,
          allocations: [{ invoiceId: first.invoiceId, amountYen: 2530n, allowanceYen: 330n }],
        }),
      ),
    );
    expect((await asSeller((tx) => loadInvoice(tx, first.invoiceId)))!.state).toBe("settled");
    const back = (reversedOn: string) =>
      asSeller((tx) => takeBack(tx, booked.paymentId, { reversedOn, reason: "別の得意先の入金" }));
    expect(codeOf(await back("2026-11-20"))).toBe("REVERSAL_BEFORE_PAYMENT");
    done(await back(TODAY));
    expect(codeOf(await back(TODAY))).toBe("PAYMENT_REVERSED_ALREADY");
    expect(await books(firms, firms.seller)).toEqual(before);
    expect(await owed(firms.seller, "S")).toBe(owedBefore);
    const open = (await asSeller((tx) => loadInvoice(tx, first.invoiceId)))!;
    expect([open.state, open.openYen]).toEqual(["issued", "2860"]);
    const rows = done(await asSeller((tx) => listBankRows(tx, { limit: 10, state: "open" } as never)));
    expect(rows.rows.map((row) => row.number)).toEqual(["9"]);
    const paid = (await asSeller((tx) => loadPaymentRecord(tx, booked.paymentId)))!;
    expect([paid.state, paid.unappliedYen, paid.reversedByNumber]).toEqual(["reversed", "0", expect.any(String)]);
    const again = await asSeller((tx) =>
      applyToInvoices(tx, booked.paymentId, {
        appliedOn: TODAY,
        allocations: [{ invoiceId: first.invoiceId, amountYen: 1n }],
      }),
    );
    expect(codeOf(again)).toBe("NOTHING_TO_APPLY");
  });

  test("an advance applied to an invoice goes back whole", async () => {
    await sold(firms.outsideCustomer, 1);
    const first = await billed(firms.outsideCustomer);
    const before = await books(firms, firms.seller);
    const advance = done(
      await asSeller((tx) =>
        receiveFromOutside(tx, {
          partnerId: firms.outsideCustomer,
          receivedOn: TODAY,
          amountYen: 2000n,
          kind: "advance",
          reference: "",
          allocations: [],
        }),
      ),
    );
    const allocations = [{ invoiceId: first.invoiceId, amountYen: 1000n }];
    done(await asSeller((tx) => applyToInvoices(tx, advance.paymentId, { appliedOn: TODAY, allocations })));
    const twice = await asSeller((tx) => applyToInvoices(tx, advance.paymentId, { appliedOn: TODAY, allocations }));
    expect(codeOf(twice)).toBe("INVOICE_MATCHED_ALREADY");
    done(await asSeller((tx) => takeBack(tx, advance.paymentId, { reversedOn: TODAY, reason: "誤り" })));
    expect(await books(firms, firms.seller)).toEqual(before);
  });

  test("to a supplier on the platform: by the payer, while the money has not arrived; not by the receiver", async () => {
    await sold(firms.customerCard, 1);
    const first = await billed(firms.customerCard);
    const before = [await books(firms, firms.seller), await books(firms, firms.buyer)];
    const pay = async () => {
      done(
        await asBuyer((tx) =>
          draftPayments(tx, { sentOn: TODAY, kind: "transfer", fundRole: "bank", invoiceIds: [first.invoiceId] }),
        ),
      );
      const [waiting] = await asBuyer(loadWaitingDrafts);
      done(await asBuyer((tx) => approvePayment(tx, waiting!.id, 1)));
      return done(await asBuyer((tx) => sendApproved(tx, waiting!.id, { version: 2, feeYen: 330n }))).paymentId;
    };
    const wrong = await pay();
    const input = { reversedOn: TODAY, reason: "二重払い" };
    expect(codeOf(await asSeller((tx) => takeBack(tx, wrong, input)))).toBe("PAYMENT_NOT_YOURS");
    expect(codeOf(await firms.world.as(firms.stranger, (tx) => takeBack(tx, wrong, input)))).toBe("NOT_FOUND");
    done(await asBuyer((tx) => takeBack(tx, wrong, input)));
    expect([await books(firms, firms.seller), await books(firms, firms.buyer)]).toEqual(before);
    const received = await asSeller((tx) => confirmReceipt(tx, wrong, { receivedOn: TODAY, fundRole: "bank" }));
    expect(codeOf(received)).toBe("PAYMENT_REVERSED_ALREADY");
    const right = await pay();
    done(await asSeller((tx) => confirmReceipt(tx, right, { receivedOn: TODAY, fundRole: "bank" })));
    expect(codeOf(await asBuyer((tx) => takeBack(tx, right, input)))).toBe("PAYMENT_ARRIVED");
    expect(await owed(firms.buyer, "B")).toBe(0n);
  });
});

test("a partner's ledger ends at what the partner owes, on any page", async () => {
  const range = { postedOnFrom: "2026-11-01", postedOnTo: "2026-11-30", limit: 500 };
  const whole = done(await asSeller((tx) => partnerLedger(tx, "S", firms.outsideCustomer, range)));
  expect(whole.openingYen).toBe(0n);
  expect(whole.rows.at(-1)!.balanceYen).toBe(whole.closingYen);
  const items = await asSeller((tx) => openItems(tx, "S", TODAY));
  expect(whole.closingYen).toBe(items.rows.find((row) => row.partnerId === firms.outsideCustomer)!.totalYen);
  const first = done(await asSeller((tx) => partnerLedger(tx, "S", firms.outsideCustomer, { ...range, limit: 2 })));
  const second = done(
    await asSeller((tx) =>
      partnerLedger(tx, "S", firms.outsideCustomer, { ...range, limit: 2, cursor: first.nextCursor }),
    ),
  );
  expect(second.openingYen).toBe(first.rows[1]!.balanceYen);
  expect(second.rows[0]).toEqual(whole.rows[2]);
  const other = await firms.world.as(firms.stranger, (tx) => partnerLedger(tx, "S", firms.outsideCustomer, range));
  expect(codeOf(other)).toBe("NOT_FOUND");
});

test("every invariant holds", async () => {
  await runJobsOnce(firms.world.databases);
  const { rows } = await firms.world.databases.job.query(
    "select invariant, broken::text, examples from guard.examine() where broken > 0",
  );
  expect(rows).toEqual([]);
});
