import { Text } from "@mantine/core";
import { useMemo } from "react";
import { findPartners } from "../parties/index.ts";
import {
  FormDialog,
  type FormField,
  formatDate,
  formatQuantity,
  useCommand,
  useLocale,
  useText,
} from "../platform/index.ts";
import type { Promised } from "./promise-words.ts";

/** Turns a held date into the customer's order. */
export function ConfirmPromiseDialog({
  promise,
  onClose,
  onDone,
}: {
  readonly promise: Promised;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useText();
  const locale = useLocale();
  const { id, version, partnerId } = promise;
  const confirm = useCommand("post", "/api/v1/promises/{id}/confirm", {
    success: (made) => t("planning.promise.confirmed", { number: made.number, count: made.workOrders.length }),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      ...(partnerId === null
        ? [
            {
              name: "partnerId",
              label: t("planning.promise.partner"),
              kind: "lookup" as const,
              lookup: findPartners.customers,
              required: true,
            },
          ]
        : []),
      {
        name: "unitPrice",
        label: t("planning.promise.unitPrice"),
        kind: "decimal",
        min: "0",
        hint: t("planning.promise.unitPriceHint"),
      },
      { name: "outsideNumber", label: t("planning.promise.outsideNumber"), kind: "text", maxLength: 60 },
    ],
    [t, partnerId],
  );
  return (
    <FormDialog
      opened
      columns={1}
      onClose={onClose}
      title={`${t("planning.promise.confirm")} ${promise.number}`}
      fields={fields}
      submitLabel={t("planning.promise.confirm")}
      submit={(body) =>
        confirm.run({
          params: { path: { id } },
          body: {
            version,
            outsideNumber: String(body["outsideNumber"] ?? ""),
            ...(typeof body["partnerId"] === "string" && { partnerId: body["partnerId"] }),
            ...(typeof body["unitPrice"] === "string" && { unitPrice: body["unitPrice"] }),
          },
        })
      }
      onDone={onDone}
    >
      <Text size="sm" mb={6}>
        {t("planning.promise.confirmText", {
          item: `${promise.itemCode} ${promise.itemName}`,
          quantity: formatQuantity(promise.quantity, promise.unit),
          date: formatDate(promise.promisedOn, locale),
          partner: promise.partnerName ?? "",
        })}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t("planning.promise.confirmSeen")}
      </Text>
    </FormDialog>
  );
}
