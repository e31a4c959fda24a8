import { useText } from "../platform/index.ts";
import { PaymentTable } from "./payment-table.tsx";

/** 支払: what was paid to suppliers. */
export function Page() {
  const t = useText();
  return (
    <PaymentTable
      side="B"
      title={t("accounting.payments.title")}
      create={{ label: t("accounting.pay.title"), to: "accounting/pay", permission: "accounting.write" }}
    />
  );
}
