import type {
  Choice,
  DispatchForm,
  DispatchRule,
  DispatchStep,
  Earning,
  GroupProcess,
} from "../../domain/network/index.ts";
import { decimal } from "../../domain/shared/index.ts";
import { execute, insertAll, query } from "../platform/db/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import type { Way } from "./chain.store.ts";

/** A step as one JSON object of text and integers: decimals stay exact. */
interface StepJson {
  readonly n: number;
  readonly feeds: number | null;
  readonly per: string;
  readonly process: string;
  readonly name: string;
  readonly code: string;
  readonly decimals: number;
  readonly yield: string;
  readonly lead: number;
  readonly weight: string;
  readonly member: string | null;
  readonly share: string;
}
export interface RuleJson {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly item: string | null;
  readonly itemGroup: string;
  readonly priority: number;
  readonly form: DispatchForm;
  readonly earning: Earning;
  readonly choice: Choice;
  readonly fee: string;
  readonly auto: boolean;
  readonly active: boolean;
  readonly steps: readonly StepJson[] | null;
}

/** A rule with its steps as JSON, of `app.dispatch_rule r`. */
export const RULE_JSON = `jsonb_build_object('id', r.id, 'name', r.name, 'group', r.group_id, 'item', r.item_id, 'itemGroup', r.item_group_code, 'priority', r.priority, 'form', r.form, 'earning', r.earning,
  'choice', r.choice, 'fee', r.fee_percent::text, 'auto', r.is_automatic, 'active', r.is_active,
  'steps', (select jsonb_agg(jsonb_build_object('n', s.step_number, 'feeds', s.feeds_step_number, 'per', s.quantity_per::text, 'process', s.process_code, 'name', s.process_name, 'code', s.code, 'decimals', s.unit_decimals,
      'yield', s.yield::text, 'lead', s.lead_time_days, 'weight', s.weight::text, 'member', s.member_id, 'share', s.share_percent::text) order by s.step_number, s.part)
    from app.dispatch_step s where s.company_id = r.company_id and s.rule_id = r.id))`;

export function toRule(json: RuleJson): DispatchRule {
  const steps = new Map<number, DispatchStep>();
  for (const row of json.steps ?? []) {
    const before = steps.get(row.n);
    const members = row.member ? [{ memberId: row.member, sharePercent: decimal(row.share) }] : [];
    steps.set(row.n, {
      stepNumber: row.n,
      feedsStepNumber: row.feeds,
      quantityPer: decimal(row.per),
      processCode: row.process,
      processName: row.name,
      code: row.code,
      unitDecimals: row.decimals,
      yield: decimal(row.yield),
      leadTimeDays: row.lead,
      weight: BigInt(row.weight),
      members: [...(before?.members ?? []), ...members],
    });
  }
  return {
    id: json.id,
    name: json.name,
    groupId: json.group,
    itemId: json.item,
    itemGroupCode: json.itemGroup,
    priority: json.priority,
    form: json.form,
    earning: json.earning,
    choice: json.choice,
    feePercent: decimal(json.fee),
    isAutomatic: json.auto,
    isActive: json.active,
    steps: [...steps.values()],
  };
}

export interface RuleRow {
  readonly id: string;
  readonly name: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly itemGroupCode: string;
  readonly priority: number;
  readonly form: DispatchForm;
  readonly earning: Earning;
  readonly choice: Choice;
  readonly feePercent: string;
  readonly isAutomatic: boolean;
  readonly isActive: boolean;
  readonly stepCount: number;
  readonly memberCount: number;
}

/** The window's rules by priority and id: keyset after `(priority, id)`; `search` is the beginning of a name or item code. */
export async function listRules(
  tx: Tx,
  filter: { readonly search: string; readonly isActive: boolean | null },
  after: readonly [number, string] | null,
  limit: number,
  way: Way = { word: "asc", after: ">" },
): Promise<RuleRow[]> {
  return query<RuleRow>(
    tx,
    {
      name: `dispatchRule.list.${way.word}`,
      text: `select r.id, r.name, coalesce(i.code, '') "itemCode", coalesce(i.name, '') "itemName", r.item_group_code "itemGroupCode", r.priority, r.form, r.earning, r.choice, trim_scale(r.fee_percent)::text "feePercent",
          r.is_automatic "isAutomatic", r.is_active "isActive", coalesce(s.steps, 0)::int "stepCount", coalesce(s.members, 0)::int "memberCount"
        from app.dispatch_rule r left join app.item i on i.company_id = r.company_id and i.id = r.item_id
        left join lateral (select count(distinct s.step_number) steps, count(distinct s.member_id) members from app.dispatch_step s where s.company_id = r.company_id and s.rule_id = r.id) s on true
        where r.company_id = $1 and ($2 = '' or position(lower($2) in lower(r.name)) > 0 or position(lower($2) in lower(coalesce(i.code, ''))) > 0) and ($3::boolean is null or r.is_active = $3)
          and ($4::int is null or (r.priority, r.id) ${way.after} ($4, $5::uuid)) order by r.priority ${way.word}, r.id ${way.word} limit $6`,
    },
    [tx.companyId, filter.search, filter.isActive, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
}

export interface StoredRule {
  readonly rule: DispatchRule;
  readonly version: number;
  readonly itemCode: string;
  readonly itemName: string;
}

export async function loadRules(tx: Tx, ids: readonly string[] | null): Promise<StoredRule[]> {
  const rows = await query<{ rule: RuleJson; version: number; item_code: string | null; item_name: string | null }>(
    tx,
    {
      name: "dispatchRule.load",
      text: `select ${RULE_JSON} rule, r.version, i.code item_code, i.name item_name from app.dispatch_rule r left join app.item i on i.company_id = r.company_id and i.id = r.item_id
        where r.company_id = $1 and ($2::uuid[] is null or r.id = any($2)) order by r.priority, r.name, r.id`,
    },
    [tx.companyId, ids],
  );
  return rows.map((row) => ({
    rule: toRule(row.rule),
    version: row.version,
    itemCode: row.item_code ?? "",
    itemName: row.item_name ?? "",
  }));
}

const headOf = (rule: DispatchRule) => ({
  name: rule.name,
  group_id: rule.groupId,
  item_id: rule.itemId,
  item_group_code: rule.itemGroupCode,
  priority: rule.priority,
  form: rule.form,
  earning: rule.earning,
  choice: rule.choice,
  fee_percent: rule.feePercent,
  is_automatic: rule.isAutomatic,
  is_active: rule.isActive,
});

const stepRows = (companyId: string, rule: DispatchRule) =>
  rule.steps.flatMap((step) =>
    (step.members.length > 0 ? step.members : [{ memberId: null, sharePercent: decimal(100) }]).map(
      (member, index) => ({
        company_id: companyId,
        rule_id: rule.id,
        step_number: step.stepNumber,
        part: index + 1,
        feeds_step_number: step.feedsStepNumber,
        quantity_per: step.quantityPer,
        process_code: step.processCode,
        process_name: step.processName,
        member_id: member.memberId,
        share_percent: member.sharePercent,
        code: step.code,
        unit_decimals: step.unitDecimals,
        yield: step.yield,
        lead_time_days: step.leadTimeDays,
        weight: step.weight,
      }),
    ),
  );

export async function insertRules(tx: Tx, rules: readonly DispatchRule[]): Promise<void> {
  await settleAll([
    insertAll(
      tx,
      "dispatch_rule",
      rules.map((rule) => ({ company_id: tx.companyId, id: rule.id, ...headOf(rule) })),
    ),
    insertAll(
      tx,
      "dispatch_step",
      rules.flatMap((rule) => stepRows(tx.companyId, rule)),
    ),
  ]);
}

/** @returns rows changed: 0 when somebody else saved in between */
export async function updateRule(tx: Tx, rule: DispatchRule, seenVersion: number): Promise<number> {
  const head = headOf(rule);
  const saved = await execute(
    tx,
    {
      name: "dispatchRule.update",
      text: `update app.dispatch_rule set name = $4, group_id = $5, item_id = $6, item_group_code = $7, priority = $8, form = $9, earning = $10, choice = $11, fee_percent = $12, is_automatic = $13, is_active = $14, version = version + 1
        where company_id = $1 and id = $2 and version = $3`,
    },
    [tx.companyId, rule.id, seenVersion, ...Object.values(head)],
  );
  if (saved === 0) return 0;
  await settleAll([
    execute(tx, "delete from app.dispatch_step where company_id = $1 and rule_id = $2", [tx.companyId, rule.id]),
    insertAll(tx, "dispatch_step", stepRows(tx.companyId, rule)),
  ]);
  return saved;
}

export interface RuleScope {
  readonly members: readonly (GroupProcess & { readonly name: string; readonly isSigned: boolean })[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

/** The groups the acting company is window of, with the members that are in them today. */
export async function loadOwnGroups(tx: Tx): Promise<RuleScope> {
  const rows = await query<{
    id: string;
    name: string;
    company_id: string | null;
    member: string;
    codes: string[];
    signed: boolean;
  }>(
    tx,
    {
      name: "network.ownGroups",
      text: `select g.id, g.name, m.company_id, coalesce(m.name, '') member, coalesce(m.process_codes, '{}') codes, m.dispatch_signed_on is not null signed from app.company_group g
        left join app.group_member m on m.group_id = g.id and (m.left_on is null or m.left_on > current_date) where g.window_company_id = $1 order by g.name, m.name`,
    },
    [tx.companyId],
  );
  return {
    groups: [...new Map(rows.map((row) => [row.id, { id: row.id, name: row.name }])).values()],
    members: rows.flatMap((row) =>
      row.company_id
        ? [
            {
              groupId: row.id,
              companyId: row.company_id,
              processCodes: row.codes,
              name: row.member,
              isSigned: row.signed,
            },
          ]
        : [],
    ),
  };
}

/** Own items by id or by code. */
export async function findItemsByCode(
  tx: Tx,
  ids: readonly string[],
  codes: readonly string[],
): Promise<{ id: string; code: string; name: string }[]> {
  return query(
    tx,
    {
      name: "network.items",
      text: "select id, code, name from app.item where company_id = $1 and (id = any($2::uuid[]) or code = any($3))",
    },
    [tx.companyId, ids, codes],
  );
}
