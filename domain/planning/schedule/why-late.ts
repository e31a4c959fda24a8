import type { CompiledFactory } from "./compile.ts";
import type { LateReason } from "./schedule-records.ts";
import type { Timetable } from "./timetable.ts";
import { NEVER } from "./working-time.ts";

/** A chain longer than this tells nobody more. */
const LONGEST = 20;

/**
 * Why an order ends when it does: from its last operation back, at each one what it waited for in the end, up to something that waits for nothing else
 * (its material, its release, now).
 *
 * @param from another operation to begin with than the order's last
 */
export function whyLate(
  { factory, operations, orders, clock, machineIds, personIds }: CompiledFactory,
  table: Timetable,
  job: number,
  from = -1,
): LateReason[] {
  const name = (at: number) => operations[at]!.checked.record.id;
  const orderOf = (at: number) => orders[factory.job[at]!]!.id;
  const reasons: LateReason[] = [];
  const seen = new Set<number>();
  let at = from;
  for (let own = factory.jobFirst[job]!; from < 0 && own < factory.jobFirst[job + 1]!; own++)
    if (at < 0 || table.end[own]! > table.end[at]!) at = own;
  while (at >= 0 && reasons.length < LONGEST && !seen.has(at)) {
    seen.add(at);
    const { checked } = operations[at]!;
    const binding = table.bindingOf(at);
    const start = table.start[at]!;
    if (start >= NEVER || table.end[at]! >= NEVER) {
      // The first that finds no time is the reason; what waits for it only follows.
      if (binding.kind === "operation" && table.end[binding.behind]! >= NEVER) {
        at = binding.behind;
        continue;
      }
      const partner = operations[at]!.checked.record.subcontract?.partnerId;
      const machine = machineIds[table.machineOf(at)] ?? partner ?? "";
      const values = { operation: name(at), machine, ...(partner !== undefined && { partner }) };
      reasons.push({ code: "NO_WORKING_TIME", values });
      break;
    }
    const minutes = table.workingTimeOf(at).workedUntil(table.end[at]!) - table.workingTimeOf(at).workedUntil(start);
    const own = { operation: name(at), start: clock.moment(start), end: clock.moment(table.end[at]!), minutes };
    if (checked.record.subcontract) {
      const { partnerId, leadTimeDays } = checked.record.subcontract;
      reasons.push({ code: "SUBCONTRACTED", values: { ...own, partner: partnerId, days: leadTimeDays } });
    }
    if (!("behind" in binding)) {
      reasons.push(rootReason(binding.kind));
      break;
    }
    const { behind } = binding;
    const other = {
      behindOrder: orderOf(behind),
      behindOperation: name(behind),
      until: clock.moment(table.end[behind]!),
    };
    if (binding.kind === "machine")
      reasons.push({
        code: "WAITS_FOR_MACHINE",
        values: { ...own, ...other, machine: machineIds[table.machineOf(at)]! },
      });
    else if (binding.kind === "person") {
      const person = personIds[table.person[at]! - factory.machineCount]!;
      reasons.push({ code: "WAITS_FOR_PERSON", values: { ...own, ...other, person, skill: checked.record.skill! } });
    } else {
      const code = factory.job[behind] === factory.job[at] ? "WAITS_FOR_OPERATION" : "WAITS_FOR_ORDER";
      reasons.push({ code, values: { ...own, ...other } });
    }
    at = behind;

    function rootReason(kind: "none" | "release" | "pin"): LateReason {
      if (kind === "pin") return { code: "PINNED", values: { ...own } };
      const held = table.factory.releaseAt[at]!;
      if (kind === "release" && held > factory.releaseAt[at]!) return { code: "JUST_IN_TIME", values: { ...own } };
      const { release } = operations[at]!;
      return kind === "release"
        ? { code: release.code, values: { ...own, ...release.values } }
        : { code: "STARTS_NOW", values: { ...own } };
    }
  }
  return reasons;
}
