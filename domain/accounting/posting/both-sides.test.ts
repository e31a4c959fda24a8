import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  invoiceTaxDifference,
  type Purpose,
  priceSettlementShares,
  SELLER_TAX_STATUSES,
  type Supply,
  stockReceiptValues,
  TAX_CATEGORIES,
} from "../../shared/index.ts";
import { type AccountRole, STOCK_ROLES } from "../account.ts";
import { imbalanceYen, type JournalEntryDraft } from "../journal.ts";
import type { PostingEvent } from "./events.ts";
import { postEvent } from "./post-event.ts";

const head = {
  companyId: "c1",
  eventOn: "2026-11-23",
  postingOn: "2026-11-23",
  sourceKind: "delivery",
  sourceId: "d1",
  partnerId: "p1",
};
const yen = fc.bigInt({ min: 0n, max: 10n ** 9n });
const signedYen = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n });
const act = fc.constantFrom("applies" as const, "does_not_apply" as const, "unknown" as const);
const settles = fc.constantFrom("provisional_price" as const, "ordered_price" as const);
const status = fc.constantFrom(...SELLER_TAX_STATUSES);
const costed = fc
  .array(fc.record({ stockRole: fc.constantFrom(...STOCK_ROLES), costYen: yen }), { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((line, index) => ({ ...line, lineId: `l${index}` })));
const purpose: fc.Arbitrary<Purpose> = fc.constantFrom<Purpose>(
  { kind: "material" },
  { kind: "merchandise" },
  { kind: "semi_finished" },
  { kind: "finished_goods" },
  { kind: "supplies" },
  { kind: "outside_processing" },
  { kind: "expense", role: "consumables" },
  { kind: "asset", role: "machinery" },
);
const fundRole = fc.constantFrom("cash" as const, "checkingDeposit" as const, "bank" as const);

interface Told {
  readonly supply: Supply;
  readonly sold: readonly PostingEventLine[];
}
interface PostingEventLine {
  readonly lineId: string;
  readonly supplyKind: "product" | "merchandise" | "processing";
  readonly costYen: bigint;
  readonly costFrom: "goodsShipped" | "workInProcess" | "finishedGoods";
  readonly purpose: Purpose;
  readonly stockValueYen: bigint;
  readonly suppliedQuantity: bigint;
  readonly remainingQuantity: bigint;
}
const told = (amountYen: fc.Arbitrary<bigint>): fc.Arbitrary<Told> =>
  fc
    .record({
      lines: fc.array(
        fc.record({
          taxCategory: fc.constantFrom(...TAX_CATEGORIES),
          amountYen,
          supplyKind: fc.constantFrom("product" as const, "merchandise" as const, "processing" as const),
          costYen: yen,
          costFrom: fc.constantFrom("goodsShipped" as const, "workInProcess" as const, "finishedGoods" as const),
          purpose,
          stockValueYen: yen,
          remaining: fc.integer({ min: 0, max: 1000 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      sellerTaxStatus: status,
      taxRounding: fc.constantFrom("down" as const, "half_up" as const, "up" as const),
      suppliedOn: fc.constantFrom("2026-01-15", "2026-11-23", "2029-05-01", "2032-01-01"),
    })
    .map(({ lines, ...rest }) => ({
      supply: {
        ...rest,
        lines: lines.map(({ taxCategory, amountYen: lineYen }, index) => ({
          lineId: `l${index}`,
          taxCategory,
          amountYen: lineYen,
        })),
      },
      sold: lines.map((line, index) => ({
        ...line,
        lineId: `l${index}`,
        suppliedQuantity: 1000n,
        remainingQuantity: BigInt(line.remaining),
      })),
    }));

/** One arbitrary per kind, as a record: a kind that is missing here does not compile. */
const events: { [Kind in PostingEvent["kind"]]: fc.Arbitrary<PostingEvent> } = {
  order_confirmed: fc.constant({ ...head, kind: "order_confirmed" }),
  goods_received: fc.constant({ ...head, kind: "goods_received" }),
  goods_rejected_bought: fc.constant({ ...head, kind: "goods_rejected_bought" }),
  free_issue_sent: fc.constant({ ...head, kind: "free_issue_sent" }),
  goods_shipped: costed.map((lines) => ({ ...head, kind: "goods_shipped", lines })),
  goods_rejected: costed.map((lines) => ({ ...head, kind: "goods_rejected", lines })),
  goods_accepted_sold: told(yen).map(({ supply, sold }) => ({
    ...head,
    kind: "goods_accepted_sold",
    acceptance: "normal",
    supply,
    lines: sold,
  })),
  goods_accepted_bought: fc.tuple(told(yen), fc.boolean()).map(([{ supply, sold }, deductsInputTax]) => ({
    ...head,
    deductsInputTax,
    kind: "goods_accepted_bought",
    acceptance: "special",
    supply,
    lines: sold,
  })),
  goods_returned_sold: told(yen).map(({ supply, sold }) => ({
    ...head,
    kind: "goods_returned_sold",
    supply,
    lines: sold,
  })),
  goods_returned_bought: told(yen).map(({ supply, sold }) => ({
    ...head,
    kind: "goods_returned_bought",
    supply,
    lines: sold,
  })),
  price_settled_sold: fc.tuple(told(signedYen), act, settles).map(([{ supply, sold }, subcontractAct, what]) => ({
    ...head,
    kind: "price_settled_sold",
    settles: what,
    subcontractAct,
    supply,
    lines: sold,
  })),
  price_settled_bought: fc.tuple(told(signedYen), act, settles).map(([{ supply, sold }, subcontractAct, what]) => ({
    ...head,
    kind: "price_settled_bought",
    settles: what,
    subcontractAct,
    supply,
    lines: sold,
  })),
  free_issue_consumed: costed.map((lines) => ({ ...head, kind: "free_issue_consumed", lines })),
  material_lost: fc
    .tuple(costed, yen)
    .map(([lines, claimYen]) => ({ ...head, kind: "material_lost", lines, claimYen })),
  material_loss_owed: yen.map((claimYen) => ({ ...head, kind: "material_loss_owed", claimYen })),
  invoice_issued_sold: fc.tuple(status, signedYen).map(([sellerTaxStatus, differenceYen]) => ({
    ...head,
    kind: "invoice_issued_sold",
    sellerTaxStatus,
    differences: [{ taxCategory: "taxable_10", differenceYen }],
  })),
  invoice_issued_bought: fc
    .tuple(status, signedYen, fc.boolean())
    .map(([sellerTaxStatus, differenceYen, deductsInputTax]) => ({
      ...head,
      deductsInputTax,
      kind: "invoice_issued_bought",
      sellerTaxStatus,
      differences: [{ taxCategory: "reduced_8", differenceYen }],
    })),
  payment_sent: fc
    .record({ payableYen: yen, feeYen: yen, feeTakenOffYen: fc.constantFrom(0n, 550n), subcontractAct: act, fundRole })
    .map((payment) => ({
      ...head,
      ...payment,
      kind: "payment_sent",
    })),
  payment_received: fc
    .record({
      receivableYen: yen,
      unappliedYen: yen,
      feeTakenOffYen: fc.constantFrom(0n, 440n),
      subcontractAct: act,
      fundRole,
      sellerTaxStatus: status,
      taxCategory: fc.constantFrom(...TAX_CATEGORIES),
    })
    .map((payment) => ({
      ...head,
      ...payment,
      kind: "payment_received",
      bankYen: payment.receivableYen - payment.feeTakenOffYen + payment.unappliedYen,
    })),
  ...(Object.fromEntries(
    (
      [
        "unapplied_receipt_matched",
        "advance_received",
        "advance_received_applied",
        "advance_paid",
        "advance_paid_applied",
        "electronic_claim_recorded",
        "electronic_obligation_recorded",
        "electronic_claim_matured",
        "electronic_obligation_matured",
        "balances_offset",
      ] as const
    ).map((kind) => [
      kind,
      fc.tuple(yen, fundRole).map(([amountYen, fund]) => ({ ...head, kind, amountYen, fundRole: fund })),
    ]),
  ) as unknown as Record<
    | "unapplied_receipt_matched"
    | "advance_received"
    | "advance_received_applied"
    | "advance_paid"
    | "advance_paid_applied"
    | "electronic_claim_recorded"
    | "electronic_obligation_recorded"
    | "electronic_claim_matured"
    | "electronic_obligation_matured"
    | "balances_offset",
    fc.Arbitrary<PostingEvent>
  >),
  material_issued: costed.map((lines) => ({ ...head, kind: "material_issued", lines })),
  material_issue_returned: costed.map((lines) => ({ ...head, kind: "material_issue_returned", lines })),
  work_applied: fc
    .tuple(yen, yen)
    .map(([labourYen, machineYen]) => ({ ...head, kind: "work_applied", labourYen, machineYen })),
  work_order_completed: fc
    .tuple(costed, costed)
    .map(([outputs, scrapValues]) => ({ ...head, kind: "work_order_completed", outputs, scrapValues })),
  scrap_beyond_normal: yen.map((lossYen) => ({ ...head, kind: "scrap_beyond_normal", lossYen })),
  count_difference: fc
    .array(fc.record({ stockRole: fc.constantFrom(...STOCK_ROLES), differenceYen: signedYen }), { maxLength: 6 })
    .map((lines) => ({
      ...head,
      kind: "count_difference",
      lines: lines.map((line, index) => ({ ...line, lineId: `l${index}` })),
    })),
  opening: fc
    .array(
      fc.record({
        role: fc.constantFrom<AccountRole>("bank", "payable", "rawMaterials", "capital"),
        amountYen: signedYen,
      }),
      { maxLength: 6 },
    )
    .map((lines) => ({ ...head, kind: "opening", lines })),
};

function drafted(event: PostingEvent): JournalEntryDraft | null {
  const outcome = postEvent(event);
  if (!outcome.ok) throw new Error(outcome.refusals[0].code);
  return outcome.value;
}
const balanceOf = (role: AccountRole, ...drafts: (JournalEntryDraft | null)[]) =>
  drafts
    .flatMap((draft) => draft?.lines ?? [])
    .reduce((sum, line) => (line.role === role ? sum + line.amountYen : sum), 0n);

describe("books of one company", () => {
  test.each(Object.entries(events))("debits equal credits exactly after any %s", (_, event) => {
    fc.assert(
      fc.property(event, (told) => {
        const outcome = postEvent(told);
        if (!outcome.ok) return;
        expect(imbalanceYen(outcome.value?.lines ?? [])).toBe(0n);
        expect(outcome.value?.lines.every((line) => line.amountYen !== 0n) ?? true).toBe(true);
      }),
    );
  });

  test("stock enters with the value the entry debits, per account", () => {
    fc.assert(
      fc.property(told(yen), ({ supply, sold }) => {
        const draft = drafted({ ...head, kind: "goods_accepted_bought", acceptance: "normal", supply, lines: sold });
        const values = [...stockReceiptValues(supply, sold).values()].reduce((sum, value) => sum + value, 0n);
        expect(STOCK_ROLES.reduce((sum, role) => sum + balanceOf(role, draft), 0n)).toBe(values);
      }),
    );
  });

  test("a settled price parts exactly into stock and variance", () => {
    fc.assert(
      fc.property(told(signedYen), ({ supply, sold }) => {
        const draft = drafted({
          ...head,
          kind: "price_settled_bought",
          settles: "provisional_price",
          subcontractAct: "applies",
          supply,
          lines: sold,
        });
        const shares = [...priceSettlementShares(supply, sold).values()];
        expect(balanceOf("priceVariance", draft)).toBe(shares.reduce((sum, share) => sum + share.varianceYen, 0n));
      }),
    );
  });
});

describe("books of both sides", () => {
  test("the seller's receivable is the buyer's payable after acceptance, return, a later price and the invoice", () => {
    fc.assert(
      fc.property(told(yen), told(signedYen), fc.boolean(), ({ supply, sold }, later, deductsInputTax) => {
        const { sellerTaxStatus, taxRounding, suppliedOn } = supply;
        const settled = { ...later.supply, sellerTaxStatus, taxRounding, suppliedOn };
        const price = {
          settles: "provisional_price",
          subcontractAct: "applies",
          supply: settled,
          lines: later.sold,
        } as const;
        const mine: PostingEvent[] = [
          { ...head, kind: "goods_accepted_sold", acceptance: "normal", supply, lines: sold },
          { ...head, kind: "price_settled_sold", ...price },
          { ...head, kind: "goods_returned_sold", supply, lines: sold },
        ];
        const theirs: PostingEvent[] = [
          { ...head, deductsInputTax, kind: "goods_accepted_bought", acceptance: "normal", supply, lines: sold },
          { ...head, deductsInputTax, kind: "price_settled_bought", ...price },
          { ...head, deductsInputTax, kind: "goods_returned_bought", supply, lines: sold },
        ];
        const seller = mine.map(drafted);
        const buyer = theirs.map(drafted);
        mine.forEach((_, index) => {
          expect(balanceOf("receivable", seller[index]!)).toBe(-balanceOf("payable", buyer[index]!));
        });
        const { differences } = invoiceTaxDifference([...supply.lines, ...settled.lines], [], taxRounding);
        const invoice = { ...head, sellerTaxStatus, differences };
        expect(balanceOf("receivable", drafted({ ...invoice, kind: "invoice_issued_sold" }))).toBe(
          -balanceOf("payable", drafted({ ...invoice, kind: "invoice_issued_bought", deductsInputTax })),
        );
      }),
    );
  });

  test("after the invoice a registered seller has received exactly the tax the invoice shows", () => {
    const deliveries = fc.array(
      told(yen).filter(({ supply }) => supply.sellerTaxStatus === "registered"),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        deliveries,
        fc.constantFrom("down" as const, "half_up" as const, "up" as const),
        (all, taxRounding) => {
          const supplies = all.map(({ supply, sold }) => ({ supply: { ...supply, taxRounding }, sold }));
          const drafts = supplies.map(({ supply, sold }) =>
            drafted({ ...head, kind: "goods_accepted_sold", acceptance: "normal", supply, lines: sold }),
          );
          const posted = drafts.flatMap((draft) =>
            (draft?.lines ?? []).flatMap((line) =>
              line.role === "taxReceived"
                ? [
                    {
                      taxCategory: line.taxCode === "s_reduced_8" ? ("reduced_8" as const) : ("taxable_10" as const),
                      taxYen: -line.amountYen,
                    },
                  ]
                : [],
            ),
          );
          const invoice = invoiceTaxDifference(
            supplies.flatMap(({ supply }) => supply.lines),
            posted,
            taxRounding,
          );
          const last = drafted({
            ...head,
            kind: "invoice_issued_sold",
            sellerTaxStatus: "registered",
            differences: invoice.differences,
          });
          const invoiceTaxYen = invoice.totals.reduce((sum, total) => sum + total.taxYen, 0n);
          const invoiceYen = invoice.totals.reduce((sum, total) => sum + total.netYen, 0n) + invoiceTaxYen;
          expect(-balanceOf("taxReceived", ...drafts, last)).toBe(invoiceTaxYen);
          expect(balanceOf("receivable", ...drafts, last)).toBe(invoiceYen);
        },
      ),
    );
  });
});
