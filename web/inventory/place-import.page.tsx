import { ImportPage, useText } from "../platform/index.ts";

/** Places from a file. */
export function Page() {
  const t = useText();
  return <ImportPage name={t("inventory.places.title")} endpoint="/api/v1/places" />;
}
