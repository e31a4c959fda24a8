import type { Alternative } from "../../domain/resources/index.ts";
import type { Refusal } from "../../domain/shared/index.ts";

/** A work centre stands for another one, once. */
export function checkAlternatives(
  workCenterId: string,
  alternatives: readonly Alternative[],
  known: ReadonlySet<string>,
): Refusal[] {
  return alternatives.flatMap((one, index): Refusal[] => {
    const field = `alternatives.${index}.workCenterId`;
    if (one.workCenterId === workCenterId) return [{ code: "ALTERNATIVE_ITSELF", field }];
    if (!known.has(one.workCenterId)) return [{ code: "WORK_CENTER_UNKNOWN", field }];
    const first = alternatives.findIndex((other) => other.workCenterId === one.workCenterId);
    return first < index ? [{ code: "ALTERNATIVE_TWICE", field }] : [];
  });
}
