import { announce, audit, type Tx } from "../platform/index.ts";

/** Writes down that an item changed and tells open screens. */
export async function recordItem(
  tx: Tx,
  command: string,
  itemId: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await audit(tx, [{ command: `items.${command}`, subjectKind: "item", subjectId: itemId, details }]);
  await announce(tx, [{ kind: "items.item", subjectId: itemId }]);
}
