import {
  type AgreementDraft,
  type AgreementRefusal,
  actApplicability,
  checkAgreementMove,
  checkTerms,
  readTerms,
  type TermsFinding,
} from "../../domain/agreements/index.ts";
import { type Outcome, ok, type PlainDate, type Refusal, refuse, refuseAll } from "../../domain/shared/index.ts";
import { announce, audit, closeDraft, newId, openDraft, settleAll, type Tx } from "../platform/index.ts";
import {
  answerAgreement,
  endAgreement,
  findAgreementPartner,
  findItems,
  insertAgreement,
  loadAgreementHead,
  loadOwnCompany,
  mapItems,
  type NewAgreementItem,
} from "./agreement.store.ts";

const KINDS = ["agreement"] as const;

export type ProposeRefusal =
  | "PARTNER_UNKNOWN"
  | "AGREEMENT_UNKNOWN"
  | "AGREEMENT_OF_OTHER_PARTNER"
  | "ITEM_UNKNOWN"
  | "ITEM_CODE_TWICE"
  | TermsFinding["code"]
  | "NOT_FOUND"
  | "STALE_VERSION"
  | "DRAFT_CLOSED";

/** What the terms say about themselves and the law, before anything is sent. Sizes of both companies decide whether the act applies. */
export async function checkAgreement(tx: Tx, draft: AgreementDraft) {
  const [partner, own] = await settleAll([findAgreementPartner(tx, draft.partnerId), loadOwnCompany(tx)]);
  const [seller, buyer] = draft.mySide === "seller" ? [own, partner] : [partner, own];
  const size = (of: typeof seller) => ({
    capitalYen: of?.capitalYen ?? null,
    employeeCount: of?.employeeCount ?? null,
  });
  const applicability = actApplicability(size(buyer), size(seller));
  const findings = checkTerms(readTerms(draft.terms), {
    applicability,
    sixtyDayMode: "two_months",
    validFrom: draft.validFrom,
  });
  return { partner, own, applicability, findings };
}

/**
 * Sends a draft: with a company on the platform the other side sees and answers it, with anybody else it is in force at once.
 * Terms with errors are not sent; warnings are for a person and were shown before.
 */
export async function proposeAgreement(
  tx: Tx,
  input: { readonly draftId: string; readonly version: number; readonly today: PlainDate },
): Promise<Outcome<{ readonly agreementId: string; readonly state: "proposed" | "active" }, ProposeRefusal>> {
  const found = await openDraft<AgreementDraft>(tx, input.draftId, KINDS, input.version);
  if (!found.ok) return found;
  const draft = found.value.body;
  const { partner, own, applicability, findings } = await checkAgreement(tx, draft);
  if (!partner?.isActive) return refuse("PARTNER_UNKNOWN", undefined, "partnerId");
  const refused = refuseAll(findings.filter((finding) => finding.severity === "error"));
  if (refused) return refused;
  const other = partner.linkedCompanyId;
  const previous = draft.previousId ? await loadAgreementHead(tx, draft.previousId) : undefined;
  if (draft.previousId && !previous) return refuse("AGREEMENT_UNKNOWN", undefined, "previousId");
  if (previous && (previous.partnerId !== partner.id || previous.mySide !== draft.mySide))
    return refuse("AGREEMENT_OF_OTHER_PARTNER", undefined, "partnerId");
  const items = await resolveItems(tx, draft);
  if (!items.ok) return items;
  const agreementId = newId();
  const isSeller = draft.mySide === "seller";
  if (!other && previous?.state === "active") await endAgreement(tx, previous.id, draft.validFrom);
  await insertAgreement(tx, {
    id: agreementId,
    sellerId: isSeller ? tx.companyId : other,
    buyerId: isSeller ? other : tx.companyId,
    outsidePartnerId: other ? null : partner.id,
    sellerPartnerId: isSeller ? partner.id : null,
    buyerPartnerId: isSeller ? null : partner.id,
    sellerTaxStatus: isSeller ? own.taxStatus : partner.taxStatus,
    sellerRegistrationNumber: isSeller ? own.registrationNumber : partner.registrationNumber,
    versionNumber: (previous?.versionNumber ?? 0) + 1,
    isSubcontractLaw: applicability === "applies",
    draft,
    items: items.value,
  });
  const closed = await closeDraft(tx, found.value.id, input.version, agreementId);
  if (!closed.ok) return closed;
  await note(tx, "proposed", agreementId);
  return ok({ agreementId, state: other ? "proposed" : "active" });
}

/** Own items by the own code; the other side maps its own when it answers. */
async function resolveItems(tx: Tx, draft: AgreementDraft): Promise<Outcome<NewAgreementItem[], ProposeRefusal>> {
  const isSeller = draft.mySide === "seller";
  const ownCode = (item: AgreementDraft["terms"]["items"][number]) =>
    (isSeller ? item.sellerCode : item.buyerCode) || item.code;
  const own = await findItems(tx, draft.terms.items.map(ownCode));
  const refusals: Refusal<ProposeRefusal>[] = [];
  const seen = new Set<string>();
  const items = draft.terms.items.map((item, index): NewAgreementItem => {
    const found = own.find((one) => one.code === ownCode(item));
    if (!found) refusals.push({ code: "ITEM_UNKNOWN", values: { item: ownCode(item) }, field: `items.${index}.code` });
    if (seen.has(item.code))
      refusals.push({ code: "ITEM_CODE_TWICE", values: { item: item.code }, field: `items.${index}.code` });
    seen.add(item.code);
    const id = found?.id ?? null;
    return {
      lineNumber: index + 1,
      code: item.code,
      description: item.nameJa,
      unit: item.unit,
      taxCategory: item.taxCategory,
      sellerItemId: isSeller ? id : null,
      sellerItemCode: isSeller ? ownCode(item) : item.sellerCode,
      sellerFactor: item.sellerFactor,
      buyerItemId: isSeller ? null : id,
      buyerItemCode: isSeller ? item.buyerCode : ownCode(item),
      buyerFactor: item.buyerFactor,
      form: item.form,
      leadTimeDays: item.leadTimeDays,
      standingQuantity: item.standingQuantity,
      minimumQuantity: item.minimumQuantity,
      prices: item.prices,
    };
  });
  return refuseAll(refusals) ?? ok(items);
}

export type AnswerRefusal = AgreementRefusal | "NOT_FOUND" | "PARTNER_UNKNOWN" | "PARTNER_NOT_LINKED" | "ITEM_UNKNOWN";

/** Accepts or declines what the other side proposed. Accepting names the own partner card and maps own items, as many as are known. */
export async function answerProposal(
  tx: Tx,
  id: string,
  answer: {
    readonly accept: boolean;
    readonly partnerId?: string | undefined;
    readonly items: readonly { readonly lineNumber: number; readonly itemId: string; readonly factor: string }[];
  },
  today: PlainDate,
): Promise<Outcome<{ readonly state: "active" | "declined" }, AnswerRefusal>> {
  const head = await loadAgreementHead(tx, id);
  if (!head) return refuse("NOT_FOUND");
  const allowed = checkAgreementMove(head, answer.accept ? "accept" : "decline", today);
  if (!allowed.ok) return allowed;
  if (answer.accept) {
    const partner = answer.partnerId ? await findAgreementPartner(tx, answer.partnerId) : undefined;
    if (!partner) return refuse("PARTNER_UNKNOWN", undefined, "partnerId");
    const other = head.mySide === "seller" ? head.buyerId : head.sellerId;
    if (partner.linkedCompanyId !== other) return refuse("PARTNER_NOT_LINKED", { partner: partner.name }, "partnerId");
    const mapped = await mapOwnItems(tx, id, head.mySide, answer.items);
    if (!mapped.ok) return mapped;
  }
  await answerAgreement(tx, id, answer.accept, answer.accept ? (answer.partnerId ?? null) : null);
  await note(tx, answer.accept ? "accepted" : "declined", id);
  return ok({ state: answer.accept ? "active" : "declined" });
}

/** Maps own items to lines of an agreement, at any time. */
export async function mapAgreementItems(
  tx: Tx,
  id: string,
  items: readonly { readonly lineNumber: number; readonly itemId: string; readonly factor: string }[],
): Promise<Outcome<null, "NOT_FOUND" | "ITEM_UNKNOWN">> {
  const head = await loadAgreementHead(tx, id);
  if (!head) return refuse("NOT_FOUND");
  const mapped = await mapOwnItems(tx, id, head.mySide, items);
  if (!mapped.ok) return mapped;
  await note(tx, "itemsMapped", id);
  return ok(null);
}

async function mapOwnItems(
  tx: Tx,
  id: string,
  side: "seller" | "buyer",
  items: readonly { readonly lineNumber: number; readonly itemId: string; readonly factor: string }[],
): Promise<Outcome<null, "ITEM_UNKNOWN">> {
  const own = await findItems(
    tx,
    [],
    items.map((item) => item.itemId),
  );
  const refusals = items.flatMap((item, index): Refusal<"ITEM_UNKNOWN">[] =>
    own.some((one) => one.id === item.itemId)
      ? []
      : [{ code: "ITEM_UNKNOWN", values: { item: "" }, field: `items.${index}.itemId` }],
  );
  const refused = refuseAll(refusals);
  if (refused) return refused;
  await mapItems(
    tx,
    id,
    side,
    items.map((item) => ({ ...item, code: own.find((one) => one.id === item.itemId)!.code })),
  );
  return ok(null);
}

/** Ends an agreement from a day on, or takes an own proposal back. Open trades run on. */
export async function endOrWithdraw(
  tx: Tx,
  id: string,
  endsOn: PlainDate,
  today: PlainDate,
): Promise<Outcome<null, AgreementRefusal | "NOT_FOUND">> {
  const head = await loadAgreementHead(tx, id);
  if (!head) return refuse("NOT_FOUND");
  const allowed = checkAgreementMove(head, "end", today, endsOn);
  if (!allowed.ok) return allowed;
  await endAgreement(tx, id, endsOn);
  await note(tx, head.state === "proposed" ? "withdrawn" : "ended", id);
  return ok(null);
}

async function note(tx: Tx, what: string, id: string): Promise<void> {
  await settleAll([
    audit(tx, [{ command: `agreements.${what}`, subjectKind: "agreement", subjectId: id }]),
    announce(tx, [{ kind: "agreements.agreement", subjectId: id }]),
  ]);
}
