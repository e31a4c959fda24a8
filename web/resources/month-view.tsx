import { dayOfWeek } from "../../domain/shared/index.ts";
import { formatMonth, useLocale, useText } from "../platform/index.ts";
import classes from "./month-view.module.css";
import { WEEK_DAYS, weekDayText } from "./week-days.ts";

interface Day {
  readonly onDate: string;
  readonly isWorking: boolean;
  readonly because: "own_day" | "public_holiday" | "week";
  readonly text: string;
}

/** One month: days that are not worked stand out, each with its reason. */
export function MonthView({ month, days }: { readonly month: string; readonly days: readonly Day[] }) {
  const t = useText();
  const locale = useLocale();
  const first = days[0];
  const blanks = first ? dayOfWeek(first.onDate) - 1 : 0;
  const cells: (Day | null)[] = [...Array.from({ length: blanks }, () => null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  const reasonOf = (day: Day) => day.text || t(day.isWorking ? "resources.day.worked" : "resources.day.closed");
  return (
    <table className={classes.month}>
      <caption>{formatMonth(month, locale)}</caption>
      <thead>
        <tr>
          {WEEK_DAYS.map((day) => (
            <th key={day} scope="col">
              {weekDayText(t, day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: weeks of a month have no other name and never move
          <tr key={index}>
            {week.map((day, place) =>
              day ? (
                <td
                  key={day.onDate}
                  data-worked={day.isWorking}
                  data-because={day.because}
                  title={`${day.onDate} ${reasonOf(day)}`}
                >
                  {Number(day.onDate.slice(8))}
                  <span className="visually-hidden"> {reasonOf(day)}</span>
                </td>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: blank cells before the first day
                <td key={place} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
