import { TradeListView } from "../trade/index.ts";

/** Orders of this side. */
export function Page() {
  return <TradeListView side="B" newTo="purchasing/orders/new" askTo="purchasing/enquiries/new" />;
}
