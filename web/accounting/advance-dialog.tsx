import { useMemo } from "react";
import { findPartners } from "../parties/index.ts";
import { FormDialog, type FormField, todayInJapan, useCommand, useGo, useText } from "../platform/index.ts";

/** 前渡金: money to a supplier before any invoice. It opens as its own payment, from where later invoices take it. */
export function AdvanceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const pay = useCommand("post", "/api/v1/advance-payments", {
    success: ({ number }) => t("accounting.advance.paid", { number }),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "partnerId",
        label: t("accounting.advance.to"),
        kind: "lookup",
        lookup: findPartners.suppliers,
        required: true,
        span: 2,
      },
      { name: "sentOn", label: t("accounting.payment.sentOn"), kind: "date", required: true },
      { name: "amountYen", label: t("accounting.entry.amount"), kind: "yen", min: "1", required: true },
      {
        name: "fundRole",
        label: t("accounting.payment.fund"),
        kind: "choice",
        required: true,
        options: (["bank", "checkingDeposit", "cash"] as const).map((value) => ({
          value,
          label: t(`accounting.fund.${value}`),
        })),
      },
      { name: "reference", label: t("accounting.payment.reference"), kind: "text", maxLength: 200 },
    ],
    [t],
  );
  const initial = useMemo(() => ({ sentOn: todayInJapan(), fundRole: "bank", reference: "" }), []);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("accounting.advance.pay")}
      fields={fields}
      initial={initial}
      submitLabel={t("accounting.advance.pay")}
      // A text left empty is none; the payment's reference is always a text.
      submit={(body) => pay.run({ body: { ...body, reference: body["reference"] ?? "" } as never })}
      onDone={({ paymentId }) => {
        onClose();
        go(`accounting/payments/${paymentId}`);
      }}
    >
      <p className="quiet">{t("accounting.advance.payHint")}</p>
    </FormDialog>
  );
}
