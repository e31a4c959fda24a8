import { ImportPage, useGo, useText } from "../platform/index.ts";

/** Orders from a file. */
export function Page() {
  const t = useText();
  const go = useGo();
  return (
    <ImportPage name={t("sales.orders.title")} endpoint="/api/v1/sales-orders" onDone={() => go("sales/orders")} />
  );
}
