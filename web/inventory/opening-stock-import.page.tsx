import { ImportPage, useText } from "../platform/index.ts";

/** Stock a company brings along, from a file. */
export function Page() {
  const t = useText();
  return <ImportPage name={t("inventory.opening.title")} endpoint="/api/v1/opening-stock" />;
}
