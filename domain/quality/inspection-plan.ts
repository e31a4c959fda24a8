import { Decimal, decimal, type Refusal } from "../shared/index.ts";

export const INSPECTION_KINDS = ["receiving", "in_process", "final"] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];
export const SAMPLINGS = ["all", "sample", "skip"] as const;
export type Sampling = (typeof SAMPLINGS)[number];

/** One thing looked at. Limits are inclusive decimal text; `attribute` is only good or not good. */
export interface Characteristic {
  readonly name: string;
  readonly kind: "measured" | "attribute";
  readonly unit: string;
  readonly lower: string | null;
  readonly upper: string | null;
  /** How it is measured: ノギス, 目視, 三次元測定機. */
  readonly method: string;
}

export interface InspectionPlan {
  readonly sampling: Sampling;
  readonly sampleSize: number | null;
  readonly characteristics: readonly Characteristic[];
}

export type PlanRefusal =
  | "CHARACTERISTIC_TWICE"
  | "CHARACTERISTIC_WITHOUT_LIMIT"
  | "LIMITS_CROSSED"
  | "SAMPLE_SIZE_MISSING"
  | "CHARACTERISTICS_MISSING";

/** Everything wrong with a plan, each at its field. */
export function checkPlan(plan: InspectionPlan): Refusal<PlanRefusal>[] {
  const refusals: Refusal<PlanRefusal>[] = [];
  if (plan.sampling === "sample" && plan.sampleSize === null)
    refusals.push({ code: "SAMPLE_SIZE_MISSING", field: "sampleSize" });
  if (plan.sampling !== "skip" && plan.characteristics.length === 0)
    refusals.push({ code: "CHARACTERISTICS_MISSING", field: "characteristics" });
  const names = new Set<string>();
  for (const [index, one] of plan.characteristics.entries()) {
    const field = `characteristics.${index}`;
    if (names.has(one.name))
      refusals.push({ code: "CHARACTERISTIC_TWICE", values: { name: one.name }, field: `${field}.name` });
    names.add(one.name);
    if (one.kind === "attribute") continue;
    if (one.lower === null && one.upper === null)
      refusals.push({ code: "CHARACTERISTIC_WITHOUT_LIMIT", values: { name: one.name }, field: `${field}.lower` });
    if (one.lower !== null && one.upper !== null && decimal(one.lower).greaterThan(one.upper))
      refusals.push({ code: "LIMITS_CROSSED", values: { name: one.name }, field: `${field}.upper` });
  }
  return refusals;
}

/**
 * How many readings of each characteristic a plan asks for.
 *
 * @param quantity pieces to judge, in the line's unit; a part of a unit counts as one
 */
export function readingsNeeded(plan: Pick<InspectionPlan, "sampling" | "sampleSize">, quantity: Decimal): number {
  if (plan.sampling === "skip") return 0;
  if (plan.sampling === "all") return 1;
  const pieces = quantity.toDecimalPlaces(0, Decimal.ROUND_UP).toNumber();
  return Math.min(plan.sampleSize ?? 1, Math.max(pieces, 1));
}

/** One value of one characteristic on one piece: decimal text, or for an attribute whether it is good. */
export interface Reading {
  readonly characteristic: string;
  readonly value: string | null;
  readonly isGood: boolean | null;
}

/** A reading with the limits it was held against, as it stays on the inspection when the plan changes later. */
export interface JudgedReading extends Reading {
  readonly unit: string;
  readonly lower: string | null;
  readonly upper: string | null;
  readonly isWithin: boolean;
}

export type ReadingRefusal = "CHARACTERISTIC_UNKNOWN" | "READING_MISSING" | "READINGS_TOO_FEW";

/** Holds readings against a plan. Refusals name `readings.N`, or `readings` for what was not measured at all. */
export function judgeReadings(
  plan: InspectionPlan,
  readings: readonly Reading[],
  quantity: Decimal,
): { readonly judged: JudgedReading[]; readonly refusals: Refusal<ReadingRefusal>[] } {
  const refusals: Refusal<ReadingRefusal>[] = [];
  const judged: JudgedReading[] = [];
  const counts = new Map<string, number>();
  for (const [index, reading] of readings.entries()) {
    const known = plan.characteristics.find((one) => one.name === reading.characteristic);
    if (!known) {
      refusals.push({
        code: "CHARACTERISTIC_UNKNOWN",
        values: { name: reading.characteristic },
        field: `readings.${index}.characteristic`,
      });
      continue;
    }
    const isAttribute = known.kind === "attribute";
    if (isAttribute ? reading.isGood === null : reading.value === null) {
      refusals.push({ code: "READING_MISSING", values: { name: known.name }, field: `readings.${index}.value` });
      continue;
    }
    counts.set(known.name, (counts.get(known.name) ?? 0) + 1);
    judged.push({
      characteristic: known.name,
      value: isAttribute ? null : reading.value,
      isGood: isAttribute ? reading.isGood : null,
      unit: known.unit,
      lower: known.lower,
      upper: known.upper,
      isWithin: isAttribute ? reading.isGood === true : isWithin(decimal(reading.value!), known),
    });
  }
  const needed = readingsNeeded(plan, quantity);
  for (const one of plan.characteristics) {
    const got = counts.get(one.name) ?? 0;
    if (got < needed)
      refusals.push({ code: "READINGS_TOO_FEW", values: { name: one.name, needed, got }, field: "readings" });
  }
  return { judged, refusals };
}

function isWithin(value: Decimal, { lower, upper }: Characteristic): boolean {
  return !(lower !== null && value.lessThan(lower)) && !(upper !== null && value.greaterThan(upper));
}
