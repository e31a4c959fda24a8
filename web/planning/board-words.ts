import { type AnswerOf, formatCount, formatDate, type Locale, type Translate } from "../platform/index.ts";
import type { Schedule } from "./board-layout.ts";

export type BoardOrder = AnswerOf<"get", "/api/v1/schedule/orders">["orders"][number];
export type BoardReason = BoardOrder["whyLate"][number];

/** What lies beyond the end of the board finds no time there. */
const BEYOND = 400 * 1440;

/** `12/3(木) 10:20`: the day with its weekday, the year left out. */
export function momentText(moment: string | null, locale: Locale, t: Translate): string {
  if (moment === null) return t("planning.board.beyond");
  const day = formatDate(moment.slice(0, 10), locale);
  const short = locale === "ja" ? day.replace(/^\d{4}\//, "") : day;
  return `${short} ${moment.slice(11)}`;
}

/** How long, in the largest units a person would say. */
export function durationText(minutes: number, t: Translate): string {
  const all = Math.abs(Math.round(minutes));
  const days = Math.floor(all / 1440);
  const hours = Math.floor((all % 1440) / 60);
  if (days >= 3 || (days > 0 && hours === 0)) return t("planning.board.days", { days });
  if (days > 0) return t("planning.board.daysHours", { days, hours });
  if (hours >= 3 || (hours > 0 && all % 60 === 0)) return t("planning.board.hours", { hours });
  if (hours > 0) return t("planning.board.hoursMinutes", { hours, minutes: all % 60 });
  return t("planning.board.minutes", { minutes: all });
}

/** 「溶接機1で WO-7 を待つため」: one link of why something is late. */
export function reasonText(reason: BoardReason, locale: Locale, t: Translate): string {
  return t(`planning.board.why.${reason.code}`, {
    operation: reason.operation,
    place: reason.place,
    behind: reason.behindNumber,
    behindOperation: reason.behindOperation,
    until: reason.until.includes("T")
      ? momentText(reason.until, locale, t)
      : reason.until && formatDate(reason.until, locale),
    start: reason.start ? momentText(reason.start, locale, t) : "",
    days: reason.days,
  });
}

/** The link of a chain somebody can do something about; "after the operation before it" explains nothing. */
export function bindingReason(reasons: readonly BoardReason[]): BoardReason | undefined {
  return reasons.find(({ code }) => code !== "WAITS_FOR_OPERATION") ?? reasons[0];
}

/** 「WO-12 は2日遅れます: 溶接機1で WO-7 を待つため」. */
export function lateText(
  number: string,
  lateMinutes: number,
  reason: BoardReason | null | undefined,
  locale: Locale,
  t: Translate,
): string {
  const why = reason ? reasonText(reason, locale, t) : "";
  if (lateMinutes > BEYOND) return t("planning.board.neverSentence", { number, why });
  return t("planning.board.lateSentence", { number, late: durationText(lateMinutes, t), why });
}

/** What adopting the schedule changes, the operations that go to another work centre by where they go. Empty when nothing changes. */
export function adoptionSentences(
  told: AnswerOf<"get", "/api/v1/schedule/adoption">,
  centers: Schedule["centers"],
  locale: Locale,
  t: Translate,
): string[] {
  const { operationCount, orderCount, movedCount, moves, begunCount, notAlternativeCount } = told;
  const nameOf = (id: string) => {
    const center = centers.find((one) => one.id === id);
    return center ? `${center.code} ${(locale === "en" && center.nameEn) || center.name}` : "–";
  };
  const counted = (key: string, count: number) => (count > 0 ? [t(key, { count: formatCount(count) })] : []);
  return [
    ...(operationCount > 0
      ? [t("planning.board.adoptChanges", { operations: formatCount(operationCount), orders: formatCount(orderCount) })]
      : []),
    ...(movedCount > 0
      ? [t("planning.board.adoptMoves", { count: formatCount(movedCount) })]
      : operationCount > 0
        ? [t("planning.board.adoptMovesNone")]
        : []),
    ...moves.map(({ fromId, toId, count }) =>
      t("planning.board.adoptMove", { from: nameOf(fromId), to: nameOf(toId), count: formatCount(count) }),
    ),
    ...counted("planning.board.adoptBegun", begunCount),
    ...counted("planning.board.adoptNotAlternative", notAlternativeCount),
  ];
}
