import type { z } from "zod";
import {
  type scheduleOrdersQueryShape,
  type scheduleOrdersShape,
  type scheduleSpanShape,
  workingSpans,
} from "../../domain/planning/index.ts";
import { addDays, daysBetween, type Outcome, ok, type PlainDate, refuse } from "../../domain/shared/index.ts";
import { settleAll, type Tx } from "../platform/index.ts";
import { type CalendarRow, type CenterRow, loadCalendars, loadCenters } from "./load.store.ts";
import { findSchedules, type ScheduleHead } from "./schedule.store.ts";
import { listScheduledOrders, listSchedulePartners, listSpan } from "./schedule-board.store.ts";
import { listChangedSince, type ScheduleChangeRow } from "./schedule-changes.store.ts";
import { loadAlternativeCenters } from "./schedule-input.store.ts";
import { calendarFor } from "./schedule-input.ts";
import { type ScheduleWords, scheduleWords } from "./schedule-words.ts";

/** At once; the screen asks for the next span as somebody moves on. */
const SPAN_LIMIT = 6000;
const SPAN_DAYS = 200;
const ORDERS_LIMIT = 100;
/** Changed work orders of a kind that are named. */
const NAMED = 5;
/** Links of a chain of reasons that are told. */
const REASONS = 6;

/** The schedule's head with what could not be placed, and the rows of the board. */
export async function readSchedule(tx: Tx, locale: "ja" | "en") {
  const [{ current, latest }, centers, alternatives] = await settleAll([
    findSchedules(tx),
    loadCenters(tx),
    loadAlternativeCenters(tx),
  ]);
  const [partners, changes] = await settleAll([
    current ? listSchedulePartners(tx, current.id) : Promise.resolve([]),
    current ? listChangedSince(tx, current.id, NAMED) : Promise.resolve([]),
  ]);
  const troubles = [...(current?.troubles ?? []), ...(latest?.troubles ?? [])];
  const operations = troubles
    .filter(({ kind }) => kind === "operation" || kind === "order")
    .flatMap(({ kind, subjectId, relatedIds = [] }) =>
      kind === "operation" ? [subjectId] : [subjectId, ...relatedIds].map((id) => `${id}/0`),
    );
  const words = await scheduleWords(tx, locale, [], operations);
  const centerName = (id: string) => {
    const center = centers.find((one) => one.id === id);
    return center ? `${center.code} ${(locale === "en" && center.nameEn) || center.name}` : "";
  };
  return {
    current: current && headOf(current, changes, words, centerName),
    latest: latest && headOf(latest, changes, words, centerName),
    centers: centers.map(({ minutesPerDay: _, ...center }) => ({
      ...center,
      alternatives: alternatives
        .filter(({ workCenterId }) => workCenterId === center.id)
        .map(({ alternativeId, timeFactor }) => ({ id: alternativeId, timeFactor })),
    })),
    partners,
  };
}

function headOf(
  { summary, isCurrent: _, troubles, ...head }: ScheduleHead,
  changes: readonly ScheduleChangeRow[],
  words: ScheduleWords,
  centerName: (id: string) => string,
) {
  return {
    ...head,
    orderCount: summary.orderCount ?? 0,
    operationCount: summary.operationCount ?? 0,
    leftOutCount: summary.leftOutCount ?? 0,
    isMaterialKnown: summary.isMaterialKnown ?? false,
    changes: (["added", "changed", "gone", "progressed"] as const).flatMap((kind) => {
      const rows = changes.filter((row) => row.kind === kind);
      const orders = rows.map(({ workOrderId, number }) => ({ workOrderId, number }));
      return rows[0] ? [{ kind, count: rows[0].count, orders }] : [];
    }),
    troubles: troubles.map(({ relatedIds, ...trouble }) => {
      const [order = ""] = trouble.subjectId.split("/");
      if (relatedIds) return { ...trouble, subject: relatedIds.map(words.numberOf).join(" ↔ ") };
      const number = words.numberOf(order);
      if (trouble.kind === "operation")
        return { ...trouble, subject: `${number} ${words.operation(trouble.subjectId)}` };
      return { ...trouble, subject: trouble.kind === "order" ? number : centerName(trouble.subjectId) };
    }),
  };
}

/** What stands between two days, and when each work centre works there. */
export async function readSpan(tx: Tx, from: PlainDate, to: PlainDate): Promise<Outcome<SpanAnswer, "SPAN_TOO_LONG">> {
  const days = daysBetween(from, to) + 1;
  if (days < 1 || days > SPAN_DAYS) return refuse("SPAN_TOO_LONG", { days: SPAN_DAYS });
  const [{ current }, centers, calendars] = await settleAll([
    findSchedules(tx),
    loadCenters(tx),
    loadCalendars(tx, addDays(from, -1), to),
  ]);
  const rows = current ? await listSpan(tx, current.id, from, to, SPAN_LIMIT + 1) : [];
  return ok({
    scheduleId: current?.id ?? null,
    operations: rows.slice(0, SPAN_LIMIT),
    isCut: rows.length > SPAN_LIMIT,
    working: workingOf(centers, calendars, from, days),
  });
}

/** Work centres of one calendar share its spans. */
function workingOf(
  centers: readonly CenterRow[],
  calendars: readonly CalendarRow[],
  from: PlainDate,
  days: number,
): SpanAnswer["working"] {
  const found = new Map<string, SpanAnswer["working"][number] & { workCenterIds: string[] }>();
  for (const center of centers) {
    const calendar = calendarFor(center, calendars);
    const key = calendar?.id ?? "";
    let one = found.get(key);
    if (!one) {
      one = { workCenterIds: [], spans: calendar ? workingSpans(calendar, from, days) : [] };
      found.set(key, one);
    }
    one.workCenterIds.push(center.id);
  }
  return [...found.values()];
}

type SpanAnswer = z.output<typeof scheduleSpanShape>;

/** Late orders first, each with what its operations wait for. */
export async function readScheduledOrders(
  tx: Tx,
  asked: z.output<typeof scheduleOrdersQueryShape>,
  locale: "ja" | "en",
): Promise<z.output<typeof scheduleOrdersShape>> {
  const { current } = await findSchedules(tx);
  if (!current) return { orders: [], total: 0 };
  const search = asked.search?.trim() || null;
  const rows = await listScheduledOrders(tx, current.id, { search, late: asked.late ?? false, limit: ORDERS_LIMIT });
  const told = rows.map(({ total: _, ...row }) => ({ ...row, whyLate: row.whyLate.slice(0, REASONS) }));
  const words = await scheduleWords(
    tx,
    locale,
    told.flatMap(({ whyLate }) => whyLate),
  );
  return {
    orders: told.map((row) => ({ ...row, whyLate: row.whyLate.map(words.reason) })),
    total: rows[0]?.total ?? 0,
  };
}
