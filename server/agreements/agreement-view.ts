import { type AgreementTermsBody, agreementMoves, agreementTermsShape } from "../../domain/agreements/index.ts";
import type { Decimal } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import { checkAgreement } from "./agreement.service.ts";
import { type AgreementHeadRow, findItems, readAgreement } from "./agreement.store.ts";

/** Terms nobody wrote down: an agreement brought in from elsewhere has only what has a column of its own. */
export const UNSAID: Omit<AgreementTermsBody, "items"> = {
  payment: {
    closingDay: 31,
    paymentMonthOffset: 1,
    paymentDay: 31,
    holidayShift: "next",
    holidayShiftAgreedInWriting: false,
    closingCountsBy: "acceptance",
  },
  paymentKinds: ["transfer"],
  deliveryTerms: "",
  bookedAt: "acceptance",
  defaultAcceptanceDays: null,
  isOneStep: false,
  tolerance: { overPercent: "0", underPercent: "0" },
  inspection: "full",
  invoiceIssuer: "seller",
  acknowledgedAfterDays: null,
  invoicing: "by_closing",
  taxRounding: "down",
  amountRounding: "down",
  suppliedMaterial: "none",
  lossBorneBy: "seller",
  standing: null,
  milestonesShown: [],
};

/** One agreement as its page shows it: terms, items with both sides' codes, what the law says, what may be done next. */
export async function viewAgreement(tx: Tx, head: AgreementHeadRow) {
  const read = await readAgreement(tx, head.id);
  const isSeller = head.mySide === "seller";
  const guesses = await findItems(tx, [
    ...new Set(read.items.flatMap((item) => [(isSeller ? item.sellerItemCode : item.buyerItemCode) ?? "", item.code])),
  ]);
  const items = read.items.map((item) => {
    const ownItemId = isSeller ? item.sellerItemId : item.buyerItemId;
    const ownItemCode = isSeller ? item.sellerItemCode : item.buyerItemCode;
    const guess = ownItemId
      ? undefined
      : (guesses.find((one) => one.code === ownItemCode) ?? guesses.find((one) => one.code === item.code));
    return {
      lineNumber: item.lineNumber,
      code: item.code,
      buyerCode: item.buyerItemCode ?? "",
      sellerCode: item.sellerItemCode ?? "",
      nameJa: item.description,
      nameEn: "",
      unit: item.unit,
      buyerFactor: item.buyerFactor,
      sellerFactor: item.sellerFactor,
      leadTimeDays: item.leadTimeDays,
      taxCategory: item.taxCategory,
      form: item.form,
      standingQuantity: item.standingQuantity,
      minimumQuantity: item.minimumQuantity,
      ownItemId,
      ownItemCode: ownItemId ? ownItemCode : null,
      suggestedItemId: guess?.id ?? null,
      suggestedItemCode: guess?.code ?? null,
      prices: read.prices.filter((price) => price.lineNumber === item.lineNumber),
    };
  });
  const stored = agreementTermsShape.omit({ items: true }).safeParse({ ...UNSAID, ...read.terms });
  const terms = stored.success ? stored.data : UNSAID;
  const findings = head.partnerId
    ? (
        await checkAgreement(tx, {
          partnerId: head.partnerId,
          mySide: head.mySide,
          previousId: null,
          name: head.name,
          validFrom: head.validFrom,
          terms: { ...terms, items: items.map(asSigned) },
        })
      ).findings
    : [];
  return { ...head, terms, items, findings, moves: agreementMoves(head), versions: read.versions };
}

/** A line as it was signed, for what terms and lines contradict together. */
function asSigned(line: {
  readonly buyerFactor: Decimal;
  readonly sellerFactor: Decimal;
  readonly standingQuantity: Decimal | null;
  readonly minimumQuantity: Decimal | null;
  readonly prices: readonly { readonly fromQuantity: Decimal; readonly unitPrice: Decimal }[];
}): AgreementTermsBody["items"][number] {
  return {
    ...line,
    buyerFactor: line.buyerFactor.toFixed(),
    sellerFactor: line.sellerFactor.toFixed(),
    standingQuantity: line.standingQuantity?.toFixed() ?? null,
    minimumQuantity: line.minimumQuantity?.toFixed() ?? null,
    prices: line.prices.map((price) => ({
      ...price,
      fromQuantity: price.fromQuantity.toFixed(),
      unitPrice: price.unitPrice.toFixed(),
    })),
  } as AgreementTermsBody["items"][number];
}
