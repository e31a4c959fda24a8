import { Button, Group, List, Modal, NativeSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { WorkOrderDocument } from "../../domain/production/index.ts";
import {
  Answered,
  type AnswerOf,
  formatDecimal,
  type Translate,
  useApi,
  useCommand,
  useLocale,
  useText,
} from "../platform/index.ts";

type Choices = AnswerOf<"get", "/api/v1/work-orders/{id}/operations/{operation}/work-centers">;
type Choice = Choices["choices"][number];

/** Where an operation is to be done: its own work centre or one that stands in for it, with what that changes before it is done. */
export function AssignDialog({
  order,
  operationNumber,
  onClose,
}: {
  readonly order: WorkOrderDocument;
  readonly operationNumber: number;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const path = { id: order.id, operation: operationNumber };
  const answer = useApi("/api/v1/work-orders/{id}/operations/{operation}/work-centers", { params: { path } });
  const assign = useCommand("put", "/api/v1/work-orders/{id}/operations/{operation}/work-center", {
    success: t("production.assign.done"),
  });
  const operation = order.operations.find((one) => one.operationNumber === operationNumber);
  const apply = async (workCenterId: string) => {
    const end = await assign.run({ params: { path }, body: { version: order.version, workCenterId } });
    if (end?.ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("production.assign.title", { operation: `${operationNumber} ${operation?.name ?? ""}` })}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Answered answer={answer} lines={4}>
        {(data) => {
          const to = chosen ?? data.workCenterId;
          return (
            <Stack gap="sm">
              <ChoiceSelect data={data} value={to} onChange={setChosen} />
              <div aria-live="polite" style={{ minHeight: 96 }}>
                <Consequences data={data} to={to} isPlanned={order.state === "planned"} />
              </div>
              <Text size="xs" c="dimmed">
                {t("production.assign.hint")}
              </Text>
              <Group justify="flex-end">
                <Button variant="default" onClick={onClose}>
                  {t("platform.cancel")}
                </Button>
                <Button disabled={to === data.workCenterId} loading={assign.busy} onClick={() => void apply(to)}>
                  {t("production.assign.change")}
                </Button>
              </Group>
            </Stack>
          );
        }}
      </Answered>
    </Modal>
  );
}

function ChoiceSelect({
  data,
  value,
  onChange,
}: {
  readonly data: Choices;
  readonly value: string;
  readonly onChange: (workCenterId: string) => void;
}) {
  const t = useText();
  const nameOf = useCenterName();
  return (
    <NativeSelect
      label={t("production.assign.where")}
      value={value}
      data-autofocus
      onChange={(event) => onChange(event.currentTarget.value)}
      data={data.choices.map((one) => ({
        value: one.workCenterId,
        label: one.isOwn
          ? t("production.assign.own", { name: nameOf(one) })
          : t("production.assign.choice", { name: nameOf(one), factor: formatDecimal(one.timeFactor) }),
      }))}
    />
  );
}

function Consequences({
  data,
  to,
  isPlanned,
}: {
  readonly data: Choices;
  readonly to: string;
  readonly isPlanned: boolean;
}) {
  const t = useText();
  const nameOf = useCenterName();
  const before = data.choices.find((one) => one.workCenterId === data.workCenterId);
  const now = data.choices.find((one) => one.workCenterId === to);
  if (!before || !now || before === now) return <Text size="sm">{t("production.assign.same")}</Text>;
  const including = (one: Choice) => Number(one.waitingMinutes) + Number(one.minutes);
  const queue = (one: Choice, from: number, until: number) =>
    t("production.assign.queue", { name: nameOf(one), before: queueText(from, one, t), now: queueText(until, one, t) });
  return (
    <Stack gap={8}>
      <List size="sm" spacing={4}>
        <List.Item>
          {t("production.assign.minutes", { before: minutesText(before.minutes, t), now: minutesText(now.minutes, t) })}
        </List.Item>
        <List.Item>{queue(before, including(before), Number(before.waitingMinutes))}</List.Item>
        <List.Item>{queue(now, Number(now.waitingMinutes), including(now))}</List.Item>
      </List>
      {isPlanned && <Text size="sm">{t("production.assign.planned")}</Text>}
      {data.isBegun && <Text size="sm">{t("production.assign.begun")}</Text>}
    </Stack>
  );
}

const minutesText = (minutes: string, t: Translate) => t("production.minutes", { minutes: formatDecimal(minutes) });

/** As on the page of the work centres: hours, and how many days of the work centre they are. */
function queueText(minutes: number, { minutesPerDay }: Choice, t: Translate): string {
  return t("production.board.load", {
    hours: formatDecimal((minutes / 60).toFixed(1)),
    days: formatDecimal((minutes / Math.max(minutesPerDay, 1)).toFixed(1)),
  });
}

function useCenterName(): (center: Choice) => string {
  const locale = useLocale();
  return ({ code, name, nameEn }) => `${code} ${(locale === "en" && nameEn) || name}`;
}
