import { Alert, Group, List, Progress, Text } from "@mantine/core";
import { formatCount, Icon, InstantText, PageLink, type Translate, useText } from "../platform/index.ts";
import { ChangedSince } from "./board-changes.tsx";
import type { Schedule } from "./board-layout.ts";

type Trouble = NonNullable<Schedule["current"]>["troubles"][number];

/** How old the schedule is and what it says; what is on its way or failed; what could not be placed. */
export function BoardState({
  schedule: { current, latest },
  onMake,
}: {
  readonly schedule: Schedule;
  readonly onMake: (() => void) | null;
}) {
  const t = useText();
  return (
    <>
      {latest?.state === "running" && (
        <Alert color="indigo" py={8} mb={8} icon={<Icon name="clock" />} role="status">
          <Text size="sm" mb={6}>
            {t("planning.board.running", { seconds: latest.seconds })}
          </Text>
          <Progress value={60} animated aria-label={t("planning.run.progress")} />
        </Alert>
      )}
      {latest?.state === "failed" && (
        <Alert color="red" py={8} mb={8} icon={<Icon name="alert" />} role="alert">
          {t(current ? "planning.board.failedOldStays" : "planning.board.failed")}
        </Alert>
      )}
      {current && (
        <Group gap={16} fz={13} c="dimmed" mb={8}>
          <span>
            <InstantText value={current.madeAt} /> · {t(`planning.board.method.${current.method}`)}
          </span>
          <span>
            {t("planning.board.counts", {
              orders: formatCount(current.orderCount),
              operations: formatCount(current.operationCount),
            })}
          </span>
          <Text span fz={13} c={current.lateCount > 0 ? "red.8" : "dimmed"}>
            {t("planning.board.lateCount", { count: formatCount(current.lateCount) })}
          </Text>
          {current.pinCount > 0 && (
            <span>{t("planning.board.pinCount", { count: formatCount(current.pinCount) })}</span>
          )}
          <span>
            {current.adoptedAt ? (
              <>
                {t("planning.board.adoptedAt")} <InstantText value={current.adoptedAt} />
              </>
            ) : (
              t("planning.board.notAdopted")
            )}
          </span>
        </Group>
      )}
      {current && latest?.state !== "running" && <ChangedSince head={current} onMake={onMake} />}
      {current && !current.isMaterialKnown && (
        <Alert color="orange" py={8} mb={8} icon={<Icon name="alert" />} role="status">
          <Group gap={12} justify="space-between" wrap="nowrap">
            <Text size="sm">{t("planning.board.materialUnknown")}</Text>
            <Text size="sm" miw="max-content">
              <PageLink to="planning/orders">{t("planning.board.toPlan")}</PageLink>
            </Text>
          </Group>
        </Alert>
      )}
      {current && current.troubles.length > 0 && (
        <Alert
          color="orange"
          py={8}
          mb={8}
          icon={<Icon name="alert" />}
          title={
            current.leftOutCount > 0
              ? t("planning.board.leftOut", { count: formatCount(current.leftOutCount) })
              : t("planning.board.toCheck")
          }
        >
          <List size="sm">
            {current.troubles.slice(0, 8).map((trouble) => (
              <List.Item key={`${trouble.kind} ${trouble.subjectId}`}>
                <PageLink to={troublePage(trouble)}>{troubleText(trouble, t)}</PageLink>
              </List.Item>
            ))}
          </List>
          {current.troubles.length > 8 && (
            <Text size="xs">{t("planning.board.more", { count: formatCount(current.troubles.length - 8) })}</Text>
          )}
        </Alert>
      )}
    </>
  );
}

const WHOLE_SENTENCES = [
  "WITHOUT_CALENDAR",
  "CALENDAR_WITHOUT_WORK",
  "CENTER_INACTIVE",
  "WITHOUT_CENTER",
  "TIE_CYCLIC",
];

function troubleText({ code, subject, orderCount }: Trouble, t: Translate): string {
  if (WHOLE_SENTENCES.includes(code))
    return t(`planning.board.trouble.${code}`, { subject, count: formatCount(orderCount) });
  const why = t(`planning.board.because.${code}`);
  return t("planning.board.trouble.other", { subject, why });
}

function troublePage({ kind, subjectId }: Trouble): string {
  if (kind === "workCenter" || kind === "calendar") return "resources/work-centers";
  return `production/orders/${subjectId.split("/")[0]}`;
}
