import { ImportPage, useText } from "../platform/index.ts";

/** Roles of the company's people from a file. */
export function Page() {
  const t = useText();
  return <ImportPage name={t("companies.members.title")} endpoint="/api/v1/members" />;
}
