import type { GridRow } from "../platform/index.ts";

interface Member {
  memberId: string;
  sharePercent: string;
}
export interface RuleStep {
  stepNumber: number;
  feedsStepNumber: number | null;
  quantityPer: string;
  processCode: string;
  processName: string;
  code: string;
  unitDecimals: number;
  yield: string;
  leadTimeDays: number;
  weight: number;
  members: Member[];
}

/** A rule's steps as rows to type in: one per member; a step without a named member is one row too. */
export function rowsOfSteps(steps: readonly RuleStep[]): GridRow[] {
  return steps.flatMap((step) =>
    (step.members.length > 0 ? step.members : [{ memberId: "", sharePercent: "100" }]).map((member, index) => ({
      key: `${step.stepNumber}/${index}`,
      cells: {
        stepNumber: String(step.stepNumber),
        feedsStepNumber: step.feedsStepNumber === null ? "" : String(step.feedsStepNumber),
        processCode: step.processCode,
        processName: step.processName,
        memberId: member.memberId,
        sharePercent: member.sharePercent,
        code: step.code,
        quantityPer: step.quantityPer,
        yield: step.yield,
        leadTimeDays: String(step.leadTimeDays),
        weight: String(step.weight),
        unitDecimals: String(step.unitDecimals),
      },
    })),
  );
}

/** Rows back to steps: rows of one number are one step shared by their members; the first row says what the step is. */
export function stepsOfRows(rows: readonly Readonly<Record<string, string | undefined>>[]): RuleStep[] {
  const steps = new Map<number, RuleStep>();
  for (const row of rows) {
    const stepNumber = Number(row["stepNumber"]);
    const step = steps.get(stepNumber) ?? {
      stepNumber,
      feedsStepNumber: row["feedsStepNumber"] ? Number(row["feedsStepNumber"]) : null,
      quantityPer: row["quantityPer"] ?? "1",
      processCode: row["processCode"] ?? "",
      processName: row["processName"] ?? "",
      code: row["code"] ?? "",
      unitDecimals: Number(row["unitDecimals"] ?? 0),
      yield: row["yield"] ?? "1",
      leadTimeDays: Number(row["leadTimeDays"] ?? 0),
      weight: Number(row["weight"] ?? 0),
      members: [],
    };
    if (row["memberId"]) step.members.push({ memberId: row["memberId"], sharePercent: row["sharePercent"] ?? "100" });
    steps.set(stepNumber, step);
  }
  return [...steps.values()];
}
