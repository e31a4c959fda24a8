import { Button, Group, Modal, NumberInput, Stack, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { DayField, HomelessRefusals, Quantity, todayInJapan, useCommand, useText } from "../platform/index.ts";
import type { Delivery } from "./shapes.ts";
import { WhoSees } from "./who-sees.tsx";
import type { TradeSide } from "./words.tsx";

interface Typed {
  readonly accepted: string;
  readonly specially: string;
  readonly unitPrice: string;
  readonly rejected: string;
  readonly reason: string;
}

/** Accepts (合格), takes at a cut price (特採) and rejects (不合格) what was received; all of it is accepted unless typed otherwise. */
export function JudgeDialog({
  delivery,
  side,
  onClose,
}: {
  readonly delivery: Delivery;
  readonly side: TradeSide;
  readonly onClose: () => void;
}) {
  const t = useText();
  const lines = delivery.lines.filter((line) => Number(line.toJudge) > 0);
  const [judgedOn, setJudgedOn] = useState(todayInJapan());
  const [typed, setTyped] = useState<Readonly<Record<number, Typed>>>(() =>
    Object.fromEntries(
      lines.map((line) => [
        line.lineNumber,
        { accepted: line.toJudge, specially: "", unitPrice: line.unitPrice, rejected: "", reason: "" },
      ]),
    ),
  );
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const command = useCommand(
    "post",
    side === "S" ? "/api/v1/outgoing-deliveries/{id}/judge" : "/api/v1/arrivals/{id}/judge",
    {
      success: t("trade.judged"),
      placesRefusals: true,
    },
  );
  const set = (line: number, change: Partial<Typed>) => setTyped({ ...typed, [line]: { ...typed[line]!, ...change } });
  const isSome = (text: string) => text !== "" && Number(text) > 0;
  const send = async () => {
    const end = await command.run({
      params: { path: { id: delivery.id } },
      body: {
        judgedOn,
        lines: lines.flatMap((line) => {
          const one = typed[line.lineNumber]!;
          const judged = {
            lineNumber: line.lineNumber,
            ...(isSome(one.accepted) && { accepted: one.accepted }),
            ...(isSome(one.specially) && {
              specially: { quantity: one.specially, unitPrice: one.unitPrice || "0", reason: one.reason },
            }),
            ...(isSome(one.rejected) && { rejected: { quantity: one.rejected, reason: one.reason } }),
          };
          return Object.keys(judged).length > 1 ? [judged] : [];
        }),
      },
    });
    if (end?.ok) onClose();
    else if (end?.problem) setWrong(end.problem.errors.map((error) => error.detail));
  };
  const number = (line: number, name: "accepted" | "specially" | "rejected" | "unitPrice", label: string) => (
    <NumberInput
      aria-label={label}
      hideControls
      min={0}
      decimalScale={6}
      thousandSeparator=","
      valueIsNumericString
      value={typed[line]![name]}
      onChange={(value) => set(line, { [name]: String(value) })}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="80rem"
      title={t("trade.judge")}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <HomelessRefusals sentences={wrong} />
        <Text size="sm">{t("trade.judgeHint")}</Text>
        <DayField label={t("trade.judgedOn")} value={judgedOn} onChange={setJudgedOn} maw={200} />
        <Table.ScrollContainer minWidth={820}>
          <Table fz={13} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("trade.item")}</Table.Th>
                <Table.Th style={{ textAlign: "right" }}>{t("trade.toJudge")}</Table.Th>
                <Table.Th w={110}>{t("trade.event.accepted")}</Table.Th>
                <Table.Th w={110}>{t("trade.event.specially_accepted")}</Table.Th>
                <Table.Th w={120}>{t("trade.cutPrice")}</Table.Th>
                <Table.Th w={110}>{t("trade.event.rejected")}</Table.Th>
                <Table.Th w={220}>{t("trade.reason")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => {
                const one = typed[line.lineNumber]!;
                const needsReason = isSome(one.specially) || isSome(one.rejected);
                return (
                  <Table.Tr key={line.lineNumber}>
                    <Table.Td>
                      {line.code} <span className="quiet">{line.description}</span>
                    </Table.Td>
                    <Table.Td style={{ textAlign: "right" }}>
                      <Quantity value={line.toJudge} unit={line.unit} />
                    </Table.Td>
                    <Table.Td>{number(line.lineNumber, "accepted", t("trade.event.accepted"))}</Table.Td>
                    <Table.Td>{number(line.lineNumber, "specially", t("trade.event.specially_accepted"))}</Table.Td>
                    <Table.Td>
                      {isSome(one.specially) && number(line.lineNumber, "unitPrice", t("trade.cutPrice"))}
                    </Table.Td>
                    <Table.Td>{number(line.lineNumber, "rejected", t("trade.event.rejected"))}</Table.Td>
                    <Table.Td>
                      {needsReason && (
                        <TextInput
                          aria-label={t("trade.reason")}
                          required
                          value={one.reason}
                          onChange={(event) => set(line.lineNumber, { reason: event.currentTarget.value })}
                        />
                      )}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <WhoSees partner={delivery.isOutside ? null : delivery.partnerName} of="judgement" />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button loading={command.busy} onClick={() => void send()}>
            {t("trade.judge")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
