import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useApi, useText } from "../platform/index.ts";

/** What a person decided for a line. */
export interface ByHandLine {
  readonly lineNumber: number;
  readonly ruleId?: string;
  readonly members: { stepNumber: number; members: { memberId: string; sharePercent: string }[] }[];
}

/** Which rule a line takes, and who does each of its steps this time. */
export function ByHandDialog({
  line,
  known,
  onClose,
  onChosen,
}: {
  readonly line: { readonly lineNumber: number; readonly ruleId: string | null; readonly itemCode: string } | null;
  readonly known: ByHandLine | undefined;
  readonly onClose: () => void;
  readonly onChosen: (chosen: ByHandLine) => void;
}) {
  const t = useText();
  return (
    <Modal
      opened={line !== null}
      onClose={onClose}
      title={t("network.byHand.title", { item: line?.itemCode ?? "" })}
      size="lg"
    >
      {line && <Choice key={line.lineNumber} line={line} known={known} onChosen={onChosen} />}
    </Modal>
  );
}

function Choice({
  line,
  known,
  onChosen,
}: {
  readonly line: { readonly lineNumber: number; readonly ruleId: string | null };
  readonly known: ByHandLine | undefined;
  readonly onChosen: (chosen: ByHandLine) => void;
}) {
  const t = useText();
  const rules = useApi("/api/v1/network/rules", { params: { query: { limit: 200, isActive: "true" } } } as never);
  const groups = useApi("/api/v1/network/groups", {});
  const [ruleId, setRuleId] = useState<string | null>(known?.ruleId ?? line.ruleId);
  const rule = useApi(
    "/api/v1/network/rules/{id}",
    { params: { path: { id: ruleId ?? "" } } },
    { when: ruleId !== null },
  );
  const [members, setMembers] = useState<Readonly<Record<number, string>>>({});
  useEffect(() => {
    if (!rule.data) return;
    setMembers(
      Object.fromEntries(
        rule.data.steps.map((step) => [
          step.stepNumber,
          known?.members.find((one) => one.stepNumber === step.stepNumber)?.members[0]?.memberId ??
            (step.members.length === 1 ? (step.members[0]?.memberId ?? "") : ""),
        ]),
      ),
    );
  }, [rule.data, known]);
  const group = groups.data?.rows.find((one) => one.id === rule.data?.groupId);
  const options = [
    ...(group?.members ?? []).map((member) => ({
      value: member.companyId,
      label: member.dispatchSignedOn ? member.name : `${member.name} (${t("network.group.unsigned")})`,
    })),
  ];
  if (group?.isWindow && !options.some((one) => one.value === group.windowCompanyId))
    options.push({ value: group.windowCompanyId, label: group.windowName });
  return (
    <Stack gap={10}>
      <Select
        label={t("network.byHand.rule")}
        data={(rules.data?.rows ?? []).map((one) => ({ value: one.id, label: one.name }))}
        value={ruleId}
        onChange={setRuleId}
        searchable
      />
      {rule.data?.steps.map((step) => (
        <Select
          key={step.stepNumber}
          label={`${step.stepNumber} ${step.processName}`}
          placeholder={t("network.byHand.asRule")}
          data={options}
          value={members[step.stepNumber] || null}
          onChange={(value) => setMembers({ ...members, [step.stepNumber]: value ?? "" })}
          clearable
          searchable
        />
      ))}
      <Text size="sm" c="dimmed">
        {t("network.byHand.hint")}
      </Text>
      <Group>
        <Button
          disabled={!rule.data}
          onClick={() =>
            onChosen({
              lineNumber: line.lineNumber,
              ...(ruleId && { ruleId }),
              members: Object.entries(members).flatMap(([stepNumber, memberId]) =>
                memberId ? [{ stepNumber: Number(stepNumber), members: [{ memberId, sharePercent: "100" }] }] : [],
              ),
            })
          }
        >
          {t("network.byHand.use")}
        </Button>
      </Group>
    </Stack>
  );
}
