import { checkRouting, isValidOn } from "../../domain/items/index.ts";
import { addDays, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { newId, requireSaved, requireVersion, type Tx } from "../platform/index.ts";
import { changeLeadTime, loadItem, raiseItemVersion } from "./item.store.ts";
import { recordItem } from "./record.ts";
import { loadRouting, type SavedOperation, saveOperations } from "./routing.store.ts";

/** Times of one item that are to be other ones: of operations, and its lead time. */
export interface TimesChange {
  readonly itemId: string;
  /** Version of the item as it was seen. */
  readonly version: number;
  /** The first day of the new times of operations; those before keep standing until the day before it. */
  readonly validFrom: PlainDate;
  readonly operations: readonly {
    readonly operationNumber: number;
    readonly workCenterId: string;
    readonly setupMinutes: string;
    readonly runMinutesPerUnit: string;
  }[];
  readonly leadTimeDays: number | null;
}

/** Changes times of an item's routing from a day on, and its lead time, as one change with one version and one line in the audit. */
export async function changeTimes(tx: Tx, change: TimesChange): Promise<Outcome<null>> {
  const { itemId, version, validFrom, leadTimeDays } = change;
  const found = requireVersion(await loadItem(tx, itemId), version);
  if (!found.ok) return found;
  if (change.operations.length > 0) {
    const stored = await loadRouting(tx, itemId);
    const saved: SavedOperation[] = [];
    for (const wanted of change.operations) {
      const now = stored.find((one) => one.operationNumber === wanted.operationNumber && isValidOn(one, validFrom));
      if (now?.workCenterId !== wanted.workCenterId) {
        return refuse("ROUTING_WITHOUT_OPERATION", { item: found.value.code, number: wanted.operationNumber });
      }
      const times = { setupMinutes: wanted.setupMinutes, runMinutesPerUnit: wanted.runMinutesPerUnit };
      if (now.validFrom === validFrom) saved.push({ ...now, ...times, itemId });
      else {
        saved.push({ ...now, itemId, validTo: addDays(validFrom, -1) });
        saved.push({ ...now, ...times, itemId, id: newId(), validFrom });
      }
    }
    const changed = new Set(saved.map(({ id }) => id));
    const wrong = checkRouting([...stored.filter(({ id }) => !changed.has(id)), ...saved]);
    if (wrong.length > 0) return { ok: false, refusals: [wrong[0]!, ...wrong.slice(1)] };
    await saveOperations(tx, saved);
  }
  if (leadTimeDays !== null) await changeLeadTime(tx, itemId, leadTimeDays);
  const raised = requireSaved(await raiseItemVersion(tx, itemId, version));
  if (!raised.ok) return raised;
  await recordItem(tx, "change-times", itemId, {
    validFrom,
    operations: change.operations.map(({ operationNumber, setupMinutes, runMinutesPerUnit }) => ({
      operationNumber,
      setupMinutes,
      runMinutesPerUnit,
    })),
    ...(leadTimeDays !== null && { leadTimeDays, leadTimeDaysBefore: found.value.leadTimeDays }),
  });
  return ok(null);
}
