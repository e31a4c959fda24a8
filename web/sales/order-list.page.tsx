import { TradeListView } from "../trade/index.ts";

/** Orders of this side. */
export function Page() {
  return <TradeListView side="S" newTo="sales/orders/new" askTo="sales/quotations/new" />;
}
