import { Alert, Button, Group, Text } from "@mantine/core";
import { formatCount, Icon, PageLink, useText } from "../platform/index.ts";
import type { Schedule } from "./board-layout.ts";

type Head = NonNullable<Schedule["current"]>;
type Change = Head["changes"][number];

/** Work orders that came, changed or went since the schedule was made, by number, with the way to take them in. */
export function ChangedSince({ head, onMake }: { readonly head: Head; readonly onMake: (() => void) | null }) {
  const t = useText();
  if (head.changes.length === 0) return null;
  const changed = head.changes.filter(({ kind }) => kind !== "progressed");
  const count = changed.reduce((sum, one) => sum + one.count, 0);
  const progressed = head.changes.find(({ kind }) => kind === "progressed");
  return (
    <Alert color={count > 0 ? "orange" : "gray"} py={6} mb={8} role="status" icon={<Icon name="clock" />}>
      <Group gap={12} justify="space-between" wrap="nowrap">
        <div>
          <Text size="sm" fw={count > 0 ? 600 : undefined}>
            {count > 0
              ? t("planning.board.changedSince", { count: formatCount(count) })
              : t("planning.board.progressedSince", { count: formatCount(progressed?.count ?? 0) })}
          </Text>
          {count > 0 && (
            <Group gap="4px 16px" fz={13}>
              {changed.map((one) => (
                <Named key={one.kind} change={one} />
              ))}
              {progressed && <span>{t("planning.board.andProgressed", { count: formatCount(progressed.count) })}</span>}
            </Group>
          )}
        </div>
        {onMake && (
          <Button size="xs" variant="default" onClick={onMake} miw="max-content">
            {t("planning.board.takeIn")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** 「新規 WO-7、WO-8 ほか 3 件」, each a link to its order. */
function Named({ change: { kind, count, orders } }: { readonly change: Change }) {
  const t = useText();
  return (
    <span>
      {t(`planning.board.change.${kind}`)}
      {orders.map(({ workOrderId, number }) => (
        <span key={workOrderId}>
          {" "}
          <PageLink to={`production/orders/${workOrderId}`}>{number}</PageLink>
        </span>
      ))}
      {count > orders.length && ` ${t("planning.board.more", { count: formatCount(count - orders.length) })}`}
    </span>
  );
}
