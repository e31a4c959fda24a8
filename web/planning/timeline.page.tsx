import { Button, Group } from "@mantine/core";
import { useMemo, useState } from "react";
import { type BucketLength, timePhase } from "../../domain/planning/index.ts";
import {
  Answered,
  type AnswerOf,
  ChartBox,
  DataTable,
  DateText,
  Empty,
  formatDate,
  formatQuantity,
  formatUnit,
  type Locale,
  PageHead,
  PageLink,
  Quantity,
  type Translate,
  todayInJapan,
  useApi,
  useCan,
  useLive,
  useLocale,
  usePageTitle,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { PegDrawer } from "./peg-drawer.tsx";
import { bucketName, TimePhaseTable } from "./time-phase-table.tsx";
import { whatIfPage } from "./what-if-question.ts";
import { orderPage, RecordLink } from "./words.tsx";

type Timeline = AnswerOf<"get", "/api/v1/plan-items/{itemId}/timeline">;
type Event = Timeline["events"][number];

/** What comes and goes of an item by the plan, and the stock that would be there after it. */
export function Page() {
  const { itemId } = usePathParams() as { itemId: string };
  const answer = useApi("/api/v1/plan-items/{itemId}/timeline", { params: { path: { itemId } } });
  const runs = useApi("/api/v1/plan-runs/latest");
  useLive(["planning.run", "planning.order"], () => void answer.refetch());
  return (
    <Answered answer={answer} lines={10}>
      {(timeline) => <Shown timeline={timeline} runId={runs.data?.current?.id} />}
    </Answered>
  );
}

function Shown({ timeline, runId }: { readonly timeline: Timeline; readonly runId: string | undefined }) {
  const t = useText();
  const locale = useLocale();
  const can = useCan();
  usePageTitle(timeline.itemCode);
  const option = useMemo(() => chartOf(timeline, t, locale), [timeline, t, locale]);
  const unit = formatUnit(timeline.unit);
  const [length, setLength] = useState<BucketLength>("week");
  const [chosen, setChosen] = useState<string | null>(null);
  const [pegged, setPegged] = useState<Event | null>(null);
  const buckets = useMemo(
    () =>
      timePhase(
        timeline.onHand,
        timeline.events,
        timeline.releases,
        { from: timeline.planFrom, to: timeline.planTo },
        length,
      ),
    [timeline, length],
  );
  const bucket = buckets.find(({ from }) => from === chosen);
  const within = (day: string) => !bucket || (day >= bucket.from && day <= bucket.to);
  const events = timeline.events.filter((event) => within(event.onDate));
  const releases = bucket ? timeline.releases.filter((release) => within(release.onDate)) : [];
  const details = t("planning.phase.details", {
    bucket: bucket ? bucketName(bucket, length, locale) : t("planning.phase.whole"),
  });
  return (
    <>
      <PageHead title={`${timeline.itemCode} ${timeline.itemName}`} hint={t("planning.timeline.hint")}>
        {can("planning.plan") && (
          <Button
            variant="default"
            component={PageLink}
            to={whatIfPage([{ kind: "need", item: timeline.itemId, neededOn: todayInJapan() }])}
            className=""
          >
            {t("planning.whatIf.fromItem")}
          </Button>
        )}
      </PageHead>
      <Group gap={20} mb={6} fz={13}>
        <span>
          {t("planning.timeline.onHand")} <Quantity value={timeline.onHand} unit={unit} />
        </span>
        <span>
          {t("planning.timeline.safety")} <Quantity value={timeline.safetyStock} unit={unit} />
        </span>
        <span>
          {t("planning.run.from")} <DateText value={timeline.planFrom} />
        </span>
      </Group>
      {timeline.events.length === 0 ? (
        <Empty title={t("planning.timeline.none")} hint={t("planning.timeline.noneHint")} />
      ) : (
        <>
          <div style={{ marginBottom: 12 }}>
            <ChartBox option={option} label={t("planning.timeline.title")} height={300} />
          </div>
          <TimePhaseTable
            buckets={buckets}
            length={length}
            onLength={(value) => {
              setLength(value);
              setChosen(null);
            }}
            chosen={chosen}
            onChoose={setChosen}
            unit={timeline.unit}
            safetyStock={timeline.safetyStock}
          />
          <Group justify="space-between" mt={14} mb={6}>
            <h2 style={{ fontSize: 15, margin: 0 }} aria-live="polite">
              {details}
            </h2>
            {bucket && (
              <Button size="compact-sm" variant="default" onClick={() => setChosen(null)}>
                {t("planning.phase.showAll")}
              </Button>
            )}
          </Group>
          {releases.length > 0 && (
            <p style={{ margin: "0 0 6px" }}>
              {t("planning.phase.releases")}{" "}
              {releases.map(({ seq, onDate, quantity }, at) => (
                <span key={seq}>
                  {at > 0 && "、"}
                  <PageLink to={orderPage({ runId: runId ?? "", seq })}>{`${timeline.itemCode} #${seq}`}</PageLink>{" "}
                  <DateText value={onDate} /> <Quantity value={quantity} unit={unit} />
                </span>
              ))}
            </p>
          )}
          <DataTable
            inline
            label={details}
            rows={events}
            rowId={(row) => `${timeline.events.indexOf(row)}`}
            onOpen={setPegged}
            empty={<Empty title={t("planning.phase.empty")} />}
            rowTone={(row) => (row.balance.startsWith("-") ? "late" : undefined)}
            columns={[
              {
                id: "onDate",
                header: t("planning.timeline.day"),
                cell: (row) => <DateText value={row.onDate} />,
                width: 130,
              },
              {
                id: "what",
                header: t("planning.timeline.what"),
                cell: (row) => t(`planning.timeline.${row.what}`),
                width: 110,
              },
              { id: "source", header: t("planning.timeline.source"), cell: (row) => sourceOf(row, runId), width: 190 },
              {
                id: "quantity",
                header: t("planning.quantity"),
                cell: (row) => <Quantity value={row.quantity} unit={unit} />,
                align: "right",
                width: 105,
              },
              {
                id: "balance",
                header: t("planning.timeline.balance"),
                cell: (row) => <Quantity value={row.balance} unit={unit} />,
                align: "right",
                width: 105,
              },
              {
                id: "pegs",
                header: t("planning.pegs.title"),
                cell: (row) => (
                  <Button size="compact-xs" variant="default" onClick={() => setPegged(row)}>
                    {t(row.what.endsWith("receipt") ? "planning.pegs.whatFor" : "planning.pegs.whereFrom")}
                  </Button>
                ),
                width: 120,
              },
            ]}
          />
          <PegDrawer timeline={timeline} event={pegged} onClose={() => setPegged(null)} />
        </>
      )}
    </>
  );
}

function sourceOf(row: Event, runId: string | undefined) {
  if (row.record) return <RecordLink record={row.record} />;
  if (row.seq === null) return null;
  const name = `${row.orderItemCode ?? ""} #${row.seq}`;
  return runId === undefined ? name : <PageLink to={orderPage({ runId, seq: row.seq })}>{name}</PageLink>;
}

/** Bars up for what comes, down for what goes, a stepped line for the stock, dashed where the safety stock lies. */
function chartOf({ events, planFrom, onHand, safetyStock, unit }: Timeline, t: Translate, locale: Locale) {
  const days = [...new Set([planFrom, ...events.map((event) => event.onDate)])];
  const sums = (kinds: readonly Event["what"][]) =>
    days.map((day) =>
      events
        .filter((event) => event.onDate === day && kinds.includes(event.what))
        // A chart's height in pixels, no amount anybody books.
        .reduce((sum, event) => sum + Number(event.quantity), 0),
    );
  let stock = Number(onHand);
  const balance = days.map((day) => {
    const last = events.findLast((event) => event.onDate === day);
    if (last) stock = Number(last.balance);
    return stock;
  });
  const bar = (what: Event["what"], stack: string) => ({
    name: t(`planning.timeline.${what}`),
    type: "bar",
    stack,
    data: sums([what]),
    barMaxWidth: 18,
  });
  return {
    legend: { top: 0 },
    tooltip: { trigger: "axis", valueFormatter: (value: number) => formatQuantity(String(value), unit) },
    grid: { left: 60, right: 20, top: 36, bottom: 60 },
    dataZoom: [{ type: "inside" }, { type: "slider", height: 18, bottom: 6, labelFormatter: "" }],
    xAxis: { type: "category", data: days.map((day) => formatDate(day, locale)) },
    yAxis: { type: "value", name: formatUnit(unit) },
    series: [
      bar("receipt", "flow"),
      bar("planned_receipt", "flow"),
      bar("demand", "flow"),
      bar("planned_need", "flow"),
      {
        name: t("planning.timeline.balance"),
        type: "line",
        step: "end",
        symbol: "none",
        data: balance,
        markLine: {
          silent: true,
          symbol: "none",
          lineStyle: { type: "dashed" },
          label: { formatter: t("planning.timeline.safety"), position: "insideEndTop" },
          data: safetyStock === "0" ? [] : [{ yAxis: Number(safetyStock) }],
        },
      },
    ],
  };
}
