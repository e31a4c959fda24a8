import { DraftView } from "../trade/index.ts";

/** A new order. */
export function Page() {
  return <DraftView kind="sales_order" />;
}
