import { Decimal, decimal } from "../../domain/shared/index.ts";
import { PROCESSES, type Process } from "./companies.ts";
import { type MachinedPart, type PartStep, STEELS } from "./products.ts";

/** ASSUMED. What the window keeps of the maker's price, before material. */
export const PROCESSING_FEE_PERCENT = 5;

/** What the window owns after a step: the finished part after the last, a stage item before. */
export function stageCode(part: MachinedPart, step: PartStep): string {
  return step === part.steps.at(-1) ? part.code : `${part.code}-${step.operation}`;
}

/** The processing a workshop sells: `SH-2401/20` is heat treatment of the shaft. */
export function processingCode(part: MachinedPart, step: PartStep): string {
  return `${part.code}/${step.operation}`;
}

export function processOf({ operation }: PartStep): Process {
  return PROCESSES.find((process) => process.operation === operation)!;
}

/** What goes into a step for one piece, free of charge: steel at the first, else what the step before made. */
export function freeIssueOf(
  part: MachinedPart,
  step: PartStep,
): { readonly itemCode: string; readonly quantity: string } {
  const before = part.steps[part.steps.indexOf(step) - 1];
  if (before) return { itemCode: stageCode(part, before), quantity: "1" };
  return { itemCode: part.material.code, quantity: part.material.kilogramsPerPiece };
}

/** What a good piece has cost the window after a step: steel and fees of all steps so far, each over its yield. */
export function costAfter(part: MachinedPart, step: PartStep): Decimal {
  const steel = STEELS.find(({ code }) => code === part.material.code)!;
  let cost = decimal(steel.yenPerKilogram).times(part.material.kilogramsPerPiece);
  for (const done of part.steps.slice(0, part.steps.indexOf(step) + 1)) cost = cost.div(done.yield).plus(done.feeYen);
  return cost.toDecimalPlaces(6);
}

/** What a good piece costs the workshop: set-up over a lot of a hundred, and run. */
export function workshopCost(step: PartStep): Decimal {
  return new Decimal(step.setupMinutes)
    .div(100)
    .plus(step.runMinutesPerUnit)
    .div(60)
    .times(processOf(step).rateYenPerHour)
    .div(step.yield)
    .toDecimalPlaces(6);
}
