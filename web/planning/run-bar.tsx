import { Alert, Button, Group, Progress, Text } from "@mantine/core";
import { useState } from "react";
import { HORIZON } from "../../domain/planning/index.ts";
import {
  DateText,
  FormDialog,
  type FormField,
  formatCount,
  Icon,
  InstantText,
  PageLink,
  refusalText,
  useApi,
  useCan,
  useCommand,
  useLive,
  useText,
} from "../platform/index.ts";
import type { PlanRun } from "./words.tsx";

const SHARE_DONE = { waiting: 5, loading: 20, planning: 50, saving: 75, finished: 100 } as const;
const ASK_AGAIN_MS = 700;

/** The plan people work with and the run on its way, asked again while one runs. */
export function useLatestRuns() {
  const [isRunning, setRunning] = useState(false);
  const answer = useApi("/api/v1/plan-runs/latest", {}, { keep: true, ...(isRunning && { everyMs: ASK_AGAIN_MS }) });
  const running = answer.data?.latest?.state === "running";
  if (running !== isRunning) setRunning(running);
  useLive(["planning.run", "planning.order"], () => void answer.refetch());
  return answer;
}

/** Starts a run; the page goes on with the current plan meanwhile. */
export function RunButton() {
  const t = useText();
  const can = useCan();
  const runs = useLatestRuns();
  const [asking, setAsking] = useState(false);
  if (!can("planning.plan")) return null;
  return (
    <>
      <Button
        leftSection={<Icon name="refresh" size={14} />}
        loading={runs.data?.latest?.state === "running"}
        onClick={() => setAsking(true)}
      >
        {t("planning.run.start")}
      </Button>
      <RunDialog opened={asking} onClose={() => setAsking(false)} />
    </>
  );
}

/** Asks how far to plan, and starts. */
export function RunDialog({
  opened,
  horizonDays = HORIZON.usual,
  onClose,
}: {
  readonly opened: boolean;
  readonly horizonDays?: number;
  readonly onClose: () => void;
}) {
  const t = useText();
  const start = useCommand("post", "/api/v1/plan-runs", { success: t("planning.run.started"), placesRefusals: true });
  const [fields] = useState<FormField[]>(() => [
    {
      name: "horizonDays",
      label: t("planning.run.horizon"),
      kind: "integer",
      required: true,
      min: String(HORIZON.least),
      max: String(HORIZON.most),
      hint: t("planning.run.horizonHint"),
    },
  ]);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t("planning.run.start")}
      fields={fields}
      columns={1}
      initial={{ horizonDays }}
      submit={(body) => start.run({ body: body as { horizonDays: number } })}
      submitLabel={t("planning.run.start")}
      onDone={onClose}
    >
      <Text size="sm" mb="sm">
        {t("planning.run.explain")}
      </Text>
    </FormDialog>
  );
}

/** Above the lists: how old the plan is and what it says, progress of a run, or why the last one failed. */
export function RunBar() {
  const t = useText();
  const { data } = useLatestRuns();
  if (!data) return null;
  const { current, latest, followedAt } = data;
  return (
    <div className="no-print" style={{ marginBottom: 8 }}>
      {latest?.state === "running" && (
        <Alert color="indigo" py={8} mb={8} icon={<Icon name="clock" />} role="status">
          <Text size="sm" mb={6}>
            {t(`planning.run.stage.${latest.stage}`)}
          </Text>
          <Progress value={SHARE_DONE[latest.stage]} animated aria-label={t("planning.run.progress")} />
        </Alert>
      )}
      {latest?.state === "failed" && <FailedRun run={latest} hasPlan={current !== null} />}
      {current && <CurrentPlan run={current} followedAt={followedAt} />}
    </div>
  );
}

function FailedRun({ run, hasPlan }: { readonly run: PlanRun; readonly hasPlan: boolean }) {
  const t = useText();
  return (
    <Alert color="red" py={8} mb={8} icon={<Icon name="alert" />} title={t("planning.run.failed")} role="alert">
      {run.refusals.map((refusal) => (
        <Text size="sm" key={`${refusal.code} ${refusal.field ?? ""}`}>
          {refusalText(t, refusal)}
        </Text>
      ))}
      {hasPlan && (
        <Text size="sm" c="dimmed">
          {t("planning.run.oldStays")}
        </Text>
      )}
    </Alert>
  );
}

function CurrentPlan({ run, followedAt }: { readonly run: PlanRun; readonly followedAt: string | null }) {
  const t = useText();
  const { orderCount = 0, pastDueCount = 0, exceptionCount = 0 } = run.summary;
  return (
    <Group gap={16} fz={13} c="dimmed">
      <span>
        {run.number} · <InstantText value={run.finishedAt ?? run.startedAt} />
      </span>
      {followedAt && (
        <span title={t("planning.run.keptHint")}>
          {t("planning.run.kept")} <InstantText value={followedAt} />
        </span>
      )}
      <span>
        {t("planning.run.from")} <DateText value={run.planFrom} />
      </span>
      <span>{t("planning.run.orders", { count: formatCount(orderCount) })}</span>
      <span>{t("planning.run.pastDue", { count: formatCount(pastDueCount) })}</span>
      <PageLink to="planning/exceptions">
        {t("planning.run.exceptions", { count: formatCount(exceptionCount) })}
      </PageLink>
    </Group>
  );
}
