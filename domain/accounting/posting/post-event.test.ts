import { describe, expect, test } from "vitest";
import { type Supply, stockReceiptValues } from "../../shared/index.ts";
import type { JournalLineDraft } from "../journal.ts";
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
const supply = (amountYen: bigint, change: Partial<Supply> = {}): Supply => ({
  lines: [{ lineId: "1", taxCategory: "taxable_10", amountYen }],
  suppliedOn: "2026-11-23",
  sellerTaxStatus: "registered",
  taxRounding: "down",
  ...change,
});
const goods = { lineId: "1", stockRole: "finishedGoods", costYen: 600n } as const;
const material = { lineId: "1", stockRole: "rawMaterials", costYen: 600n } as const;
const sold = { lineId: "1", supplyKind: "product", costYen: 600n, costFrom: "goodsShipped" } as const;
const bought = (purpose: "material" | "merchandise" | "outside_processing") =>
  ({ lineId: "1", purpose: { kind: purpose } }) as const;
const amounts = { feeYen: 0n, feeTakenOffYen: 0n, subcontractAct: "unknown", fundRole: "bank" } as const;
const received = { ...amounts, unappliedYen: 0n, taxCategory: "taxable_10", sellerTaxStatus: "registered" } as const;
const settles = { settles: "provisional_price", subcontractAct: "applies" } as const;

/** `Dr role yen` and `Cr role yen`, in the order of the entry. */
function shown(lines: readonly JournalLineDraft[]): string[] {
  return lines.map(({ role, amountYen }) => (amountYen > 0n ? `Dr ${role} ${amountYen}` : `Cr ${role} ${-amountYen}`));
}

const rules: { name: string; event: PostingEvent; expected: string[] }[] = [
  { name: "an order confirmed posts nothing", event: { ...head, kind: "order_confirmed" }, expected: [] },
  { name: "goods received posts nothing", event: { ...head, kind: "goods_received" }, expected: [] },
  { name: "free issue sent posts nothing", event: { ...head, kind: "free_issue_sent" }, expected: [] },
  { name: "a rejection posts nothing at the buyer", event: { ...head, kind: "goods_rejected_bought" }, expected: [] },
  {
    name: "shipped goods stand apart until they are accepted",
    event: { ...head, kind: "goods_shipped", lines: [goods] },
    expected: ["Dr goodsShipped 600", "Cr finishedGoods 600"],
  },
  {
    name: "rejected goods return to stock",
    event: { ...head, kind: "goods_rejected", lines: [goods] },
    expected: ["Dr finishedGoods 600", "Cr goodsShipped 600"],
  },
  {
    name: "acceptance at the seller: sales, tax, cost",
    event: { ...head, kind: "goods_accepted_sold", acceptance: "normal", supply: supply(1_001n), lines: [sold] },
    expected: [
      "Dr receivable 1101",
      "Cr salesProducts 1001",
      "Cr taxReceived 100",
      "Dr costOfProducts 600",
      "Cr goodsShipped 600",
    ],
  },
  {
    name: "an exempt seller books all as sales",
    event: {
      ...head,
      kind: "goods_accepted_sold",
      acceptance: "normal",
      supply: supply(1_100n, { sellerTaxStatus: "exempt" }),
      lines: [sold],
    },
    expected: ["Dr receivable 1100", "Cr salesProducts 1100", "Dr costOfProducts 600", "Cr goodsShipped 600"],
  },
  {
    name: "outside processing at the seller: the goods were never its own",
    event: {
      ...head,
      kind: "goods_accepted_sold",
      acceptance: "normal",
      supply: supply(500n),
      lines: [{ lineId: "1", supplyKind: "processing", costYen: 320n, costFrom: "workInProcess" }],
    },
    expected: [
      "Dr receivable 550",
      "Cr salesProcessing 500",
      "Cr taxReceived 50",
      "Dr costOfProcessing 320",
      "Cr workInProcess 320",
    ],
  },
  {
    name: "acceptance at the buyer: material",
    event: {
      ...head,
      kind: "goods_accepted_bought",
      acceptance: "normal",
      supply: supply(1_001n),
      lines: [bought("material")],
    },
    expected: ["Dr rawMaterials 1001", "Dr taxPaid 100", "Cr payable 1101"],
  },
  {
    name: "acceptance at the buyer: merchandise for resale by the window",
    event: {
      ...head,
      kind: "goods_accepted_bought",
      acceptance: "normal",
      supply: supply(1_001n),
      lines: [bought("merchandise")],
    },
    expected: ["Dr merchandise 1001", "Dr taxPaid 100", "Cr payable 1101"],
  },
  {
    name: "acceptance at the buyer: outside processing goes into work in process",
    event: {
      ...head,
      kind: "goods_accepted_bought",
      acceptance: "normal",
      supply: supply(500n),
      lines: [bought("outside_processing")],
    },
    expected: ["Dr workInProcess 500", "Dr taxPaid 50", "Cr payable 550"],
  },
  {
    name: "acceptance at the buyer: an expense",
    event: {
      ...head,
      kind: "goods_accepted_bought",
      acceptance: "normal",
      supply: supply(500n),
      lines: [{ lineId: "1", purpose: { kind: "expense", role: "consumables" } }],
    },
    expected: ["Dr consumables 500", "Dr taxPaid 50", "Cr payable 550"],
  },
  {
    name: "acceptance at the buyer: an asset",
    event: {
      ...head,
      kind: "goods_accepted_bought",
      acceptance: "normal",
      supply: supply(5_000n),
      lines: [{ lineId: "1", purpose: { kind: "asset", role: "machinery" } }],
    },
    expected: ["Dr machinery 5000", "Dr taxPaid 500", "Cr payable 5500"],
  },
  {
    name: "a supplier that is not registered leaves 70 % of the tax deductible, the rest is cost",
    event: {
      ...head,
      kind: "goods_accepted_bought",
      acceptance: "normal",
      supply: supply(110_000n, { sellerTaxStatus: "exempt" }),
      lines: [bought("material")],
    },
    expected: ["Dr rawMaterials 103000", "Dr taxPaid 7000", "Cr payable 110000"],
  },
  {
    name: "a buyer exempt from the tax has the tax in its cost",
    event: {
      ...head,
      deductsInputTax: false,
      kind: "goods_accepted_bought",
      acceptance: "normal",
      supply: supply(1_000n),
      lines: [bought("material")],
    },
    expected: ["Dr rawMaterials 1100", "Cr payable 1100"],
  },
  {
    name: "special acceptance at the seller: as accepted, at the cut price",
    event: { ...head, kind: "goods_accepted_sold", acceptance: "special", supply: supply(900n), lines: [sold] },
    expected: [
      "Dr receivable 990",
      "Cr salesProducts 900",
      "Cr taxReceived 90",
      "Dr costOfProducts 600",
      "Cr goodsShipped 600",
    ],
  },
  {
    name: "special acceptance at the buyer: the same cut price",
    event: {
      ...head,
      kind: "goods_accepted_bought",
      acceptance: "special",
      supply: supply(900n),
      lines: [bought("material")],
    },
    expected: ["Dr rawMaterials 900", "Dr taxPaid 90", "Cr payable 990"],
  },
  {
    name: "a return at the seller: at the cost it left with",
    event: {
      ...head,
      kind: "goods_returned_sold",
      supply: supply(1_001n),
      lines: [{ ...sold, costFrom: "finishedGoods" }],
    },
    expected: [
      "Dr salesReturns 1001",
      "Dr taxReceived 100",
      "Cr receivable 1101",
      "Dr finishedGoods 600",
      "Cr costOfProducts 600",
    ],
  },
  {
    name: "a return at the buyer at the price bought: the average was 40 lower",
    event: {
      ...head,
      kind: "goods_returned_bought",
      supply: supply(1_000n),
      lines: [{ ...bought("material"), stockValueYen: 960n }],
    },
    expected: ["Dr payable 1100", "Cr taxPaid 100", "Cr rawMaterials 960", "Cr priceVariance 40"],
  },
  {
    name: "a return at the buyer: the average was 40 higher",
    event: {
      ...head,
      kind: "goods_returned_bought",
      supply: supply(1_000n),
      lines: [{ ...bought("material"), stockValueYen: 1_040n }],
    },
    expected: ["Dr payable 1100", "Cr taxPaid 100", "Cr rawMaterials 1040", "Dr priceVariance 40"],
  },
  {
    name: "a price settled higher at the seller",
    event: { ...head, ...settles, kind: "price_settled_sold", supply: supply(200n), lines: [sold] },
    expected: ["Dr receivable 220", "Cr salesProducts 200", "Cr taxReceived 20"],
  },
  {
    name: "a provisional price settled lower at the buyer: a quarter is still in stock",
    event: {
      ...head,
      ...settles,
      kind: "price_settled_bought",
      supply: supply(-200n),
      lines: [{ ...bought("material"), suppliedQuantity: 8n, remainingQuantity: 2n, stockValueYen: 1_000n }],
    },
    expected: ["Cr rawMaterials 50", "Cr priceVariance 150", "Cr taxPaid 20", "Dr payable 220"],
  },
  {
    name: "a cut takes no more than the stock is worth",
    event: {
      ...head,
      ...settles,
      kind: "price_settled_bought",
      supply: supply(-200n),
      lines: [{ ...bought("material"), suppliedQuantity: 8n, remainingQuantity: 8n, stockValueYen: 30n }],
    },
    expected: ["Cr rawMaterials 30", "Cr priceVariance 170", "Cr taxPaid 20", "Dr payable 220"],
  },
  {
    name: "free-issued material is consumed with the accepted operation",
    event: { ...head, kind: "free_issue_consumed", lines: [material] },
    expected: ["Dr workInProcess 600", "Cr rawMaterials 600"],
  },
  {
    name: "supplied material lost: the owner's loss",
    event: { ...head, kind: "material_lost", lines: [material], claimYen: 0n },
    expected: ["Dr materialLoss 600", "Cr rawMaterials 600"],
  },
  {
    name: "supplied material lost: a claim by agreement for part of it",
    event: { ...head, kind: "material_lost", lines: [material], claimYen: 400n },
    expected: ["Dr otherReceivables 400", "Dr materialLoss 200", "Cr rawMaterials 600"],
  },
  {
    name: "the subcontractor owes the claim",
    event: { ...head, kind: "material_loss_owed", claimYen: 400n },
    expected: ["Dr materialLoss 400", "Cr otherPayables 400"],
  },
  {
    name: "an invoice with more tax than posted, the seller",
    event: {
      ...head,
      kind: "invoice_issued_sold",
      sellerTaxStatus: "registered",
      differences: [{ taxCategory: "taxable_10", differenceYen: 1n }],
    },
    expected: ["Dr receivable 1", "Cr taxReceived 1"],
  },
  {
    name: "an invoice with less tax than posted, the buyer",
    event: {
      ...head,
      kind: "invoice_issued_bought",
      sellerTaxStatus: "registered",
      differences: [{ taxCategory: "reduced_8", differenceYen: -2n }],
    },
    expected: ["Cr taxPaid 2", "Dr payable 2"],
  },
  {
    name: "an invoice of a seller that shows no tax posts nothing",
    event: {
      ...head,
      kind: "invoice_issued_sold",
      sellerTaxStatus: "exempt",
      differences: [{ taxCategory: "taxable_10", differenceYen: 1n }],
    },
    expected: [],
  },
  {
    name: "a payment with the bank's fee of 550",
    event: { ...head, ...amounts, kind: "payment_sent", payableYen: 110_000n, feeYen: 550n },
    expected: ["Dr payable 110000", "Dr paymentFees 500", "Dr taxPaid 50", "Cr bank 110550"],
  },
  {
    name: "a payment from which the payer took the fee, outside the act",
    event: { ...head, ...amounts, kind: "payment_sent", payableYen: 110_000n, feeTakenOffYen: 550n },
    expected: ["Dr payable 110000", "Cr bank 110000"],
  },
  {
    name: "a payment received in full",
    event: { ...head, ...received, kind: "payment_received", bankYen: 110_000n, receivableYen: 110_000n },
    expected: ["Dr bank 110000", "Cr receivable 110000"],
  },
  {
    name: "a fee taken off is an allowance with its tax",
    event: {
      ...head,
      ...received,
      kind: "payment_received",
      bankYen: 109_450n,
      receivableYen: 110_000n,
      feeTakenOffYen: 550n,
    },
    expected: ["Dr bank 109450", "Dr salesAllowances 500", "Dr taxReceived 50", "Cr receivable 110000"],
  },
  {
    name: "what nobody can place waits as a suspense receipt",
    event: { ...head, ...received, kind: "payment_received", bankYen: 1_000n, receivableYen: 900n, unappliedYen: 100n },
    expected: ["Dr bank 1000", "Cr receivable 900", "Cr suspenseReceived 100"],
  },
  ...(
    [
      ["unapplied_receipt_matched", "suspenseReceived", "receivable"],
      ["advance_received", "bank", "advanceReceived"],
      ["advance_received_applied", "advanceReceived", "receivable"],
      ["advance_paid", "advancePaid", "bank"],
      ["advance_paid_applied", "payable", "advancePaid"],
      ["electronic_claim_recorded", "electronicClaims", "receivable"],
      ["electronic_obligation_recorded", "payable", "electronicObligations"],
      ["electronic_claim_matured", "bank", "electronicClaims"],
      ["electronic_obligation_matured", "electronicObligations", "bank"],
      ["balances_offset", "payable", "receivable"],
    ] as const
  ).map(([kind, debited, credited]) => ({
    name: `${kind}: ${debited} against ${credited}`,
    event: { ...head, kind, amountYen: 300n },
    expected: [`Dr ${debited} 300`, `Cr ${credited} 300`],
  })),
  {
    name: "material issued to an order",
    event: { ...head, kind: "material_issued", lines: [material] },
    expected: ["Dr workInProcess 600", "Cr rawMaterials 600"],
  },
  {
    name: "material brought back from an order",
    event: { ...head, kind: "material_issue_returned", lines: [material] },
    expected: ["Dr rawMaterials 600", "Cr workInProcess 600"],
  },
  {
    name: "reported work at the rates of people and machines",
    event: { ...head, kind: "work_applied", labourYen: 500n, machineYen: 200n },
    expected: ["Dr workInProcess 500", "Cr labourApplied 500", "Dr workInProcess 200", "Cr machineApplied 200"],
  },
  {
    name: "an order completed, its scrap worth 10 yen",
    event: {
      ...head,
      kind: "work_order_completed",
      outputs: [goods],
      scrapValues: [{ lineId: "2", stockRole: "supplies", costYen: 10n }],
    },
    expected: ["Dr finishedGoods 600", "Cr workInProcess 600", "Dr supplies 10", "Cr workInProcess 10"],
  },
  {
    name: "scrap beyond the normal rate",
    event: { ...head, kind: "scrap_beyond_normal", lossYen: 70n },
    expected: ["Dr scrapLoss 70", "Cr workInProcess 70"],
  },
  {
    name: "counted short and counted over",
    event: {
      ...head,
      kind: "count_difference",
      lines: [
        { lineId: "1", stockRole: "rawMaterials", differenceYen: -30n },
        { lineId: "2", stockRole: "merchandise", differenceYen: 20n },
      ],
    },
    expected: ["Cr rawMaterials 30", "Dr inventoryLoss 30", "Dr merchandise 20", "Cr inventoryGain 20"],
  },
  {
    name: "an opening that does not balance yet shows what is missing",
    event: {
      ...head,
      kind: "opening",
      lines: [
        { role: "bank", amountYen: 900n },
        { role: "payable", amountYen: -200n },
      ],
    },
    expected: ["Dr bank 900", "Cr payable 200", "Cr openingBalance 700"],
  },
];

describe("posting rules", () => {
  test.each(rules)("$name", ({ event, expected }) => {
    const outcome = postEvent(event);
    if (!outcome.ok) throw new Error(outcome.refusals[0].code);
    expect(shown(outcome.value?.lines ?? [])).toEqual(expected);
    if (outcome.value)
      expect(outcome.value).toMatchObject({ kind: event.kind, postingOn: "2026-11-23", sourceId: "d1" });
  });

  const refused: { name: string; event: PostingEvent; code: string }[] = [
    {
      name: "a cut of an ordered price under the act, even agreed, at the seller",
      event: {
        ...head,
        kind: "price_settled_sold",
        settles: "ordered_price",
        subcontractAct: "applies",
        supply: supply(-1n),
        lines: [sold],
      },
      code: "REDUCTION_UNLAWFUL",
    },
    {
      name: "a cut of an ordered price under the act, even agreed, at the buyer",
      event: {
        ...head,
        kind: "price_settled_bought",
        settles: "ordered_price",
        subcontractAct: "applies",
        supply: supply(-1n),
        lines: [{ ...bought("material"), suppliedQuantity: 1n, remainingQuantity: 1n, stockValueYen: 5n }],
      },
      code: "REDUCTION_UNLAWFUL",
    },
    {
      name: "a fee taken off by the payer under the act",
      event: {
        ...head,
        ...amounts,
        kind: "payment_sent",
        payableYen: 1_000n,
        feeTakenOffYen: 550n,
        subcontractAct: "applies",
      },
      code: "FEE_DEDUCTION_UNLAWFUL",
    },
    {
      name: "an allowance for a fee taken off under the act",
      event: {
        ...head,
        ...received,
        kind: "payment_received",
        bankYen: 450n,
        receivableYen: 1_000n,
        feeTakenOffYen: 550n,
        subcontractAct: "applies",
      },
      code: "FEE_DEDUCTION_UNLAWFUL",
    },
    {
      name: "a receipt whose parts do not add up",
      event: { ...head, ...received, kind: "payment_received", bankYen: 1_000n, receivableYen: 999n },
      code: "PAYMENT_DOES_NOT_ADD_UP",
    },
  ];
  test.each(refused)("refused: $name", ({ event, code }) => {
    const outcome = postEvent(event);
    expect(!outcome.ok && outcome.refusals[0].code).toBe(code);
  });

  test("a higher price after the order is no cut", () => {
    const event = {
      ...head,
      kind: "price_settled_sold",
      settles: "ordered_price",
      subcontractAct: "applies",
      supply: supply(1n),
      lines: [sold],
    } as const;
    expect(postEvent(event).ok).toBe(true);
  });

  test("stock receives exactly the value the entry debits, also with tax in the cost", () => {
    const of = supply(110_000n, { sellerTaxStatus: "exempt" });
    expect(stockReceiptValues(of, [bought("material")]).get("1")).toBe(103_000n);
    expect(stockReceiptValues(of, [bought("outside_processing")]).size).toBe(0);
  });

  test("lines tell the tax code and that the transitional measure was applied", () => {
    const event = {
      ...head,
      kind: "goods_accepted_bought",
      acceptance: "normal",
      supply: supply(110_000n, { sellerTaxStatus: "exempt" }),
      lines: [bought("material")],
    } as const;
    const outcome = postEvent(event);
    expect(outcome.ok && outcome.value!.lines[1]).toMatchObject({
      role: "taxPaid",
      taxCode: "pu_taxable_10",
      deductiblePercent: 70,
    });
  });
});
