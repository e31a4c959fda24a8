import { ImportPage, useText } from "../platform/index.ts";

/** Closures and extra working days from a file. */
export function Page() {
  const t = useText();
  return <ImportPage name={t("resources.days.title")} endpoint="/api/v1/calendar-days" />;
}
