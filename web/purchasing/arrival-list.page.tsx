import { DeliveryListView } from "../trade/index.ts";

/** Deliveries of this side. */
export function Page() {
  return <DeliveryListView side="B" />;
}
