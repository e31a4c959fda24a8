import { ImportPage, useGo, useText } from "../platform/index.ts";

/** Makers' orders from a file: each cascades at once where the rules allow, as if it had been typed. */
export function Page() {
  const t = useText();
  const go = useGo();
  return (
    <ImportPage
      name={t("network.orders.importName")}
      endpoint="/api/v1/network/orders"
      onDone={() => go("network/chains")}
    />
  );
}
