import { ImportPage, useText } from "../platform/index.ts";

/** Work centres from a file. */
export function Page() {
  const t = useText();
  return <ImportPage name={t("resources.centers.title")} endpoint="/api/v1/work-centers" />;
}
