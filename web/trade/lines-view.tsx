import { Table, Text } from "@mantine/core";
import { DateText, Money, Price, Quantity, useText } from "../platform/index.ts";
import type { Trade } from "./shapes.ts";
import { type TradeSide, TradeState } from "./words.tsx";

/** The lines of an order as agreed, with how far each has come. */
export function LinesView({ trade, side }: { readonly trade: Trade; readonly side: TradeSide }) {
  const t = useText();
  const right = { textAlign: "right" } as const;
  return (
    // On a tablet its right columns are reached by scrolling, also with the arrow keys.
    <Table.ScrollContainer minWidth={860} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table verticalSpacing={5} fz={13} withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={40}>{t("trade.line")}</Table.Th>
            <Table.Th>{t("trade.item")}</Table.Th>
            <Table.Th style={right}>{t("trade.quantity")}</Table.Th>
            <Table.Th style={right}>{t("trade.unitPrice")}</Table.Th>
            <Table.Th style={right}>{t("trade.amount")}</Table.Th>
            <Table.Th>{t("trade.wantedOn")}</Table.Th>
            <Table.Th>{t("trade.promisedOn")}</Table.Th>
            <Table.Th style={right}>{t("trade.progress")}</Table.Th>
            <Table.Th>{t("trade.state")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {trade.lines.map((line) => (
            <Table.Tr key={line.lineNumber}>
              <Table.Td>{line.lineNumber}</Table.Td>
              <Table.Td>
                <div>{line.code}</div>
                <Text size="xs" c="dimmed">
                  {line.description}
                </Text>
              </Table.Td>
              <Table.Td style={right}>
                <Quantity value={line.quantity} unit={line.unit} />
              </Table.Td>
              <Table.Td style={right}>
                <Price value={line.unitPrice} />
                {line.isProvisional && (
                  <Text size="xs" c="dimmed">
                    {t("trade.provisional")}
                  </Text>
                )}
              </Table.Td>
              <Table.Td style={right}>
                <Money value={line.amountYen} />
              </Table.Td>
              <Table.Td>
                <DateText value={line.wantedOn} />
              </Table.Td>
              <Table.Td>
                <DateText value={line.promisedOn} />
                {line.state === "quoted" && line.validUntil && (
                  <Text size="xs" c="dimmed">
                    {t("trade.validUntil")} <DateText value={line.validUntil} />
                  </Text>
                )}
              </Table.Td>
              <Table.Td style={right}>
                <Progress line={line} />
              </Table.Td>
              <Table.Td>
                <TradeState state={line.state} side={side} done={!line.isOpen && line.state === "confirmed"} />
                {line.answer && (
                  <Text size="xs" c="dimmed">
                    {line.answer}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Progress({ line }: { readonly line: Trade["lines"][number] }) {
  const t = useText();
  const parts = (["shipped", "received", "accepted", "rejected", "returned", "invoiced"] as const).filter(
    (name) => Number(line[name]) > 0,
  );
  if (parts.length === 0) return <span className="quiet">–</span>;
  return parts.map((name) => (
    <div key={name}>
      <span className="quiet">{t(`trade.progress.${name}`)}</span> <Quantity value={line[name]} />
    </div>
  ));
}
