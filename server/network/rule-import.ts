import {
  checkRule,
  type DispatchRule,
  type DispatchStep,
  type RuleTableRow,
  ruleTable,
} from "../../domain/network/index.ts";
import { decimal, type Refusal, type TableRow } from "../../domain/shared/index.ts";
import { type ImportTarget, newId, type RowDecision, settleAll, type Tx } from "../platform/index.ts";
import { checkScope } from "./rule.service.ts";
import { findItemsByCode, insertRules, loadOwnGroups, loadRules, type StoredRule, updateRule } from "./rule.store.ts";

/** A rule of the file as it would be stored: all its rows carry the same action, which is carried out once. */
interface RuleAction {
  readonly rule: DispatchRule;
  readonly version: number | null;
}
type Decision = RowDecision<RuleTableRow, RuleAction>;

/**
 * Dispatch rules from a file. A rule is found again by its name; the file says all of its steps. A mistake of the rule as a whole
 * (a circle, shares) stands at its first row.
 */
export const ruleImport: ImportTarget<RuleTableRow, Tx, RuleAction> = {
  spec: ruleTable,
  async resolve(tx, rows) {
    const [stored, scope, items] = await settleAll([
      loadRules(tx, null),
      loadOwnGroups(tx),
      findItemsByCode(tx, [], [...new Set(rows.flatMap(({ values }) => (values.item ? [values.item] : [])))]),
    ]);
    const byName = new Map<string, TableRow<RuleTableRow>[]>();
    for (const row of rows) byName.set(row.values.rule, [...(byName.get(row.values.rule) ?? []), row]);
    const decisions = new Map<TableRow<RuleTableRow>, Decision>();
    for (const [name, own] of byName) {
      const [first] = own;
      const head = first!.values;
      const known = stored.find((one) => one.rule.name === name);
      const item = items.find((one) => one.code === head.item);
      const problems: {
        row: TableRow<RuleTableRow>;
        code: string;
        field: keyof RuleTableRow;
        values?: Refusal["values"];
      }[] = [];
      const group = scope.groups.find((one) => one.name === head.group);
      if (!group) problems.push({ row: first!, code: "GROUP_UNKNOWN", field: "group" });
      if (head.item && !item)
        problems.push({ row: first!, code: "ITEM_UNKNOWN", field: "item", values: { item: head.item } });
      const steps = new Map<number, DispatchStep>();
      for (const row of own) {
        const { values } = row;
        const member = scope.members.find((one) => one.groupId === group?.id && one.name === values.member);
        const isWindow = values.member === tx.companyId;
        if (values.member && !member && !isWindow)
          problems.push({ row, code: "NOT_A_MEMBER_OF_GROUP", field: "member", values: { step: values.processName } });
        const before = steps.get(values.stepNumber);
        const members = member ? [{ memberId: member.companyId, sharePercent: decimal(values.sharePercent) }] : [];
        steps.set(values.stepNumber, {
          stepNumber: values.stepNumber,
          feedsStepNumber: values.feedsStepNumber ?? null,
          quantityPer: decimal(values.quantityPer),
          processCode: values.processCode,
          processName: values.processName,
          code: values.code,
          unitDecimals: values.unitDecimals,
          yield: decimal(values.yield),
          leadTimeDays: values.leadTimeDays,
          weight: BigInt(values.weight),
          members: [...(before?.members ?? []), ...members],
        });
      }
      const rule: DispatchRule = {
        id: known?.rule.id ?? newId(),
        name,
        groupId: group?.id ?? "",
        itemId: item?.id ?? null,
        itemGroupCode: item ? "" : (head.itemGroup ?? ""),
        priority: head.priority,
        form: head.form,
        earning: head.earning,
        choice: head.choice,
        feePercent: decimal(head.feePercent),
        isAutomatic: head.isAutomatic,
        isActive: head.isActive,
        steps: [...steps.values()].sort((a, b) => a.stepNumber - b.stepNumber),
      };
      const sound = checkRule(rule);
      if (!sound.ok)
        for (const refusal of sound.refusals)
          problems.push({
            row: first!,
            code: refusal.code,
            field: "stepNumber",
            ...(refusal.values && { values: refusal.values }),
          });
      if (group)
        for (const refusal of checkScope(rule, scope, tx.companyId))
          problems.push({ row: first!, ...refusal, field: "member" });
      for (const row of own) decisions.set(row, decide(row, problems, rule, known));
    }
    return rows.map((row) => decisions.get(row)!);
  },
  async apply(tx, actions) {
    const rules = new Map(actions.map(({ action }) => [action.rule.id, action]));
    await insertRules(
      tx,
      [...rules.values()].filter((one) => one.version === null).map((one) => one.rule),
    );
    for (const { rule, version } of rules.values()) if (version !== null) await updateRule(tx, rule, version);
  },
};

function decide(
  row: TableRow<RuleTableRow>,
  problems: readonly {
    row: TableRow<RuleTableRow>;
    code: string;
    field: keyof RuleTableRow;
    values?: Refusal["values"];
  }[],
  rule: DispatchRule,
  known: StoredRule | undefined,
): Decision {
  const [mine, ...more] = problems.filter((one) => one.row === row);
  if (mine) return { does: "problem", problems: [mine, ...more] };
  // A row is good by itself, but its rule is not: nothing of the rule is stored.
  const [other] = problems;
  if (other) return { does: "problem", problems: [{ code: "RULE_HAS_PROBLEMS", field: "rule" }] };
  if (!known) return { does: "insert", action: { rule, version: null } };
  return sameRule(known.rule, rule)
    ? { does: "unchanged" }
    : { does: "update", action: { rule, version: known.version } };
}

const sameRule = (a: DispatchRule, b: DispatchRule) => text(a) === text(b);
const text = (rule: DispatchRule) =>
  JSON.stringify({ ...rule, steps: [...rule.steps].sort((a, b) => a.stepNumber - b.stepNumber) }, (_key, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );

/** Every rule of the window as rows of the file. */
export async function ruleRows(tx: Tx): Promise<RuleTableRow[]> {
  const [rules, scope] = await settleAll([loadRules(tx, null), loadOwnGroups(tx)]);
  const nameOf = (companyId: string, groupId: string) =>
    scope.members.find((one) => one.companyId === companyId && one.groupId === groupId)?.name ?? null;
  return rules.flatMap(({ rule, itemCode }) =>
    rule.steps.flatMap((step) =>
      (step.members.length > 0 ? step.members : [null]).map(
        (member, index): RuleTableRow => ({
          rule: rule.name,
          group: scope.groups.find((group) => group.id === rule.groupId)?.name ?? "",
          item: itemCode || null,
          itemGroup: rule.itemGroupCode || null,
          priority: rule.priority,
          form: rule.form,
          earning: rule.earning,
          choice: rule.choice,
          feePercent: rule.feePercent.toFixed(),
          isAutomatic: rule.isAutomatic,
          isActive: rule.isActive,
          stepNumber: step.stepNumber,
          part: index + 1,
          feedsStepNumber: step.feedsStepNumber,
          quantityPer: step.quantityPer.toFixed(),
          processCode: step.processCode,
          processName: step.processName,
          member: member ? nameOf(member.memberId, rule.groupId) : null,
          sharePercent: member?.sharePercent.toFixed() ?? "100",
          code: step.code,
          unitDecimals: step.unitDecimals,
          yield: step.yield.toFixed(),
          leadTimeDays: step.leadTimeDays,
          weight: Number(step.weight),
        }),
      ),
    ),
  );
}
