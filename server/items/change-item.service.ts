import type { Item, ItemInput } from "../../domain/items/index.ts";
import { type Outcome, ok, refuseAll } from "../../domain/shared/index.ts";
import { requireSaved, requireVersion, type Tx } from "../platform/index.ts";
import { checkItem } from "./check-item.service.ts";
import { loadItem, updateItem } from "./item.store.ts";
import { recordItem } from "./record.ts";

/** Changes an item as the version somebody saw; the second of two people at one item is told. */
export async function changeItem(
  tx: Tx,
  id: string,
  input: ItemInput & { readonly version: number },
): Promise<Outcome<Item>> {
  const found = requireVersion(await loadItem(tx, id), input.version);
  if (!found.ok) return found;
  const refused = refuseAll(await checkItem(tx, input, found.value));
  if (refused) return refused;
  const saved = requireSaved(await updateItem(tx, id, input.version, input));
  if (!saved.ok) return saved;
  await recordItem(tx, "change-item", id, { code: input.code });
  return ok((await loadItem(tx, id))!);
}
