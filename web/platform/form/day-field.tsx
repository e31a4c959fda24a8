import { DateInput, type DateInputProps } from "@mantine/dates";
import { useState } from "react";
import { formatDate, formatMonth, parseTypedDate, todayInJapan } from "../format/dates.ts";
import { useLocale, useText } from "../i18n/use-text.ts";

export interface DayFieldProps extends Omit<DateInputProps, "value" | "onChange" | "defaultValue"> {
  /** `2026-11-23`, or the empty text. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A day, typed in any way people write it (11/23, 23, +7, 令和8年11月23日) or picked from the calendar. */
export function DayField({ value, onChange, ...rest }: DayFieldProps) {
  const locale = useLocale();
  const t = useText();
  /** What was typed and is no day: the day before stands there again, which nobody should take for what they typed. */
  const [unread, setUnread] = useState("");
  return (
    <DateInput
      value={value === "" ? null : value}
      onChange={(day) => {
        setUnread("");
        onChange(day ?? "");
      }}
      valueFormat={(day) => formatDate(day, locale)}
      dateParser={(typed) => parseTypedDate(typed, todayInJapan())}
      placeholder="2026/11/23"
      clearButtonProps={{ "aria-label": t("platform.form.clear") }}
      ariaLabels={{
        previousMonth: t("platform.form.previousMonth"),
        nextMonth: t("platform.form.nextMonth"),
        previousYear: t("platform.form.previousYear"),
        nextYear: t("platform.form.nextYear"),
        previousDecade: t("platform.form.previousDecade"),
        nextDecade: t("platform.form.nextDecade"),
      }}
      monthLabelFormat={(day) => formatMonth(day, locale)}
      yearLabelFormat={(day) => t("platform.form.year", { year: day.slice(0, 4) })}
      getDayAriaLabel={(day) => formatDate(day, locale)}
      // The calendar's own today is the machine's; the day of the business is Japan's.
      getDayProps={(day) => (day === todayInJapan() ? { "aria-current": "date", fw: 700, td: "underline" } : {})}
      popoverProps={{ shadow: "md", position: "bottom-start" }}
      {...rest}
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim();
        setUnread(typed === "" || parseTypedDate(typed, todayInJapan()) ? "" : typed);
        rest.onBlur?.(event);
      }}
      error={unread === "" ? rest.error : t("platform.form.dayUnread", { typed: unread })}
    />
  );
}
