import { Box, Modal, Text } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import { findPartners } from "../parties/index.ts";
import {
  Answered,
  FormDialog,
  type FormField,
  formatDate,
  formatQuantity,
  LookupField,
  type LookupHit,
  useApi,
  useCommand,
  useLive,
  useLocale,
  useText,
} from "../platform/index.ts";
import { AttachPromiseDialog } from "./attach-promise.tsx";
import type { Promised } from "./promise-words.ts";

interface DialogProps {
  readonly promise: Promised;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/**
 * Turns a held date into the customer's order: placed here for a customer outside the platform, attached to the order that arrived from one who
 * orders by itself.
 */
export function ConfirmPromiseDialog(props: DialogProps) {
  const t = useText();
  const { promise, onClose } = props;
  const [customer, setCustomer] = useState<LookupHit | null>(null);
  const customerId = promise.partnerId ?? customer?.id;
  const answer = useApi(
    "/api/v1/promises/{id}/order-lines",
    { params: { path: { id: promise.id }, query: { ...(customer && { partnerId: customer.id }) } } },
    { when: customerId !== undefined },
  );
  useLive("trade.", () => void (customerId !== undefined && answer.refetch()));
  const customerField = promise.partnerId === null && (
    <LookupField
      label={t("planning.promise.partner")}
      lookup={findPartners.customers}
      hit={customer}
      onHit={setCustomer}
      required
    />
  );
  if (customerId !== undefined && answer.data?.isLinked)
    return <AttachPromiseDialog {...props} key={customerId} found={answer.data} customerField={customerField} />;
  if (promise.partnerId !== null && !answer.data)
    return (
      <Modal
        opened
        onClose={onClose}
        title={`${t("planning.promise.confirm")} ${promise.number}`}
        closeButtonProps={{ "aria-label": t("platform.close") }}
      >
        <Answered answer={answer} lines={4}>
          {() => null}
        </Answered>
      </Modal>
    );
  return <PlaceOrderDialog {...props} customerId={customerId} customerField={customerField} />;
}

function PlaceOrderDialog({
  promise,
  customerId,
  customerField,
  onClose,
  onDone,
}: DialogProps & { readonly customerId: string | undefined; readonly customerField: ReactNode }) {
  const t = useText();
  const locale = useLocale();
  const { id, version } = promise;
  const confirm = useCommand("post", "/api/v1/promises/{id}/confirm", {
    success: (made) => t("planning.promise.confirmed", { number: made.number, count: made.workOrders.length }),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "unitPrice",
        label: t("planning.promise.unitPrice"),
        kind: "decimal",
        min: "0",
        hint: t("planning.promise.unitPriceHint"),
      },
      { name: "outsideNumber", label: t("planning.promise.outsideNumber"), kind: "text", maxLength: 60 },
    ],
    [t],
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
            ...(customerId !== undefined && { partnerId: customerId }),
            ...(typeof body["unitPrice"] === "string" && { unitPrice: body["unitPrice"] }),
          },
        })
      }
      onDone={onDone}
    >
      <Text size="sm" mb="sm">
        {t("planning.promise.confirmText", {
          item: `${promise.itemCode} ${promise.itemName}`,
          quantity: formatQuantity(promise.quantity, promise.unit),
          date: formatDate(promise.promisedOn, locale),
          partner: promise.partnerName ?? "",
        })}
      </Text>
      <Box mb="sm">{customerField}</Box>
    </FormDialog>
  );
}
