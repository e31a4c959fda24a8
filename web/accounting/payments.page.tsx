import { Button } from "@mantine/core";
import { useState } from "react";
import { useCan, useText } from "../platform/index.ts";
import { AdvanceDialog } from "./advance-dialog.tsx";
import { PaymentTable } from "./payment-table.tsx";

/** 支払: what was paid to suppliers, and an advance before any invoice. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [paying, setPaying] = useState(false);
  return (
    <>
      <PaymentTable
        side="B"
        title={t("accounting.payments.title")}
        create={{ label: t("accounting.pay.title"), to: "accounting/pay", permission: "accounting.write" }}
        actions={
          can("accounting.pay") && (
            <Button variant="default" onClick={() => setPaying(true)}>
              {t("accounting.advance.pay")}
            </Button>
          )
        }
      />
      {paying && <AdvanceDialog onClose={() => setPaying(false)} />}
    </>
  );
}
