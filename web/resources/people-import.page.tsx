import { ImportPage, useText } from "../platform/index.ts";

/** People on the floor from a file. */
export function Page() {
  const t = useText();
  return <ImportPage name={t("resources.people.title")} endpoint="/api/v1/floor-people" />;
}
