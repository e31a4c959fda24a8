import type { z } from "zod";
import { type dispatchPreviewShape, freeOf } from "../../domain/network/index.ts";
import { type Decimal, decimal } from "../../domain/shared/index.ts";
import type { Tx } from "../platform/index.ts";
import type { previewDispatch } from "./dispatch.service.ts";

type Preview = Extract<Awaited<ReturnType<typeof previewDispatch>>, { ok: true }>["value"];
const RANK = { own: 0, ready: 0, person: 1, impossible: 2 } as const;
const STATES = ["ready", "person", "impossible"] as const;

/** The preview as the screen shows it: text for numbers, names for companies, the worst answer for the whole. */
export function previewAnswer(tx: Tx, preview: Preview): z.input<typeof dispatchPreviewShape> {
  const { origin, facts, lines } = preview;
  const names = new Map(facts.members.map((member) => [member.companyId, member.name]));
  const nameOf = (id: string) => names.get(id) ?? "";
  const answers = lines.flatMap((line) => line.answers);
  const recipients = new Map<string, number>();
  for (const { step } of answers)
    if (step.kind === "trade")
      for (const id of new Set([step.sellerId, step.buyerId]))
        if (id !== tx.companyId) recipients.set(id, (recipients.get(id) ?? 0) + 1);
  const worst = Math.max(
    0,
    ...lines.map((line) => (line.plan.ok && line.unmade.length === 0 ? 0 : RANK.impossible)),
    ...answers.map((one) => RANK[one.answer]),
  );
  return {
    tradeId: origin.tradeId,
    number: origin.number,
    partnerName: origin.partnerName,
    orderedOn: origin.orderedOn,
    state: STATES[worst]!,
    tradeCount: new Set(
      answers.filter((one) => one.step.kind === "trade").map(({ step }) => `${step.sellerId}/${step.buyerId}`),
    ).size,
    recipients: [...recipients].map(([companyId, stepCount]) => ({ companyId, name: nameOf(companyId), stepCount })),
    lines: lines.map(({ line, plan, stock, allocated, answers: own, unmade }) => {
      const planned = plan.ok ? plan.value.lines[0] : undefined;
      const inOrderUnit = (quantity: Decimal) => quantity.dividedBy(line.factor).toDecimalPlaces(6, 1).toFixed();
      const none = decimal(0);
      return {
        lineNumber: line.lineNumber,
        itemCode: line.code,
        description: line.description,
        quantity: line.quantity.toFixed(),
        unit: line.unit,
        wantedOn: line.wantedOn,
        amountYen: line.amountYen.toString(),
        rule: planned?.ruleName || null,
        ruleId: planned?.ruleId ?? null,
        form: planned?.ruleId ? planned.form : null,
        feeYen: planned?.feeYen?.toString() ?? null,
        promisedOn: planned?.promisedOn ?? null,
        isLate: planned?.isLate ?? false,
        problems: (plan.ok ? unmade : plan.refusals).map(({ code, values }) => ({ code, values: { ...values } })),
        stock: {
          free: inOrderUnit(freeOf(stock).plus(allocated ?? none)),
          onHand: inOrderUnit(stock?.onHand ?? none),
          reserved: inOrderUnit((stock?.reserved ?? none).minus(allocated ?? none)),
          keptElsewhere: inOrderUnit(stock?.keptElsewhere ?? none),
          taken: inOrderUnit(planned?.taken ?? none),
          made: inOrderUnit(planned?.made ?? line.quantity.times(line.factor)),
        },
        steps: own.map(({ step, startQuantity, answer, reason }) => ({
          ...step,
          sellerName: nameOf(step.sellerId),
          buyerName: nameOf(step.buyerId),
          startQuantity: startQuantity.toFixed(),
          quantity: step.quantity.toFixed(),
          yield: step.yield.toFixed(),
          amountYen: step.amountYen?.toString() ?? null,
          earningYen: step.earningYen?.toString() ?? null,
          answer,
          reason,
        })),
      };
    }),
  };
}
