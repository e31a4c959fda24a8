import { Button, CopyButton, Group, Modal, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useCommand, useText } from "../platform/index.ts";
import type { TradeSide } from "./words.tsx";

/** Makes a link that shows this order to a partner without an account. The address is shown once. */
export function LinkDialog({
  id,
  side,
  onClose,
}: {
  readonly id: string;
  readonly side: TradeSide;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [days, setDays] = useState<number | string>(30);
  const [address, setAddress] = useState("");
  const make = useCommand(
    "post",
    side === "S" ? "/api/v1/sales-orders/{id}/links" : "/api/v1/purchase-orders/{id}/links",
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("trade.link.make")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Text size="sm">{t("trade.link.hint")}</Text>
        {address === "" ? (
          <>
            <NumberInput label={t("trade.link.days")} min={1} max={180} value={days} onChange={setDays} maw={160} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t("platform.cancel")}
              </Button>
              <Button
                loading={make.busy}
                onClick={async () => {
                  const end = await make.run({ params: { path: { id } }, body: { days: Number(days) || 30 } });
                  if (end?.ok) setAddress(`${window.location.origin}/p/${end.value.token}`);
                }}
              >
                {t("trade.link.make")}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <TextInput
              label={t("trade.link.address")}
              value={address}
              readOnly
              onFocus={(event) => event.target.select()}
            />
            <Group justify="flex-end">
              <CopyButton value={address}>
                {({ copied, copy }) => (
                  <Button onClick={copy}>{t(copied ? "trade.link.copied" : "trade.link.copy")}</Button>
                )}
              </CopyButton>
              <Button variant="default" onClick={onClose}>
                {t("platform.close")}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

/** Takes one link back. */
export function LinkRow({
  tradeId,
  side,
  linkId,
}: {
  readonly tradeId: string;
  readonly side: TradeSide;
  readonly linkId: string;
}) {
  const t = useText();
  const withdraw = useCommand(
    "post",
    side === "S"
      ? "/api/v1/sales-orders/{id}/links/{linkId}/withdraw"
      : "/api/v1/purchase-orders/{id}/links/{linkId}/withdraw",
    { success: t("trade.link.withdrawn") },
  );
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      loading={withdraw.busy}
      onClick={() => void withdraw.run({ params: { path: { id: tradeId, linkId } } })}
    >
      {t("trade.link.withdraw")}
    </Button>
  );
}
