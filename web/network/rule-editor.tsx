import { Alert, Button, Group, List, NumberInput, Select, Stack, Switch, TextInput, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  type AnswerOf,
  type GridColumn,
  LineGrid,
  LookupField,
  type LookupHit,
  PageHead,
  useCan,
  useCommand,
  useGo,
  useLineGrid,
  usePageTitle,
  useText,
} from "../platform/index.ts";
import { rowsOfSteps, stepsOfRows } from "./rule-rows.ts";
import { findItems } from "./words.ts";

type Rule = AnswerOf<"get", "/api/v1/network/rules/{id}">;
type GroupRow = AnswerOf<"get", "/api/v1/network/groups">["rows"][number];

/** A rule is a small head and a grid of its steps: one row per step, and per member where several share one. */
export function RuleEditor({ rule, groups }: { readonly rule: Rule | null; readonly groups: readonly GroupRow[] }) {
  const t = useText();
  const go = useGo();
  const can = useCan();
  const own = groups.filter((group) => group.isWindow);
  const [head, setHead] = useState({
    name: rule?.name ?? "",
    groupId: rule?.groupId ?? own[0]?.id ?? "",
    itemGroupCode: rule?.itemGroupCode ?? "",
    priority: rule?.priority ?? 100,
    form: rule?.form ?? ("relay" as const),
    earning: rule?.earning ?? ("agreed_price" as const),
    choice: rule?.choice ?? ("by_item" as const),
    feePercent: rule?.feePercent ?? "0",
    isAutomatic: rule?.isAutomatic ?? false,
    isActive: rule?.isActive ?? true,
  });
  const [item, setItem] = useState<LookupHit | null>(
    rule?.itemId ? { id: rule.itemId, code: rule.itemCode, name: rule.itemName } : null,
  );
  const [problems, setProblems] = useState<readonly string[]>([]);
  usePageTitle(rule?.name ?? t("network.rule.new"));
  const group = own.find((one) => one.id === head.groupId);
  const columns = useMemo<GridColumn[]>(() => {
    const members = (group?.members ?? []).map((member) => ({ value: member.companyId, label: member.name }));
    if (group && !members.some((one) => one.value === group.windowCompanyId))
      members.push({ value: group.windowCompanyId, label: group.windowName });
    return [
      { id: "stepNumber", header: t("network.rule.step"), kind: "integer", moreThan: "0", required: true, width: 70 },
      { id: "feedsStepNumber", header: t("network.rule.feeds"), kind: "integer", moreThan: "0", width: 70 },
      { id: "processCode", header: t("network.rule.processCode"), kind: "code", required: true, width: 100 },
      { id: "processName", header: t("network.step.process"), kind: "text", required: true, width: 140 },
      { id: "memberId", header: t("network.step.seller"), kind: "choice", options: members, width: 180 },
      {
        id: "sharePercent",
        header: t("network.rule.share"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        initial: "100",
        width: 80,
      },
      { id: "code", header: t("network.rule.code"), kind: "text", required: true, width: 170 },
      {
        id: "quantityPer",
        header: t("network.rule.per"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        initial: "1",
        width: 80,
      },
      {
        id: "yield",
        header: t("network.rule.yield"),
        kind: "decimal",
        moreThan: "0",
        required: true,
        initial: "1",
        width: 80,
      },
      {
        id: "leadTimeDays",
        header: t("network.rule.leadTime"),
        kind: "integer",
        min: "0",
        required: true,
        initial: "previous",
        width: 90,
      },
      {
        id: "weight",
        header: t("network.rule.weight"),
        kind: "integer",
        min: "0",
        required: true,
        initial: "1",
        width: 80,
      },
      {
        id: "unitDecimals",
        header: t("network.rule.decimals"),
        kind: "integer",
        min: "0",
        required: true,
        initial: "0",
        width: 80,
      },
    ];
  }, [t, group]);
  const grid = useLineGrid({
    columns,
    initial: rule ? rowsOfSteps(rule.steps) : [],
    draft: `network.rule.${rule?.id ?? "new"}`,
  });
  const create = useCommand("post", "/api/v1/network/rules", {
    success: t("network.rule.saved"),
    placesRefusals: true,
  });
  const change = useCommand("put", "/api/v1/network/rules/{id}", {
    success: t("network.rule.saved"),
    placesRefusals: true,
  });
  const set = (part: Partial<typeof head>) => setHead({ ...head, ...part });
  const choices = <T extends string>(area: string, values: readonly T[]) =>
    values.map((value) => ({ value, label: t(`network.${area}.${value}`) }));

  const save = async () => {
    const lines = await grid.read();
    if (!lines) return;
    const body = { ...head, itemId: item?.id ?? null, steps: stepsOfRows(lines.map(({ values }) => values)) };
    const end = rule
      ? await change.run({ params: { path: { id: rule.id } }, body: { ...body, version: rule.version } })
      : await create.run({ body });
    if (end?.ok) {
      setProblems([]);
      grid.settle();
      go("network/rules");
    } else if (end?.problem) setProblems(end.problem.errors?.map((one) => one.detail) ?? [end.problem.detail ?? ""]);
  };
  return (
    <Stack gap={12}>
      <PageHead
        title={rule ? `${t("network.rule.title")} ${rule.name}` : t("network.rule.new")}
        hint={t("network.rule.hint")}
      >
        {can("network.manage") && (
          <Button
            onClick={() => void save()}
            loading={create.busy || change.busy || grid.isReading}
            disabled={!head.name || !head.groupId}
          >
            {t("network.rule.save")}
          </Button>
        )}
      </PageHead>
      {problems.length > 0 && (
        <Alert color="red">
          <List size="sm">
            {[...new Set(problems)].map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Group align="flex-end" gap={10}>
        <TextInput
          label={t("network.rule.name")}
          value={head.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
          required
          w={240}
        />
        <Select
          label={t("network.rule.group")}
          data={own.map((one) => ({ value: one.id, label: one.name }))}
          value={head.groupId}
          onChange={(value) => set({ groupId: value ?? "" })}
          w={220}
        />
        <div style={{ width: 250 }}>
          <LookupField
            label={t("network.rule.item")}
            lookup={findItems(undefined)}
            hit={item}
            onHit={setItem}
            placeholder={t("network.rule.anyItem")}
          />
        </div>
        {!item && (
          <TextInput
            label={t("network.rule.itemGroup")}
            value={head.itemGroupCode}
            onChange={(event) => set({ itemGroupCode: event.currentTarget.value })}
            w={140}
          />
        )}
        <NumberInput
          label={t("network.rule.priority")}
          value={head.priority}
          onChange={(value) => set({ priority: Number(value) || 1 })}
          min={1}
          max={9999}
          w={90}
        />
      </Group>
      <Group align="flex-end" gap={10}>
        <Select
          label={t("network.rule.form")}
          data={choices("form", ["relay", "processing"])}
          value={head.form}
          onChange={(value) => set({ form: value === "processing" ? "processing" : "relay" })}
          allowDeselect={false}
          w={240}
        />
        <Select
          label={t("network.rule.choice")}
          data={choices("choice", ["by_process", "by_item", "fixed_shares", "by_hand"])}
          value={head.choice}
          onChange={(value) => set({ choice: (value ?? "by_item") as typeof head.choice })}
          allowDeselect={false}
          w={200}
        />
        <Select
          label={t("network.rule.earning")}
          data={choices("earning", ["agreed_price", "weights"])}
          value={head.earning}
          onChange={(value) => set({ earning: value === "weights" ? "weights" : "agreed_price" })}
          allowDeselect={false}
          w={220}
        />
        <TextInput
          label={t("network.rule.fee")}
          value={head.feePercent}
          inputMode="decimal"
          onChange={(event) => set({ feePercent: event.currentTarget.value.normalize("NFKC") })}
          rightSection="%"
          w={110}
        />
        <Switch
          label={t("network.rule.isAutomatic")}
          checked={head.isAutomatic}
          onChange={(event) => set({ isAutomatic: event.currentTarget.checked })}
          mb={6}
        />
        <Switch
          label={t("network.rule.isActive")}
          checked={head.isActive}
          onChange={(event) => set({ isActive: event.currentTarget.checked })}
          mb={6}
        />
      </Group>
      <Title order={2}>{t("network.rule.steps")}</Title>
      <LineGrid grid={grid} label={t("network.rule.steps")} />
    </Stack>
  );
}
