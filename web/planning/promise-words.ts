import { addDays, daysBetween } from "../../domain/shared/index.ts";
import type { AnswerOf, Locale, Translate } from "../platform/index.ts";

export type PromiseAnswer = AnswerOf<"get", "/api/v1/promise-answer">;
export type Promised = AnswerOf<"get", "/api/v1/promises/{id}">;
type Link = PromiseAnswer["binding"];

/** A day as it is written everywhere. */
type DayText = (day: string) => string;

/** How an answer's items and work centres are called. */
export function namesOf(answer: Pick<PromiseAnswer, "items" | "workCenters">, locale: Locale) {
  const items = new Map(answer.items.map((item) => [item.id, item]));
  const centers = new Map(answer.workCenters.map((center) => [center.id, center]));
  return {
    item: (id: string) => {
      const item = items.get(id);
      return item ? (item.name === item.code ? item.code : `${item.code} ${item.name}`) : "";
    },
    unit: (id: string) => items.get(id)?.unit ?? "",
    center: (id: string) => {
      const center = centers.get(id);
      return center ? `${(locale === "en" && center.nameEn) || center.name} ${center.code}` : "";
    },
  };
}
export type Names = ReturnType<typeof namesOf>;

/** One link of the chain as a sentence. */
export function linkText(t: Translate, day: DayText, names: Names, link: Link): string {
  const item = names.item(link.itemId);
  const date = day(link.readyOn ?? link.from);
  switch (link.code) {
    case "CAPACITY":
      return t("planning.promise.because.CAPACITY", {
        center: names.center(link.workCenterId ?? ""),
        date: day(addDays(link.from, link.waitDays)),
        item,
        days: link.waitDays,
      });
    case "BUY":
    case "SUBCONTRACT":
      return link.leadTimeDays > 0
        ? t(`planning.promise.because.${link.code}`, { item, days: link.leadTimeDays, date })
        : t("planning.promise.because.ARRIVES", { item, date });
    case "MAKE":
      return t("planning.promise.because.MAKE", { item, from: day(link.from), date });
    default:
      return t(`planning.promise.because.${link.code}`, { item, date });
  }
}

/** The answer as one sentence; without a wanted day it is the earliest one. */
export function answerText(t: Translate, day: DayText, answer: PromiseAnswer, wantedOn: string): string {
  const date = day(answer.readyOn);
  if (wantedOn === "") return t("planning.when.earliest", { date });
  if (answer.isInTime) return t("planning.when.inTime", { date });
  const days = daysBetween(wantedOn, answer.readyOn);
  return days === 1 ? t("planning.when.lateOneDay", { date }) : t("planning.when.late", { date, days });
}

/** Whether two links are the same one: the binding one stands in the chain as well. */
export const isSameLink = (one: Link, other: Link) =>
  one.itemId === other.itemId && one.code === other.code && one.operationNumber === other.operationNumber;

const MINUTE = 60_000;

/** How long a held date still stands, in words of days, hours and minutes. */
export function remainingText(t: Translate, expiresAt: string, nowMs: number): string {
  const minutes = Math.ceil((Date.parse(expiresAt) - nowMs) / MINUTE);
  if (minutes <= 0) return t("planning.promise.over");
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor(minutes / 60) % 24;
  if (days > 0) return t("planning.promise.leftDays", { days, hours });
  if (minutes >= 60) return t("planning.promise.leftHours", { hours, minutes: minutes % 60 });
  return t("planning.promise.leftMinutes", { minutes });
}
