import { ImportPage, useText } from "../platform/index.ts";

/** Dispatch rules from a file. */
export function Page() {
  const t = useText();
  return <ImportPage name={t("network.rules.title")} endpoint="/api/v1/network/rules" />;
}
