import type { WindowOrder } from "../../domain/network/index.ts";
import { decimal, type Outcome, ok, type PlainDate, type Refusal, refuseAll } from "../../domain/shared/index.ts";
import { announce, audit, newId, nextNumberOfEach, settleAll, type Tx, withCommit } from "../platform/index.ts";
import type { ProcessingRefusal } from "../production/index.ts";
import { insertTrades, type PlaceRefusal, prepareOrder } from "../trade/index.ts";
import {
  checkWork,
  confirmedLines,
  type PlacedPlan,
  placePlan,
  prepareWork,
  resultOf,
  writeChain,
} from "./dispatch.service.ts";
import { loadDispatchFacts, reservePlaced } from "./dispatch.store.ts";
import { planOrder } from "./plan-order.ts";

/** A reason why an order was not dispatched at once, at its line. */
export interface WaitingReason {
  readonly lineNumber: number;
  readonly code: string;
  readonly values: Record<string, string | number>;
}

export interface EnteredOrder {
  readonly tradeId: string;
  readonly number: string;
  readonly chainId: string | null;
  readonly chainNumber: string | null;
  readonly tradeCount: number;
  readonly stepCount: number;
  readonly waitingCount: number;
  readonly promisedOn: PlainDate | null;
  readonly reasons: readonly WaitingReason[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Enters a maker's order at the window and, where automatic rules cover every line and the chain makes the wanted dates, cascades it
 * to all members in the same transaction. Otherwise the order stands and waits for a person, with the reasons.
 *
 * Few round trips on purpose: this is the busiest command of a window. What it reads comes in one go, the members' trades are placed
 * in another, and the rest is written with the commit: a transaction does not read the order it entered.
 */
export async function enterWindowOrder(
  tx: Tx,
  input: WindowOrder,
  today: PlainDate,
): Promise<Outcome<EnteredOrder, PlaceRefusal | ProcessingRefusal>> {
  const orderedOn = input.orderedOn ?? today;
  const words = input.lines.map((line) => line.item);
  const [prepared, facts, numbers] = await settleAll([
    prepareOrder(tx, {
      side: "S",
      partnerId: input.partnerId,
      firstState: "placed",
      orderedOn,
      lines: input.lines.map((line) => ({
        ...(line.lineNumber && { lineNumber: line.lineNumber }),
        item: line.item,
        ...(line.description && { description: line.description }),
        quantity: decimal(line.quantity),
        wantedOn: line.wantedOn,
        ...(line.unit && { unit: line.unit }),
        ...(line.unitPrice && { unitPrice: decimal(line.unitPrice) }),
      })),
    }),
    loadDispatchFacts(
      tx,
      words.filter((word) => UUID.test(word)),
      words,
      today,
    ),
    nextNumberOfEach(tx, ["so", "vc"]),
  ]);
  if (!prepared.ok) return prepared;
  const [number, chainNumber] = numbers as [string, string];
  const { pair, agreement } = prepared.value;
  const built = prepared.value.lines.flatMap((line) => (line.ok ? [line.value.line] : []));
  const refused = refuseAll<PlaceRefusal>(
    prepared.value.lines.flatMap((line): readonly Refusal<PlaceRefusal>[] => (line.ok ? [] : line.refusals)),
  );
  if (refused) return refused;

  const plan = planOrder(
    tx,
    built.map((line) => {
      const item = facts.itemGroups.get(line.sellerItemId!);
      return {
        lineNumber: line.lineNumber,
        itemId: line.sellerItemId!,
        itemCode: item?.code ?? line.code,
        itemGroupCode: item?.groupCode ?? "",
        quantity: line.quantity.times(line.sellerFactor),
        amountYen: line.amountYen,
        wantedOn: line.wantedOn,
      };
    }),
    facts,
    orderedOn,
  );
  const reasons: WaitingReason[] = plan.ok
    ? plan.value.lines.flatMap((line): WaitingReason[] =>
        line.isLate
          ? [{ lineNumber: line.lineNumber, code: "CHAIN_IS_LATE", values: { promised: line.promisedOn } }]
          : line.isAutomatic
            ? []
            : [{ lineNumber: line.lineNumber, code: "RULE_NEEDS_A_PERSON", values: { rule: line.ruleName } }],
      )
    : plan.refusals.map(toReason);
  const items = new Map(built.map((line) => [line.lineNumber, line.sellerItemId!]));
  if (plan.ok)
    for (const { lineNumber, code, values } of await checkWork(tx, plan.value.lines, items, today))
      reasons.push({ lineNumber, code, values: { ...values } });
  let placed: PlacedPlan | undefined;
  if (plan.ok && reasons.length === 0 && input.dispatch === "automatic") {
    const outcome = await placePlan(tx, plan.value, newId(), orderedOn);
    if (outcome.ok) placed = outcome.value;
    else reasons.push(...outcome.refusals.map(toReason));
  }

  const sure = placed && plan.ok ? confirmedLines(plan.value, placed) : new Map<number, PlainDate>();
  const tradeId = newId();
  const lines = built.map((line) =>
    sure.has(line.lineNumber)
      ? { ...line, state: "confirmed" as const, promisedOn: sure.get(line.lineNumber)! }
      : { ...line, state: "placed" as const, promisedOn: null },
  );
  const write = () =>
    settleAll([
      insertTrades(tx, [
        {
          id: tradeId,
          ...pair,
          agreementId: agreement?.head.id ?? null,
          chainId: placed?.chainId ?? null,
          number,
          outsideNumber: input.outsideNumber,
          form: "goods",
          firstState: lines.every((line) => line.state === "confirmed") ? "confirmed" : "placed",
          bookedAt: agreement?.head.bookedAt ?? "acceptance",
          isOneStep: agreement?.head.isOneStep ?? false,
          orderedOn,
          title: input.title,
          deliverTo: input.deliverTo,
          lines,
        },
      ]),
      ...(placed ? writeChain(tx, { ...placed, number: chainNumber, originTradeId: tradeId, isNew: true }) : []),
      reservePlaced(
        tx,
        lines.flatMap((line) =>
          line.sellerItemId && line.state === "confirmed"
            ? [
                {
                  tradeId,
                  lineNumber: line.lineNumber,
                  state: "confirmed" as const,
                  sellerId: tx.companyId,
                  sellerItemId: line.sellerItemId,
                  stockQuantity: line.quantity.times(line.sellerFactor),
                  promisedOn: line.promisedOn,
                },
              ]
            : [],
        ),
      ),
      audit(tx, [{ command: "trade.placed", subjectKind: "trade", subjectId: tradeId, details: { number } }]),
      announce(tx, [{ kind: "trade.placed", subjectId: tradeId }]),
    ]);
  if (placed?.plan.lines[0]?.form === "processing") {
    await write();
    const prepared = await prepareWork(tx, placed, tradeId, items, today);
    if (!prepared.ok) return prepared;
  } else withCommit(tx, write);
  if (!placed || !plan.ok)
    return ok({
      tradeId,
      number,
      chainId: null,
      chainNumber: null,
      tradeCount: 0,
      stepCount: 0,
      waitingCount: 0,
      promisedOn: null,
      reasons,
    });
  return ok({ tradeId, number, ...resultOf(plan.value, placed, chainNumber), reasons });
}

function toReason(refusal: Refusal): WaitingReason {
  const index = Number(refusal.field?.split(".")[1] ?? 0);
  return { lineNumber: index + 1, code: refusal.code, values: { ...refusal.values } };
}
