import {
  coverOpeningItem,
  moveOpeningItem,
  type OpeningItemMove,
  type OpeningPart,
  openingItemMoves,
  suggestCover,
} from "../../domain/accounting/index.ts";
import { closingAndDueDate } from "../../domain/agreements/index.ts";
import { type Outcome, ok, type PlainDate, type Refusal, refuse } from "../../domain/shared/index.ts";
import { announce, audit, newId, settleAll, type Tx } from "../platform/index.ts";
import type { Side } from "./open-items.store.ts";
import {
  agreeItem,
  disputeItem,
  insertOpeningItem,
  insertParts,
  loadOpeningItem,
  loadOwnSources,
  loadUnbilledEvents,
  type OpeningItemRecord,
  type OwnSource,
  reproposeItem,
  type StoredPart,
  withdrawItem,
} from "./opening-item.store.ts";
import { loadPartnerCards, type PartnerCard } from "./partner.store.ts";

/** Own open papers with a linked partner, each with the day it falls due. */
export async function openingSources(
  tx: Tx,
  partnerId: string,
): Promise<Outcome<{ partner: PartnerCard; sources: OwnSource[] }>> {
  const partner = await linkedPartner(tx, partnerId);
  if (!partner.ok) return partner;
  const sources = await loadOwnSources(tx, partnerId, null);
  return ok({ partner: partner.value, sources: sources.map((source) => withDueDate(source, partner.value)) });
}

/** Accepted goods fall due as the partner's usual terms say; the rest of the ledger has no day of its own. */
function withDueDate(source: OwnSource, partner: PartnerCard): OwnSource {
  return source.dueOn || !source.documentedOn
    ? source
    : { ...source, dueOn: closingAndDueDate(partner, source.documentedOn).dueOn };
}

async function linkedPartner(tx: Tx, partnerId: string): Promise<Outcome<PartnerCard>> {
  const partner = (await loadPartnerCards(tx, [partnerId])).get(partnerId);
  if (!partner) return refuse("PARTNER_UNKNOWN", undefined, "partnerId");
  return partner.linkedCompanyId
    ? ok(partner)
    : refuse("OPENING_PARTNER_NOT_LINKED", { partner: partner.name }, "partnerId");
}

export interface ProposedItem {
  readonly number: string;
  readonly documentedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly amountYen: bigint;
  readonly words: string;
  readonly parts: readonly OpeningPart[];
}

/** Proposes own open papers to the linked partner, all or none. It sees number, days, amount and words; never the papers or the books behind them. */
export async function proposeOpeningItems(
  tx: Tx,
  input: { readonly partnerId: string; readonly side: Side; readonly items: readonly ProposedItem[] },
): Promise<Outcome<{ ids: string[] }>> {
  const partner = await linkedPartner(tx, input.partnerId);
  if (!partner.ok) return partner;
  const other = partner.value.linkedCompanyId!;
  const ids: string[] = [];
  for (const [index, item] of input.items.entries()) {
    // Read anew for each: what the one before has taken is no longer free.
    const stored = await cover(tx, input.partnerId, input.side, null, item);
    if (!stored.ok) return inItem(stored.refusals, index);
    const id = newId();
    await insertOpeningItem(tx, {
      id,
      sellerId: input.side === "S" ? tx.companyId : other,
      buyerId: input.side === "S" ? other : tx.companyId,
      number: item.number,
      documentedOn: item.documentedOn,
      dueOn: item.dueOn,
      amountYen: item.amountYen,
      words: item.words,
    });
    await insertParts(tx, id, 1, stored.value);
    await note(tx, "Proposed", id, item.number);
    ids.push(id);
  }
  return ok({ ids });
}

function inItem(refusals: readonly [Refusal, ...Refusal[]], index: number): Outcome<never> {
  const [first, ...rest] = refusals.map((one) => ({ ...one, field: `items.${index}.${one.field ?? "amountYen"}` }));
  return { ok: false, refusals: [first!, ...rest] };
}

/** The parts as they are stored, accepted goods event by event, once they cover the amount exactly. */
async function cover(
  tx: Tx,
  partnerId: string,
  side: Side,
  itemId: string | null,
  item: { readonly amountYen: bigint; readonly parts: readonly OpeningPart[] },
): Promise<Outcome<StoredPart[]>> {
  const sources = (await loadOwnSources(tx, partnerId, itemId)).filter((source) => source.side === side);
  const covered = coverOpeningItem(item.amountYen, sources, item.parts);
  if (!covered.ok) return covered;
  const deliveries = item.parts.filter((part) => part.kind === "delivery").map((part) => part.sourceId!);
  const events = deliveries.length > 0 ? await loadUnbilledEvents(tx, deliveries) : [];
  return ok(
    item.parts.flatMap(({ kind, sourceId, amountYen }): StoredPart[] =>
      kind === "delivery"
        ? events
            .filter((event) => event.deliveryId === sourceId && event.amountYen !== 0n)
            .map((event) => ({ kind: "event", sourceId: event.id, amountYen: event.amountYen }))
        : [{ kind, sourceId, amountYen }],
    ),
  );
}

/** An item with what this company may do, and of its own papers those it can stand for. */
export async function showOpeningItem(
  tx: Tx,
  id: string,
): Promise<
  Outcome<{ item: OpeningItemRecord; sources: OwnSource[]; suggested: OpeningPart[]; moves: OpeningItemMove[] }>
> {
  const item = await loadOpeningItem(tx, id);
  if (!item) return refuse("NOT_FOUND");
  const moves = openingItemMoves(item);
  const choosing = moves.includes("agree") || moves.includes("repropose");
  const sources = choosing
    ? (await loadOwnSources(tx, item.partnerId, id)).filter((source) => source.side === item.side)
    : [];
  const wanted = moves.includes("repropose") && item.answerYen !== null ? item.answerYen : item.amountYen;
  return ok({
    item,
    sources,
    suggested: suggestCover({ number: item.number, amountYen: BigInt(wanted) }, sources),
    moves,
  });
}

type Moved = Outcome<{ id: string }>;

async function itemFor(
  tx: Tx,
  id: string,
  move: OpeningItemMove,
  round: number | null,
): Promise<Outcome<OpeningItemRecord>> {
  const item = await loadOpeningItem(tx, id);
  if (!item) return refuse("NOT_FOUND");
  const moved = moveOpeningItem(item, move, round);
  return moved.ok ? ok(item) : moved;
}

/** Agrees to what was seen, with the own papers it stands for: from here on it is one item of both, and is paid as any invoice. */
export async function agreeOpeningItem(
  tx: Tx,
  id: string,
  input: { readonly round: number; readonly parts: readonly OpeningPart[]; readonly on: PlainDate },
): Promise<Moved> {
  const found = await itemFor(tx, id, "agree", input.round);
  if (!found.ok) return found;
  const item = found.value;
  const stored = await cover(tx, item.partnerId, item.side, id, { ...input, amountYen: BigInt(item.amountYen) });
  if (!stored.ok) return stored;
  await insertParts(tx, id, item.round, stored.value);
  const answer = await agreeItem(tx, id, item.round, input.on);
  if (answer !== "agreed")
    return refuse(answer === "own" ? "OPENING_PART_GONE" : "OPENING_ITEM_NOT_HELD", {
      number: item.number,
      partner: item.partnerName,
    });
  await note(tx, "Agreed", id, item.number);
  await announce(tx, [{ kind: "invoice.issued", subjectId: id }]);
  return ok({ id });
}

/** Says what differs: the amount own books have, or words. */
export async function disputeOpeningItem(
  tx: Tx,
  id: string,
  input: { readonly round: number; readonly amountYen: bigint | null; readonly words: string },
): Promise<Moved> {
  const found = await itemFor(tx, id, "dispute", input.round);
  if (!found.ok) return found;
  const { number, amountYen } = found.value;
  if (input.words === "" && (input.amountYen === null || input.amountYen === BigInt(amountYen)))
    return refuse("OPENING_DIFFERENCE_NEEDED", undefined, "words");
  await disputeItem(tx, id, input.round, input.amountYen, input.words);
  await note(tx, "Disputed", id, number);
  return ok({ id });
}

export async function reproposeOpeningItem(
  tx: Tx,
  id: string,
  input: Pick<ProposedItem, "dueOn" | "amountYen" | "words" | "parts"> & { readonly round: number },
): Promise<Moved> {
  const found = await itemFor(tx, id, "repropose", input.round);
  if (!found.ok) return found;
  const item = found.value;
  const stored = await cover(tx, item.partnerId, item.side, id, input);
  if (!stored.ok) return stored;
  await reproposeItem(tx, id, input.round, input);
  await insertParts(tx, id, item.round + 1, stored.value);
  await note(tx, "Proposed", id, item.number);
  return ok({ id });
}

export async function withdrawOpeningItem(tx: Tx, id: string): Promise<Moved> {
  const found = await itemFor(tx, id, "withdraw", null);
  if (!found.ok) return found;
  await withdrawItem(tx, id);
  await note(tx, "Withdrawn", id, found.value.number);
  return ok({ id });
}

async function note(
  tx: Tx,
  what: "Proposed" | "Agreed" | "Disputed" | "Withdrawn",
  id: string,
  number: string,
): Promise<void> {
  await settleAll([
    audit(tx, [
      { command: `accounting.openingItem${what}`, subjectKind: "openingItem", subjectId: id, details: { number } },
    ]),
    // The other side hears of it from the guard.
    announce(tx, [
      { kind: `accounting.opening_item.${what === "Disputed" ? "differs" : what.toLowerCase()}`, subjectId: id },
    ]),
  ]);
}
