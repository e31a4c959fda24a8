import { type AnswerOf, formatDate, type Locale, type Translate } from "../platform/index.ts";
import { loadPercent } from "./load-shares.ts";

export type WhatIfAnswer = AnswerOf<"post", "/api/v1/what-if">;
export type ComparedCenter = WhatIfAnswer["load"]["centers"][number];
type Week = ComparedCenter["after"][number];

const minutes = ({ orderMinutes, planMinutes }: Week) => orderMinutes + planMinutes;

/** Whether a centre's load or what it can give is another than before. */
export function isOtherLoad({ before, after }: ComparedCenter): boolean {
  return after.some((week, at) => {
    const was = before[at]!;
    return minutes(week) !== minutes(was) || week.capacityMinutes !== was.capacityMinutes;
  });
}

/** All work of the weeks that are told, in hours. */
export function hoursOf(answer: WhatIfAnswer, side: "before" | "after"): number {
  const sum = answer.load.centers.flatMap((center) => center[side]).reduce((all, week) => all + minutes(week), 0);
  return Math.round(sum / 60);
}

export interface TightWeek {
  readonly center: ComparedCenter;
  readonly from: string;
  /** `null`: work in a week that has no capacity at all. */
  readonly percent: number | null;
}

/** The week that is fuller than what can be done and fuller than before, the fullest of them. */
export function tightestWeek({ load }: Pick<WhatIfAnswer, "load">): TightWeek | undefined {
  const share = (week: Week) => loadPercent(week) ?? (minutes(week) > 0 ? Number.POSITIVE_INFINITY : 0);
  const tight = load.centers.flatMap((center) =>
    center.after.flatMap((week, at) =>
      share(week) > 100 && share(week) > share(center.before[at]!)
        ? [{ center, from: load.weeks[at]!.from, share: share(week), percent: loadPercent(week) }]
        : [],
    ),
  );
  return tight.toSorted((a, b) => b.share - a.share)[0];
}

/** The comparison in one sentence or a few, the worst first. */
export function summaryOf(answer: WhatIfAnswer, t: Translate, locale: Locale): { texts: string[]; isBad: boolean } {
  const { demands, needs, orders, exceptions } = answer;
  const worst = Math.max(0, ...demands.rows.map((row) => row.lateDaysAfter ?? 0));
  const isUncovered = demands.rows.some((row) => row.lateDaysAfter === null);
  const tight = tightestWeek(answer);
  const late = needs.filter(({ lateDays }) => lateDays !== 0);
  const texts = [
    demands.worse > 0 &&
      t(isUncovered ? "planning.whatIf.sum.uncovered" : "planning.whatIf.sum.late", {
        orders: t("planning.whatIf.orders", { count: demands.worse }),
        customers: t("planning.whatIf.customers", { count: demands.customers }),
        days: t("planning.whatIf.days", { count: worst }),
      }),
    ...late.map(({ change, lateDays }) =>
      lateDays === null
        ? t("planning.whatIf.sum.needNever", { at: change + 1 })
        : t("planning.whatIf.sum.needLate", {
            at: change + 1,
            days: t("planning.whatIf.days", { count: lateDays }),
          }),
    ),
    needs.length > 0 && late.length === 0 && t("planning.whatIf.sum.needsInTime"),
    demands.better > 0 &&
      t("planning.whatIf.sum.better", { orders: t("planning.whatIf.orders", { count: demands.better }) }),
    tight &&
      t(tight.percent === null ? "planning.whatIf.sum.closed" : "planning.whatIf.sum.tight", {
        center: (locale === "en" && tight.center.nameEn) || tight.center.name,
        date: formatDate(tight.from, locale),
        percent: tight.percent ?? 0,
      }),
  ].filter((text) => typeof text === "string");
  const isSame = orders.total === 0 && exceptions.total === 0 && demands.total === 0;
  if (isSame && !answer.load.centers.some(isOtherLoad)) texts.push(t("planning.whatIf.sum.same"));
  else if (demands.worse === 0 && late.length === 0) texts.unshift(t("planning.whatIf.sum.nobodyLate"));
  // In English each begins a sentence.
  const sentences = texts.map((text) => text.charAt(0).toUpperCase() + text.slice(1));
  return { texts: sentences, isBad: demands.worse > 0 || late.length > 0 || tight !== undefined };
}

/** Days late as a word. */
export function lateWord(t: Translate, days: number | null): string {
  if (days === null) return t("planning.whatIf.uncovered");
  return days === 0 ? t("planning.whatIf.inTime") : t("planning.whatIf.lateBy", { days });
}
