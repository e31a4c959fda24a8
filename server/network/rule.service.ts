import type { z } from "zod";
import {
  checkRule,
  type DispatchRule,
  type dispatchRuleInputShape,
  type RuleRefusal,
} from "../../domain/network/index.ts";
import { decimal, type Outcome, ok, type Refusal, refuse, refuseAll } from "../../domain/shared/index.ts";
import { announce, audit, newId, requireSaved, requireVersion, settleAll, type Tx } from "../platform/index.ts";
import { findItemsByCode, insertRules, loadOwnGroups, loadRules, type RuleScope, updateRule } from "./rule.store.ts";

export type SaveRuleRefusal =
  | RuleRefusal
  | "GROUP_UNKNOWN"
  | "ITEM_NOT_FOUND"
  | "NOT_A_MEMBER_OF_GROUP"
  | "NOT_FOUND"
  | "STALE_VERSION";

type RuleInput = z.output<typeof dispatchRuleInputShape>;

/** A rule of text and integers, as requests carry it, with exact numbers. */
export function ruleOf(id: string, input: RuleInput): DispatchRule {
  return {
    id,
    name: input.name,
    groupId: input.groupId,
    itemId: input.itemId,
    itemGroupCode: input.itemId ? "" : input.itemGroupCode,
    priority: input.priority,
    form: input.form,
    earning: input.earning,
    choice: input.choice,
    feePercent: decimal(input.feePercent),
    isAutomatic: input.isAutomatic,
    isActive: input.isActive,
    steps: input.steps.map((step) => ({
      ...step,
      quantityPer: decimal(step.quantityPer),
      yield: decimal(step.yield),
      weight: BigInt(step.weight),
      members: step.members.map((member) => ({
        memberId: member.memberId,
        sharePercent: decimal(member.sharePercent),
      })),
    })),
  };
}

/** A rule as answers carry it. */
export function ruleAnswer(stored: { rule: DispatchRule; version: number; itemCode: string; itemName: string }) {
  const { rule, version, itemCode, itemName } = stored;
  return {
    ...rule,
    feePercent: rule.feePercent.toFixed(),
    itemCode,
    itemName,
    version,
    steps: rule.steps.map((step) => ({
      ...step,
      quantityPer: step.quantityPer.toFixed(),
      yield: step.yield.toFixed(),
      weight: Number(step.weight),
      members: step.members.map((member) => ({
        memberId: member.memberId,
        sharePercent: member.sharePercent.toFixed(),
      })),
    })),
  };
}

/** What only the database can say of a rule: the window's own group, its members, an item it has. */
export function checkScope(
  rule: DispatchRule,
  scope: RuleScope,
  windowId: string,
): Refusal<"GROUP_UNKNOWN" | "NOT_A_MEMBER_OF_GROUP">[] {
  if (!scope.groups.some((group) => group.id === rule.groupId)) return [{ code: "GROUP_UNKNOWN", field: "groupId" }];
  const members = new Set(
    scope.members.filter((member) => member.groupId === rule.groupId).map((member) => member.companyId),
  );
  return rule.steps.flatMap((step, index) =>
    step.members.some((member) => member.memberId !== windowId && !members.has(member.memberId))
      ? [
          {
            code: "NOT_A_MEMBER_OF_GROUP" as const,
            values: { step: step.processName },
            field: `steps.${index}.members`,
          },
        ]
      : [],
  );
}

async function check(tx: Tx, rule: DispatchRule): Promise<Outcome<null, SaveRuleRefusal>> {
  const [scope, items] = await settleAll([
    loadOwnGroups(tx),
    findItemsByCode(tx, rule.itemId ? [rule.itemId] : [], []),
  ]);
  const refusals: Refusal<SaveRuleRefusal>[] = [...checkScope(rule, scope, tx.companyId)];
  if (rule.itemId && items.length === 0) refusals.push({ code: "ITEM_NOT_FOUND", field: "itemId" });
  const sound = checkRule(rule);
  if (!sound.ok) refusals.push(...sound.refusals);
  return refuseAll(refusals) ?? ok(null);
}

export async function createRule(tx: Tx, input: RuleInput): Promise<Outcome<string, SaveRuleRefusal>> {
  const rule = ruleOf(newId(), input);
  const sound = await check(tx, rule);
  if (!sound.ok) return sound;
  await insertRules(tx, [rule]);
  await tell(tx, "network.ruleCreated", rule);
  return ok(rule.id);
}

export async function changeRule(
  tx: Tx,
  id: string,
  input: RuleInput & { readonly version: number },
): Promise<Outcome<string, SaveRuleRefusal>> {
  const [found] = await loadRules(tx, [id]);
  const seen = requireVersion(found, input.version);
  if (!seen.ok) return seen;
  const rule = ruleOf(id, input);
  const sound = await check(tx, rule);
  if (!sound.ok) return sound;
  const saved = requireSaved(await updateRule(tx, rule, input.version));
  if (!saved.ok) return saved;
  await tell(tx, "network.ruleChanged", rule);
  return ok(id);
}

async function tell(tx: Tx, command: string, rule: DispatchRule): Promise<void> {
  await settleAll([
    audit(tx, [{ command, subjectKind: "dispatchRule", subjectId: rule.id, details: { name: rule.name } }]),
    announce(tx, [{ kind: "network.rule", subjectId: rule.id }]),
  ]);
}

/** One rule of the acting window. */
export async function readRule(tx: Tx, id: string) {
  const [found] = await loadRules(tx, [id]);
  return found ? ok(ruleAnswer(found)) : refuse("NOT_FOUND");
}
