import { Button, Checkbox, Group, Modal, NumberInput, Stack, Table, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { DateText, DayField, HomelessRefusals, Price, Quantity, useCommand, useText } from "../platform/index.ts";
import type { Move, Trade } from "./shapes.ts";
import { WhoSees } from "./who-sees.tsx";
import type { TradeSide } from "./words.tsx";

const WITH_PRICE: readonly Move[] = ["quoted", "countered"];
const WITH_DATE: readonly Move[] = ["confirmed", "quoted", "countered"];
const WITH_REASON: readonly Move[] = ["declined", "countered", "withdrawn"];

/** Moves lines to their next state: with the seller's date, price, or the reason why not. */
export function MoveDialog({
  trade,
  side,
  to,
  answeredOn,
  onClose,
}: {
  readonly trade: Trade;
  readonly side: TradeSide;
  readonly to: Move;
  /** The day a partner without an account answered by its link. */
  readonly answeredOn?: string | null;
  readonly onClose: () => void;
}) {
  const t = useText();
  const lines = trade.lines.filter((line) => line.moves.includes(to));
  // A counter of a company on the platform is taken as it was offered: its day is not the buyer's to type.
  const takes = to === "confirmed" && side === "B" && !trade.isOutside;
  const withDate = WITH_DATE.includes(to) && !takes;
  const label = t(takes ? "trade.move.B.taken" : `trade.move.${side}.${to}`);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(lines.map((line) => line.lineNumber)));
  const [dates, setDates] = useState<Readonly<Record<number, string>>>(() =>
    answeredOn ? Object.fromEntries(lines.map((line) => [line.lineNumber, answeredOn])) : {},
  );
  const [prices, setPrices] = useState<Readonly<Record<number, string>>>({});
  const [validUntil, setValidUntil] = useState(trade.validUntil ?? "");
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const command = useCommand(
    "post",
    side === "S" ? "/api/v1/sales-orders/{id}/lines/move" : "/api/v1/purchase-orders/{id}/lines/move",
    {
      success: t(
        to === "confirmed" || (to === "placed" && side === "S") ? `trade.moved.${side}.${to}` : `trade.moved.${to}`,
      ),
      placesRefusals: true,
    },
  );
  const send = async () => {
    const end = await command.run({
      params: { path: { id: trade.id } },
      body: {
        lines: lines
          .filter((line) => chosen.has(line.lineNumber))
          .map((line) => ({
            lineNumber: line.lineNumber,
            seen: line.state,
            to,
            ...(withDate && dates[line.lineNumber] && { promisedOn: dates[line.lineNumber]! }),
            ...(WITH_PRICE.includes(to) && prices[line.lineNumber] && { unitPrice: prices[line.lineNumber]! }),
            ...(to === "quoted" && validUntil && { validUntil }),
            ...(reason.trim() && { reason: reason.trim() }),
          })),
      },
    });
    if (end?.ok) onClose();
    else if (end?.problem) setWrong(end.problem.errors.map((error) => error.detail));
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={label} closeButtonProps={{ "aria-label": t("platform.close") }}>
      <Stack gap="sm">
        <HomelessRefusals sentences={wrong} />
        {trade.isOutside && <Text size="sm">{t("trade.moveHint.outside", { partner: trade.partnerName })}</Text>}
        <Table.ScrollContainer minWidth={620}>
          <Table fz={13} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={36} />
                <Table.Th>{t("trade.item")}</Table.Th>
                <Table.Th w={80} style={{ textAlign: "right" }}>
                  {t("trade.quantity")}
                </Table.Th>
                <Table.Th>{t("trade.wantedOn")}</Table.Th>
                {(withDate || takes) && <Table.Th w={170}>{t("trade.promisedOn")}</Table.Th>}
                <Table.Th w={130} style={{ textAlign: "right" }}>
                  {t("trade.unitPrice")}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.lineNumber}>
                  <Table.Td>
                    <Checkbox
                      aria-label={t("trade.lineNumber", { line: line.lineNumber })}
                      checked={chosen.has(line.lineNumber)}
                      onChange={(event) => {
                        const next = new Set(chosen);
                        if (event.currentTarget.checked) next.add(line.lineNumber);
                        else next.delete(line.lineNumber);
                        setChosen(next);
                      }}
                    />
                  </Table.Td>
                  <Table.Td>
                    {line.code} <span className="quiet">{line.description}</span>
                  </Table.Td>
                  <Table.Td style={{ textAlign: "right" }}>
                    <Quantity value={line.quantity} unit={line.unit} />
                  </Table.Td>
                  <Table.Td>
                    <DateText value={line.wantedOn} />
                  </Table.Td>
                  {takes && (
                    <Table.Td>
                      <DateText value={line.promisedOn ?? line.wantedOn} />
                    </Table.Td>
                  )}
                  {withDate && (
                    <Table.Td>
                      <DayField
                        aria-label={t("trade.promisedOn")}
                        value={dates[line.lineNumber] ?? line.promisedOn ?? (to === "confirmed" ? line.wantedOn : "")}
                        onChange={(value) => setDates({ ...dates, [line.lineNumber]: value })}
                      />
                    </Table.Td>
                  )}
                  <Table.Td style={{ textAlign: "right" }}>
                    {WITH_PRICE.includes(to) ? (
                      <NumberInput
                        aria-label={t("trade.unitPrice")}
                        hideControls
                        min={0}
                        decimalScale={6}
                        thousandSeparator=","
                        valueIsNumericString
                        value={prices[line.lineNumber] ?? (line.unitPrice === "0" ? "" : line.unitPrice)}
                        onChange={(value) => setPrices({ ...prices, [line.lineNumber]: String(value) })}
                      />
                    ) : (
                      <Price value={line.unitPrice} />
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {to === "quoted" && (
          <DayField label={t("trade.validUntil")} value={validUntil} onChange={setValidUntil} maw={220} />
        )}
        {(WITH_REASON.includes(to) || to === "cancelled") && (
          <Textarea
            label={t("trade.reason")}
            description={trade.isOutside ? undefined : t("trade.reasonSeen", { partner: trade.partnerName })}
            required={WITH_REASON.includes(to)}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autosize
            minRows={2}
          />
        )}
        <WhoSees partner={trade.isOutside ? null : trade.partnerName} of="move" />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button
            loading={command.busy}
            disabled={chosen.size === 0}
            color={to === "declined" || to === "cancelled" || to === "withdrawn" ? "red" : "indigo"}
            onClick={() => void send()}
          >
            {label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
