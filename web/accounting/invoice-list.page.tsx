import { useText } from "../platform/index.ts";
import { InvoiceTable } from "./invoice-table.tsx";

/** What we billed. */
export function Page() {
  const t = useText();
  return <InvoiceTable side="S" id="accounting.invoices" title={t("accounting.billed.title")} />;
}
