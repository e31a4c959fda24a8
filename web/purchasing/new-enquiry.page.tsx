import { DraftView } from "../trade/index.ts";

/** A new enquiry. */
export function Page() {
  return <DraftView kind="enquiry" />;
}
