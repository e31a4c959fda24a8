import { ImportPage, useText } from "../platform/index.ts";

/** From a file, after a look at what it would do. */
export function Page() {
  const t = useText();
  return <ImportPage name={t("accounting.bankRows.title")} endpoint="/api/v1/bank-rows" />;
}
