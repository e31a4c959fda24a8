import { DraftListView } from "../trade/index.ts";

/** Drafts nobody else sees yet. */
export function Page() {
  return <DraftListView side="B" />;
}
