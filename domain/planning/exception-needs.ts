import type { PlainDate } from "../shared/index.ts";
import type { DemandKind, PlanExceptionKind, RecordRef } from "./plan-records.ts";

/** A need somebody outside the plan has, with the day it is for. */
export interface OutsideNeed extends RecordRef<DemandKind> {
  readonly neededOn: PlainDate;
}

/** Where a supply goes: on into another supply, or to a need. */
export type NeedStep = { readonly to: string } | { readonly need: OutsideNeed };

/**
 * The needs behind supplies, over all levels: what is ordered before what is held for somebody, a forecast last, each by day. A supply that is reached twice, also in
 * a circle, is climbed once.
 *
 * @param steps where each supply goes, by its name
 */
export function needsBehind(from: readonly string[], steps: ReadonlyMap<string, readonly NeedStep[]>): OutsideNeed[] {
  const seen = new Set(from);
  const needs = new Map<string, OutsideNeed>();
  const waiting = [...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const step of steps.get(name) ?? []) {
      if ("to" in step) {
        if (!seen.has(step.to)) waiting.push(step.to);
        seen.add(step.to);
        continue;
      }
      const key = `${step.need.id}/${step.need.line ?? 0}`;
      const known = needs.get(key);
      if (!known || step.need.neededOn < known.neededOn) needs.set(key, step.need);
    }
  }
  const rank = ({ kind, neededOn, id, line }: OutsideNeed) =>
    `${kind === "forecast" ? 2 : kind === "promise" ? 1 : 0}${neededOn}${id}${String(line ?? 0).padStart(6, "0")}`;
  return [...needs.values()].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** So many customers are told together; who has more to tell does it from their orders. */
const MOST_CUSTOMERS = 10;

/**
 * The lines of customers that wait for what should have begun: beside beginning now, they may be given a new date. Of other kinds the
 * remedy itself keeps the day, or nothing is late.
 */
export function customersWaiting(kind: PlanExceptionKind, needs: readonly OutsideNeed[]): OutsideNeed[] {
  if (kind !== "past_due_start" && kind !== "inside_fence") return [];
  return needs.filter((need) => need.kind === "sales").slice(0, MOST_CUSTOMERS);
}
