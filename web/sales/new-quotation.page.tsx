import { DraftView } from "../trade/index.ts";

/** A new quotation. */
export function Page() {
  return <DraftView kind="quotation" />;
}
