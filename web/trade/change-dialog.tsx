import { Button, Checkbox, Group, Modal, NumberInput, SimpleGrid, Stack, Table, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { DayField, HomelessRefusals, Quantity, useCommand, useText } from "../platform/index.ts";
import type { Trade } from "./shapes.ts";
import { WhoSees } from "./who-sees.tsx";
import type { TradeSide } from "./words.tsx";

/** The day each side may ask to move: the buyer the one it wants, the seller the one it promised. */
const DAY = { S: "promisedOn", B: "wantedOn" } as const;

interface Typed {
  readonly quantity?: string;
  readonly unitPrice?: string;
  readonly day?: string;
  readonly isCancel?: boolean;
  /** 仮単価: the price as it stands is the final one. */
  readonly isFinal?: boolean;
}

/** Asks the other side for a change of placed lines; with a partner outside the platform it is recorded as agreed. */
export function ChangeDialog({
  trade,
  side,
  onClose,
}: {
  readonly trade: Trade;
  readonly side: TradeSide;
  readonly onClose: () => void;
}) {
  const t = useText();
  const lines = trade.lines.filter((line) => ["placed", "confirmed", "countered"].includes(line.state));
  const [typed, setTyped] = useState<Readonly<Record<number, Typed>>>({});
  const [reason, setReason] = useState("");
  const [costYen, setCostYen] = useState("");
  const [expiresOn, setExpiresOn] = useState("");
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [wrongDay, setWrongDay] = useState<string>();
  const command = useCommand(
    "post",
    side === "S" ? "/api/v1/sales-orders/{id}/changes" : "/api/v1/purchase-orders/{id}/changes",
    {
      success: ({ state }) =>
        t(
          trade.isOutside
            ? "trade.change.recorded"
            : state === "agreed"
              ? "trade.change.agreedByRule"
              : "trade.change.asked",
        ),
      placesRefusals: true,
    },
  );
  const dayOf = (line: Trade["lines"][number]) => (side === "S" ? (line.promisedOn ?? line.wantedOn) : line.wantedOn);
  const set = (line: number, change: Typed) => setTyped({ ...typed, [line]: { ...typed[line], ...change } });
  const changed = lines.filter((line) => {
    const one = typed[line.lineNumber];
    return (
      one &&
      (one.isCancel ||
        one.isFinal ||
        (one.quantity && one.quantity !== line.quantity) ||
        priceOf(line, one) ||
        (one.day && one.day !== dayOf(line)))
    );
  });
  const send = async () => {
    const end = await command.run({
      params: { path: { id: trade.id } },
      body: {
        reason: reason.trim(),
        costYen: costYen || "0",
        expiresOn: expiresOn || null,
        lines: changed.map((line) => {
          const one = typed[line.lineNumber]!;
          return {
            lineNumber: line.lineNumber,
            seenRevision: line.revision,
            ...(one.isCancel
              ? { isCancel: true }
              : {
                  ...(one.quantity && { quantity: one.quantity }),
                  ...(priceOf(line, one) && { unitPrice: priceOf(line, one) }),
                  ...(one.day && { [DAY[side]]: one.day }),
                }),
          };
        }),
      },
    });
    if (end?.ok) onClose();
    else if (end?.problem) {
      const { errors } = end.problem;
      setWrongDay(errors.find((error) => error.field === "expiresOn")?.detail);
      setWrong(errors.filter((error) => error.field !== "expiresOn").map((error) => error.detail));
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("trade.change.ask")}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <HomelessRefusals sentences={wrong} />
        <Text size="sm">
          {t(trade.isOutside ? "trade.change.hintOutside" : "trade.change.hint", { partner: trade.partnerName })}
        </Text>
        <Table.ScrollContainer minWidth={640}>
          <Table fz={13} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("trade.item")}</Table.Th>
                <Table.Th w={70} style={{ textAlign: "right" }}>
                  {t("trade.progress.shipped")}
                </Table.Th>
                <Table.Th w={120}>{t("trade.quantity")}</Table.Th>
                <Table.Th w={120}>{t("trade.unitPrice")}</Table.Th>
                <Table.Th w={160}>{t(`trade.${DAY[side]}`)}</Table.Th>
                <Table.Th w={80}>{t("trade.change.cancel")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => {
                const one = typed[line.lineNumber] ?? {};
                return (
                  <Table.Tr key={line.lineNumber}>
                    <Table.Td>
                      {line.lineNumber}. {line.code} <span className="quiet">{line.description}</span>
                    </Table.Td>
                    <Table.Td style={{ textAlign: "right" }}>
                      <Quantity value={line.shipped} />
                    </Table.Td>
                    <Table.Td>
                      <NumberInput
                        aria-label={t("trade.quantity")}
                        hideControls
                        decimalScale={6}
                        thousandSeparator=","
                        valueIsNumericString
                        disabled={one.isCancel === true}
                        value={one.quantity ?? line.quantity}
                        onChange={(value) => set(line.lineNumber, { quantity: String(value) })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <NumberInput
                        aria-label={t("trade.unitPrice")}
                        hideControls
                        decimalScale={6}
                        thousandSeparator=","
                        valueIsNumericString
                        disabled={one.isCancel === true}
                        value={one.unitPrice ?? line.unitPrice}
                        onChange={(value) => set(line.lineNumber, { unitPrice: String(value) })}
                      />
                      {line.isProvisional && (
                        <Checkbox
                          mt={4}
                          size="xs"
                          label={t("trade.change.final")}
                          aria-label={`${line.lineNumber} ${t("trade.change.finalLabel")}`}
                          disabled={one.isCancel === true}
                          checked={isFinal(line, one)}
                          onChange={(event) => set(line.lineNumber, { isFinal: event.currentTarget.checked })}
                        />
                      )}
                    </Table.Td>
                    <Table.Td>
                      <DayField
                        aria-label={t(`trade.${DAY[side]}`)}
                        disabled={one.isCancel === true}
                        value={one.day ?? dayOf(line)}
                        onChange={(value) => set(line.lineNumber, { day: value })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <Checkbox
                        aria-label={t("trade.change.cancel")}
                        checked={one.isCancel === true}
                        onChange={(event) => set(line.lineNumber, { isCancel: event.currentTarget.checked })}
                      />
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Textarea
          label={t("trade.reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
        />
        <SimpleGrid cols={2}>
          <NumberInput
            label={t("trade.change.cost")}
            hideControls
            thousandSeparator=","
            decimalScale={0}
            valueIsNumericString
            value={costYen}
            onChange={(value) => setCostYen(String(value))}
          />
          {!trade.isOutside && (
            <DayField
              label={t("trade.change.expiresOn")}
              value={expiresOn}
              onChange={(day) => {
                setExpiresOn(day);
                setWrongDay(undefined);
              }}
              error={wrongDay}
            />
          )}
        </SimpleGrid>
        <WhoSees partner={trade.isOutside ? null : trade.partnerName} of="change" />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button loading={command.busy} disabled={changed.length === 0} onClick={() => void send()}>
            {t(trade.isOutside ? "trade.change.record" : "trade.change.send")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** A provisional price is settled by naming it: another figure, or the same one said to be final. */
function isFinal(line: Trade["lines"][number], one: Typed): boolean {
  return (
    one.isFinal === true || (one.unitPrice !== undefined && one.unitPrice !== "" && one.unitPrice !== line.unitPrice)
  );
}

/** The price to send; none where it stays. */
function priceOf(line: Trade["lines"][number], one: Typed): string | undefined {
  if (!isFinal(line, one)) return undefined;
  return one.unitPrice || line.unitPrice;
}
