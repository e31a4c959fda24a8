import { type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { announce, audit, settleAll, type Tx } from "../platform/index.ts";
import { listGroups, signDispatch } from "./group.store.ts";

/** Signs a group's dispatch agreement for the acting company. Signing twice keeps the first day. */
export async function signGroupDispatch(
  tx: Tx,
  groupId: string,
  today: PlainDate,
): Promise<Outcome<null, "NOT_FOUND">> {
  const group = (await listGroups(tx, today)).find((one) => one.id === groupId);
  if (!group?.isMember) return refuse("NOT_FOUND");
  if (group.dispatchSignedOn) return ok(null);
  await signDispatch(tx, groupId);
  await settleAll([
    audit(tx, [
      { command: "network.dispatchSigned", subjectKind: "group", subjectId: groupId, details: { name: group.name } },
    ]),
    announce(tx, [{ kind: "network.group", subjectId: groupId }]),
  ]);
  return ok(null);
}
