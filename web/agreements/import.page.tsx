import { ImportPage, useGo, useText } from "../platform/index.ts";

/** Prices of partners outside the platform, from a file. */
export function Page() {
  const t = useText();
  const go = useGo();
  return <ImportPage name={t("agreements.prices")} endpoint="/api/v1/price-lists" onDone={() => go("agreements")} />;
}
