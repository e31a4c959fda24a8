import { Alert, Button, Group, List, Progress, SegmentedControl, Text } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  Answered,
  ConfirmDialog,
  Empty,
  formatCount,
  Icon,
  InstantText,
  PageHead,
  PageLink,
  readApi,
  type Translate,
  useApi,
  useCan,
  useCommand,
  useGo,
  useLive,
  useLocale,
  useText,
} from "../platform/index.ts";
import { BoardCanvas, type Drop } from "./board-canvas.tsx";
import { ChangedSince } from "./board-changes.tsx";
import type { ColourBy } from "./board-draw.ts";
import {
  type Bar,
  barsByRow,
  boardRows,
  isElsewhere,
  minutesOf,
  momentOf,
  nowMinutes,
  type Schedule,
  timeFactorOn,
  ZOOMS,
  type Zoom,
} from "./board-layout.ts";
import { MakeDialog } from "./board-make-dialog.tsx";
import { MoveDialog, type MoveTarget, nameOf } from "./board-move-dialog.tsx";
import { LateOrders, OrderSearch } from "./board-orders.tsx";
import { adoptionSentences, type BoardOrder, durationText, momentText } from "./board-words.ts";

type Head = NonNullable<Schedule["current"]>;
const ASK_AGAIN_MS = 700;
const DAY = 1440;
/** A board shows at least so much, and no more than calendars are looked at. */
const LEAST_DAYS = 14;
const MOST_DAYS = 365;
const CLOCK_MS = 60_000;

/** 計画ボード: what stands on which machine when, moved by hand with its consequences told before. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [isRunning, setRunning] = useState(false);
  const [isMaking, setMaking] = useState(false);
  const schedule = useApi("/api/v1/schedule", {}, { keep: true, ...(isRunning && { everyMs: ASK_AGAIN_MS }) });
  useLive(["planning.schedule", "production.order"], () => void schedule.refetch());
  const running = schedule.data?.latest?.state === "running";
  if (running !== isRunning) setRunning(running);
  const mayPlan = can("planning.plan");
  const makeButton = mayPlan && (
    <Button
      leftSection={<Icon name="refresh" size={14} />}
      variant={schedule.data?.current ? "default" : "filled"}
      loading={running}
      onClick={() => setMaking(true)}
    >
      {t(schedule.data?.current ? "planning.board.make" : "planning.board.makeFirst")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("planning.board.title")} hint={t("planning.board.hint")}>
        {makeButton}
        {schedule.data?.current && mayPlan && (
          <Decisions head={schedule.data.current} centers={schedule.data.centers} />
        )}
      </PageHead>
      <MakeDialog opened={isMaking} onClose={() => setMaking(false)} />
      <Answered answer={schedule} lines={12}>
        {(data) => (
          <>
            <Runs schedule={data} onMake={mayPlan ? () => setMaking(true) : null} />
            {data.current ? (
              <Board schedule={data} head={data.current} />
            ) : (
              data.latest?.state !== "running" && (
                <Empty
                  title={t("planning.board.none")}
                  hint={t(data.centers.length === 0 ? "planning.board.noCentersHint" : "planning.board.noneHint")}
                  action={
                    data.centers.length === 0 ? (
                      <PageLink to="resources/work-centers">{t("planning.load.toCenters")}</PageLink>
                    ) : undefined
                  }
                />
              )
            )}
          </>
        )}
      </Answered>
    </>
  );
}

/** Undo and adopt. */
function Decisions({ head, centers }: { readonly head: Head; readonly centers: Schedule["centers"] }) {
  const t = useText();
  const locale = useLocale();
  const [isAsking, setAsking] = useState(false);
  const undo = useCommand("post", "/api/v1/schedule/undo", { success: t("planning.board.undone") });
  const adopt = useCommand("post", "/api/v1/schedule/adopt", {
    success: ({ operationCount, orderCount, movedCount }) =>
      t(movedCount > 0 ? "planning.board.adoptedMoved" : "planning.board.adopted", {
        operations: formatCount(operationCount),
        orders: formatCount(orderCount),
        moved: formatCount(movedCount),
      }),
  });
  const body = { version: head.version };
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="back" size={14} />}
        disabled={head.stepCount === 0}
        loading={undo.busy}
        onClick={() => void undo.run({ body })}
      >
        {t("planning.board.undo")}
      </Button>
      <Button leftSection={<Icon name="check" size={14} />} onClick={() => setAsking(true)}>
        {t("planning.board.adopt")}
      </Button>
      {isAsking && (
        <ConfirmDialog
          onClose={() => setAsking(false)}
          action={{
            id: "adopt",
            label: t("planning.board.adopt"),
            confirm: {
              title: t("planning.board.adopt"),
              text: t("planning.board.adoptHint"),
              preview: async () => ({
                consequences: adoptionSentences(await readApi("/api/v1/schedule/adoption"), centers, locale, t),
              }),
            },
            run: async () => {
              await adopt.run({ body });
            },
          }}
        />
      )}
    </>
  );
}

/** How old the schedule is and what it says; what is on its way or failed; what could not be placed. */
function Runs({
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

function troubleText({ code, subject, orderCount }: Head["troubles"][number], t: Translate): string {
  if (WHOLE_SENTENCES.includes(code))
    return t(`planning.board.trouble.${code}`, { subject, count: formatCount(orderCount) });
  const why = t(`planning.board.because.${code}`);
  return t("planning.board.trouble.other", { subject, why });
}

function troublePage({ kind, subjectId }: Head["troubles"][number]): string {
  if (kind === "workCenter" || kind === "calendar") return "resources/work-centers";
  return `production/orders/${subjectId.split("/")[0]}`;
}

const isZoom = (text: string | undefined): text is Zoom => text === "hours" || text === "days" || text === "weeks";
const isColour = (text: string | undefined): text is ColourBy => text === "late" || text === "order" || text === "item";

function Board({ schedule, head }: { readonly schedule: Schedule; readonly head: Head }) {
  const t = useText();
  const locale = useLocale();
  const can = useCan();
  const go = useGo();
  const asked = useSearch({ strict: false }) as Record<string, string | undefined>;
  const zoom = isZoom(asked["zoom"]) ? asked["zoom"] : "days";
  const colourBy = isColour(asked["colour"]) ? asked["colour"] : "late";
  const [selected, setSelected] = useState<string | null>(null);
  const [target, setTarget] = useState<MoveTarget | null>(null);
  const [now, setNow] = useState(nowMinutes);
  useEffect(() => {
    const clock = setInterval(() => setNow(nowMinutes()), CLOCK_MS);
    return () => clearInterval(clock);
  }, []);

  const origin = Math.floor(minutesOf(head.from!) / DAY) * DAY;
  const days = Math.min(MOST_DAYS, Math.max(LEAST_DAYS, Math.ceil((minutesOf(head.to!) - origin) / DAY) + 2));
  const rows = useMemo(
    () =>
      boardRows(
        schedule,
        (center) => (locale === "en" && center.nameEn) || center.name,
        (name) => t("planning.board.outside", { name }),
      ),
    [schedule, locale, t],
  );
  const { chunkDays } = ZOOMS[zoom];
  const [chunk, setChunk] = useState(0);
  const onView = useCallback(
    (minute: number) => setChunk(Math.floor((minute - origin) / DAY / chunkDays)),
    [origin, chunkDays],
  );
  // Half a piece before what is in view, and more than a picture behind it.
  const from = momentOf(origin + Math.floor((chunk - 0.5) * chunkDays) * DAY).slice(0, 10);
  const to = momentOf(origin + (Math.floor((chunk + 2.5) * chunkDays) - 1) * DAY).slice(0, 10);
  const span = useApi("/api/v1/schedule/operations", { params: { query: { from, to } } }, { keep: true });
  useLive("planning.schedule", () => void span.refetch());
  const bars = useMemo(() => barsByRow(span.data?.operations ?? []), [span.data]);
  const working = useMemo(() => {
    const found = new Map<string, [number, number][]>();
    for (const { workCenterIds, spans } of span.data?.working ?? []) {
      const minutes = spans.map((one): [number, number] => [minutesOf(one.from), minutesOf(one.to)]);
      for (const id of workCenterIds) found.set(id, minutes);
    }
    return found;
  }, [span.data]);
  const [goTo, setGoTo] = useState<{ minute: number; rowKey: string | null } | null>(() => {
    const day = asked["from"];
    const minute = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? minutesOf(`${day}T00:00`) : minutesOf(head.from!);
    return { minute, rowKey: asked["center"] ? `${asked["center"]}:1` : null };
  });
  const bar = useMemo(() => {
    for (const list of bars.values()) for (const one of list) if (one.key === selected) return one;
    return null;
  }, [bars, selected]);

  const change = (values: Record<string, string>) => {
    const next = new URLSearchParams({ ...(asked as Record<string, string>), ...values });
    go(`planning/board?${next}`, { replace: true });
  };
  const jump = ({ workOrderId, firstOperation, start }: BoardOrder) => {
    if (firstOperation === null || start === null) return;
    setSelected(`${workOrderId}/${firstOperation}`);
    setGoTo({ minute: minutesOf(start), rowKey: null });
    jumping.current = `${workOrderId}/${firstOperation}`;
  };
  // The row is known when the span has come.
  const jumping = useRef<string | null>(null);
  useEffect(() => {
    if (!bar || jumping.current !== bar.key) return;
    jumping.current = null;
    const { workCenterId, machine, partnerId } = bar.operation;
    setGoTo({ minute: bar.start, rowKey: workCenterId ? `${workCenterId}:${machine}` : `partner:${partnerId}` });
  }, [bar]);

  const mayPlan = can("planning.plan");
  const open = (one: Bar) => {
    const { operation } = one;
    if (mayPlan && operation.workCenterId && operation.machine)
      setTarget({
        ...{ operation, workCenterId: operation.workCenterId },
        ...{ machine: operation.machine, start: operation.start },
      });
  };
  const drop = ({ bar: dragged, workCenterId, machine, start }: Drop) =>
    setTarget({ operation: dragged.operation, workCenterId, machine, start: momentOf(start) });
  const describe = bar ? describeBar(bar) : t("planning.board.nothingChosen");
  function describeBar({ operation }: Bar): string {
    const row = rows.find(({ key }) =>
      operation.workCenterId
        ? key === `${operation.workCenterId}:${operation.machine}`
        : key === `partner:${operation.partnerId}`,
    );
    const own = schedule.centers.find(({ id }) => id === operation.ownWorkCenterId);
    const chosen = t("planning.board.chosen", {
      number: operation.number,
      operation: nameOf(operation),
      item: `${operation.itemCode} ${operation.itemName}`,
      place: row?.label ?? "",
      start: momentText(operation.start, locale, t),
      end: momentText(operation.end, locale, t),
    });
    if (!isElsewhere(operation) || !own) return chosen;
    const name = `${own.code} ${(locale === "en" && own.nameEn) || own.name}`;
    return `${chosen} ${t("planning.board.standsIn", { name })}`;
  }

  return (
    <>
      <Group gap={10} mb={8} className="no-print">
        <SegmentedControl
          size="xs"
          aria-label={t("planning.board.zoom")}
          value={zoom}
          onChange={(value) => change({ zoom: value })}
          data={(["hours", "days", "weeks"] as const).map((value) => ({
            value,
            label: t(`planning.board.zoom.${value}`),
          }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t("planning.board.colour")}
          value={colourBy}
          onChange={(value) => change({ colour: value })}
          data={(["late", "order", "item"] as const).map((value) => ({
            value,
            label: t(`planning.board.colour.${value}`),
          }))}
        />
        <Button size="xs" variant="default" onClick={() => setGoTo({ minute: now, rowKey: null })}>
          {t("planning.board.now")}
        </Button>
        <OrderSearch onJump={jump} />
        <Text size="xs" c="dimmed">
          {t("planning.board.legend")}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" id="board-keys" mb={4}>
        {t(mayPlan ? "planning.board.keys" : "planning.board.keysLook")}
      </Text>
      <BoardCanvas
        picture={{ rows, bars, working, origin, now, zoom, colourBy, selected, locale }}
        minutes={days * DAY}
        canMove={mayPlan}
        factorOn={({ operation }, on) => {
          const there = timeFactorOn(schedule.centers, operation, on);
          return there && there / (timeFactorOn(schedule.centers, operation, operation.workCenterId) ?? 1);
        }}
        describe={describe}
        goTo={goTo}
        onSelect={(one) => setSelected(one?.key ?? null)}
        onOpen={open}
        onDrop={drop}
        onView={onView}
      />
      {span.isError && (
        <Alert color="red" py={8} mt={8} role="alert">
          {t("planning.board.spanFailed")}{" "}
          <Button size="compact-xs" variant="light" onClick={() => void span.refetch()}>
            {t("platform.retry")}
          </Button>
        </Alert>
      )}
      {span.data?.isCut && (
        <Text size="xs" c="orange.9" mt={4}>
          {t("planning.board.cut", { count: formatCount(span.data.operations.length) })}
        </Text>
      )}
      <Group gap={12} mt={8} mih={34} align="center">
        <Text size="sm" aria-live="polite" style={{ flex: "1 1 380px" }}>
          {describe}
          {bar && bar.operation.lateMinutes > 0 && (
            <Text span c="red.8" ml={6}>
              {t("planning.board.orderLate", { late: durationText(bar.operation.lateMinutes, t) })}
            </Text>
          )}
        </Text>
        {bar && <Chosen bar={bar} version={head.version} mayPlan={mayPlan} onMove={() => open(bar)} />}
      </Group>
      <LateOrders onJump={jump} />
      {target && (
        <MoveDialog
          target={target}
          rows={rows}
          centers={schedule.centers}
          version={head.version}
          onClose={() => setTarget(null)}
          onMoved={(start) => setGoTo({ minute: minutesOf(start), rowKey: null })}
        />
      )}
    </>
  );
}

/** What can be done with the chosen operation. */
function Chosen({
  bar: { operation },
  version,
  mayPlan,
  onMove,
}: {
  readonly bar: Bar;
  readonly version: number;
  readonly mayPlan: boolean;
  readonly onMove: () => void;
}) {
  const t = useText();
  const unpin = useCommand("post", "/api/v1/schedule/unpin", { success: t("planning.board.unpinned") });
  const { workOrderId, operationNumber } = operation;
  return (
    <Group gap={8}>
      {mayPlan && operation.workCenterId && (
        <Button size="xs" leftSection={<Icon name="swap" size={13} />} onClick={onMove}>
          {t("planning.board.move")}
        </Button>
      )}
      {mayPlan && operation.isPinned && (
        <Button
          size="xs"
          variant="default"
          leftSection={<Icon name="pin" size={13} />}
          loading={unpin.busy}
          onClick={() => void unpin.run({ body: { workOrderId, operationNumber, version } })}
        >
          {t("planning.board.unpin")}
        </Button>
      )}
      <PageLink to={`production/orders/${workOrderId}`}>{t("planning.board.openOrder")}</PageLink>
    </Group>
  );
}
