import { ImportPage, useText } from "../platform/index.ts";

/** A production log from a file. */
export function Page() {
  const t = useText();
  return <ImportPage name={t("planning.learned.log")} endpoint="/api/v1/production-events" />;
}
