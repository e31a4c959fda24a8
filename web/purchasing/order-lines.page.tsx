import { LineListView } from "../trade/index.ts";

/** Order lines of this side, open ones first. */
export function Page() {
  return <LineListView side="B" />;
}
