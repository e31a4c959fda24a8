import { useText } from "../platform/index.ts";
import { InvoiceTable } from "./invoice-table.tsx";

/** What was billed to us. */
export function Page() {
  const t = useText();
  return <InvoiceTable side="B" id="accounting.bills" title={t("accounting.billedToUs.title")} />;
}
