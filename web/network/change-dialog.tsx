import { Alert, Button, Checkbox, Group, Modal, Stack, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  DateText,
  DayField,
  formatDate,
  Quantity,
  useCommand,
  useLocale,
  useText,
} from "../platform/index.ts";

type Chain = AnswerOf<"get", "/api/v1/network/chains/{id}">;
type Preview = AnswerOf<"post", "/api/v1/network/chains/{id}/changes/preview">;
interface Wanted {
  readonly isCancel: boolean;
  readonly quantity: string;
  readonly wantedOn: string;
}

/** What the maker wants changed, what that means for each step, and who will be asked: before anything is sent. */
export function ChangeDialog({
  chain,
  opened,
  onClose,
}: {
  readonly chain: Chain;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = useText();
  const open = chain.lines.filter((line) => line.state === "placed" || line.state === "confirmed");
  const [wanted, setWanted] = useState<Readonly<Record<number, Wanted>>>({});
  const [reason, setReason] = useState("");
  const [expiresOn, setExpiresOn] = useState("");
  const [preview, setPreview] = useState<Preview | null>(null);
  const of = (lineNumber: number): Wanted => wanted[lineNumber] ?? { isCancel: false, quantity: "", wantedOn: "" };
  const set = (lineNumber: number, change: Partial<Wanted>) => {
    setWanted({ ...wanted, [lineNumber]: { ...of(lineNumber), ...change } });
    setPreview(null);
  };
  const body = {
    reason,
    ...(expiresOn && { expiresOn }),
    lines: open.flatMap((line) => {
      const { isCancel, quantity, wantedOn } = of(line.lineNumber);
      if (!isCancel && !quantity && !wantedOn) return [];
      return [
        {
          lineNumber: line.lineNumber,
          isCancel,
          ...(!isCancel && quantity && { newQuantity: quantity.replaceAll(",", "") }),
          ...(!isCancel && wantedOn && { newWantedOn: wantedOn }),
        },
      ];
    }),
  };
  const params = { path: { id: chain.id } };
  const look = useCommand("post", "/api/v1/network/chains/{id}/changes/preview", { keepAnswers: true });
  const propose = useCommand("post", "/api/v1/network/chains/{id}/changes", {
    success: (value) => t(value.state === "applied" ? "network.change.applied" : "network.change.proposed"),
  });
  const close = () => {
    setPreview(null);
    setWanted({});
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={t("network.change.propose")} size="xl">
      <Stack gap={12}>
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("network.order.item")}</Table.Th>
                <Table.Th ta="right">{t("network.order.quantity")}</Table.Th>
                <Table.Th>{t("network.order.wantedOn")}</Table.Th>
                <Table.Th>{t("network.change.newQuantity")}</Table.Th>
                <Table.Th>{t("network.change.newWantedOn")}</Table.Th>
                <Table.Th>{t("network.change.cancel")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {open.map((line) => {
                const now = of(line.lineNumber);
                const at = (word: string) => `${line.lineNumber} ${line.code} ${word}`;
                return (
                  <Table.Tr key={line.lineNumber}>
                    <Table.Td>
                      {line.lineNumber}. {line.code}
                    </Table.Td>
                    <Table.Td ta="right">
                      <Quantity value={line.quantity} unit={line.unit} />
                    </Table.Td>
                    <Table.Td>
                      <DateText value={line.wantedOn} />
                    </Table.Td>
                    <Table.Td>
                      <TextInput
                        aria-label={at(t("network.change.newQuantity"))}
                        inputMode="decimal"
                        value={now.quantity}
                        disabled={now.isCancel}
                        onChange={(event) =>
                          set(line.lineNumber, { quantity: event.currentTarget.value.normalize("NFKC") })
                        }
                        w={110}
                      />
                    </Table.Td>
                    <Table.Td>
                      <DayField
                        aria-label={at(t("network.change.newWantedOn"))}
                        value={now.wantedOn}
                        disabled={now.isCancel}
                        onChange={(value) => set(line.lineNumber, { wantedOn: value })}
                        w={150}
                      />
                    </Table.Td>
                    <Table.Td>
                      <Checkbox
                        aria-label={at(t("network.change.cancel"))}
                        checked={now.isCancel}
                        onChange={(event) => set(line.lineNumber, { isCancel: event.currentTarget.checked })}
                      />
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group align="flex-end" gap={10}>
          <TextInput
            label={t("network.change.reason")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            style={{ flex: 1, minWidth: 220 }}
          />
          <DayField label={t("network.change.expiresOn")} value={expiresOn} onChange={setExpiresOn} w={160} />
        </Group>
        {preview && <PreviewOf preview={preview} isProcessing={chain.form === "processing"} />}
        <Group>
          <Button
            variant={preview ? "default" : "filled"}
            disabled={body.lines.length === 0}
            loading={look.busy}
            onClick={() =>
              void look.run({ params, body }).then((end) => {
                if (end?.ok) setPreview(end.value);
              })
            }
          >
            {t("network.change.look")}
          </Button>
          {preview && (
            <Button
              loading={propose.busy}
              onClick={() =>
                void propose.run({ params, body }).then((end) => {
                  if (end?.ok) close();
                })
              }
            >
              {t("network.change.send")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function PreviewOf({ preview, isProcessing }: { readonly preview: Preview; readonly isProcessing: boolean }) {
  const t = useText();
  const locale = useLocale();
  return (
    <Stack gap={8}>
      <Alert color={preview.isLate ? "orange" : "indigo"}>
        <Text size="sm">
          {preview.promisedOn &&
            t(preview.isLate ? "network.change.lateTo" : "network.change.promised", {
              date: formatDate(preview.promisedOn, locale),
            })}
        </Text>
        <Text size="sm">
          {preview.askedNames.length > 0
            ? t("network.change.asks", { companies: preview.askedNames.join(" · ") })
            : t("network.change.asksNobody")}
        </Text>
        {isProcessing && <Text size="sm">{t("network.change.workOrders")}</Text>}
      </Alert>
      <Table.ScrollContainer minWidth={560}>
        <Table withTableBorder verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("network.step.process")}</Table.Th>
              <Table.Th>{t("network.step.seller")}</Table.Th>
              <Table.Th ta="right">{t("network.order.quantity")}</Table.Th>
              <Table.Th>{t("network.step.wantedOn")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.steps.map((step) => (
              <Table.Tr key={`${step.chainLineNumber}/${step.stepNumber}/${step.part}`}>
                <Table.Td>
                  {step.chainLineNumber}. {step.processName}
                </Table.Td>
                <Table.Td>{step.sellerName}</Table.Td>
                <Table.Td ta="right">
                  {step.isCancel ? (
                    <>
                      <Quantity value={step.quantity} /> → {t("network.change.cancelled")}
                    </>
                  ) : step.newQuantity ? (
                    <>
                      <Quantity value={step.quantity} /> → <Quantity value={step.newQuantity} />
                    </>
                  ) : (
                    <Quantity value={step.quantity} />
                  )}
                </Table.Td>
                <Table.Td>
                  {step.newWantedOn ? (
                    <>
                      <DateText value={step.wantedOn} /> → <DateText value={step.newWantedOn} />
                    </>
                  ) : (
                    <DateText value={step.wantedOn} />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
