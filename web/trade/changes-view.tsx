import { Button, Group, Paper, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import {
  DateText,
  InstantText,
  Money,
  Price,
  Quantity,
  StateBadge,
  type Tone,
  useCan,
  useCommand,
  useText,
} from "../platform/index.ts";
import type { Trade } from "./shapes.ts";
import { PERMISSIONS, type TradeSide } from "./words.tsx";

type Change = Trade["changes"][number];
const TONES: Readonly<Record<Change["state"], Tone>> = {
  proposed: "attention",
  agreed: "done",
  declined: "stopped",
  countered: "waiting",
  expired: "stopped",
  withdrawn: "stopped",
};

/** Changes asked for, the newest first, with the answer of the side it waits for. */
export function ChangesView({ trade, side }: { readonly trade: Trade; readonly side: TradeSide }) {
  const t = useText();
  if (trade.changes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("trade.change.none")}
      </Text>
    );
  return (
    <Stack gap="sm">
      {trade.changes.map((change) => (
        <OneChange key={change.id} trade={trade} change={change} side={side} />
      ))}
    </Stack>
  );
}

function OneChange({
  trade,
  change,
  side,
}: {
  readonly trade: Trade;
  readonly change: Change;
  readonly side: TradeSide;
}) {
  const t = useText();
  const can = useCan();
  const [words, setWords] = useState("");
  const command = useCommand(
    "post",
    side === "S"
      ? "/api/v1/sales-orders/{id}/changes/{changeId}/answer"
      : "/api/v1/purchase-orders/{id}/changes/{changeId}/answer",
    { success: t("trade.change.answered") },
  );
  const answer = (answer: "agreed" | "declined" | "countered" | "withdrawn") =>
    command.run({ params: { path: { id: trade.id, changeId: change.id } }, body: { answer, words } });
  // What stands beside the new value is what holds now; of an answered request the versions tell.
  const isOpenNow = change.state === "proposed";
  const isOpen = change.state === "proposed" && !change.isOfChain && can(PERMISSIONS[side].move);
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between">
        <Group gap={8}>
          <strong>{change.number}</strong>
          <StateBadge tone={TONES[change.state]} label={t(`trade.change.state.${change.state}`)} />
          <span className="quiet">{t(change.isMine ? "trade.change.mine" : "trade.change.theirs")}</span>
        </Group>
        <InstantText value={change.proposedAt} />
      </Group>
      {change.reason && <Text size="sm">{change.reason}</Text>}
      <Table fz={13} my={6}>
        <Table.Tbody>
          {change.lines.map((line) => {
            const now = trade.lines.find((one) => one.lineNumber === line.lineNumber);
            return (
              <Table.Tr key={line.lineNumber}>
                <Table.Td>
                  {line.lineNumber}. {now?.code}
                </Table.Td>
                <Table.Td>
                  {line.isCancel && <strong>{t("trade.change.cancel")}</strong>}
                  {line.newQuantity && (
                    <div>
                      {t("trade.quantity")} {isOpenNow && <Quantity value={now?.quantity} />} →{" "}
                      <Quantity value={line.newQuantity} unit={now?.unit ?? ""} />
                    </div>
                  )}
                  {line.newUnitPrice && (
                    <div>
                      {t("trade.unitPrice")} {isOpenNow && <Price value={now?.unitPrice} />} →{" "}
                      <Price value={line.newUnitPrice} />
                    </div>
                  )}
                  {line.newWantedOn && (
                    <div>
                      {t("trade.wantedOn")} {isOpenNow && <DateText value={now?.wantedOn ?? null} />} →{" "}
                      <DateText value={line.newWantedOn} />
                    </div>
                  )}
                  {line.newPromisedOn && (
                    <div>
                      {t("trade.promisedOn")} {isOpenNow && <DateText value={now?.promisedOn ?? null} />} →{" "}
                      <DateText value={line.newPromisedOn} />
                    </div>
                  )}
                  {line.newAmountYen && (
                    <div>
                      {t("trade.amount")} {isOpenNow && <Money value={now?.amountYen} />} →{" "}
                      <Money value={line.newAmountYen} />
                    </div>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {change.costYen !== "0" && (
        <Text size="sm">
          {t("trade.change.cost")} <Money value={change.costYen} unit />
        </Text>
      )}
      {change.expiresOn && change.state === "proposed" && (
        <Text size="sm">
          {t("trade.change.expiresOn")} <DateText value={change.expiresOn} relative />
        </Text>
      )}
      {change.answer && (
        <Text size="sm">
          {t("trade.change.answer")} {change.answer}
        </Text>
      )}
      {isOpen && !change.isMine && (
        <Stack gap={6} mt={6}>
          <TextInput
            label={t("trade.change.words")}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Group gap={8}>
            <Button loading={command.busy} onClick={() => void answer("agreed")}>
              {t("trade.change.agree")}
            </Button>
            <Button variant="default" disabled={!words.trim()} onClick={() => void answer("countered")}>
              {t("trade.change.counter")}
            </Button>
            <Button variant="default" color="red" disabled={!words.trim()} onClick={() => void answer("declined")}>
              {t("trade.change.decline")}
            </Button>
          </Group>
        </Stack>
      )}
      {isOpen && change.isMine && (
        <Button mt={6} variant="default" loading={command.busy} onClick={() => void answer("withdrawn")}>
          {t("trade.change.withdraw")}
        </Button>
      )}
    </Paper>
  );
}

/** What the lines said before agreed changes. */
export function RevisionsView({ trade }: { readonly trade: Trade }) {
  const t = useText();
  if (trade.revisions.length === 0) return null;
  return (
    <>
      <Title order={3} mt="md" mb={4} fz={14}>
        {t("trade.revisions")}
      </Title>
      <Table fz={13} withTableBorder>
        <Table.Tbody>
          {trade.revisions.map((row) => (
            <Table.Tr key={`${row.lineNumber}/${row.revision}`}>
              <Table.Td>{t("trade.revisionOf", { line: row.lineNumber, revision: row.revision })}</Table.Td>
              <Table.Td style={{ textAlign: "right" }}>
                <Quantity value={row.quantity} />
              </Table.Td>
              <Table.Td style={{ textAlign: "right" }}>
                <Price value={row.unitPrice} />
              </Table.Td>
              <Table.Td>
                <DateText value={row.wantedOn} />
              </Table.Td>
              <Table.Td>
                <InstantText value={row.replacedAt} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
