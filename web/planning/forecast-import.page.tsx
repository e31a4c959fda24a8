import { ImportPage, useText } from "../platform/index.ts";

/** Forecasts from a file. */
export function Page() {
  const t = useText();
  return <ImportPage name={t("planning.forecasts.title")} endpoint="/api/v1/forecasts" />;
}
