import { Alert, Button, Group, Modal, NumberInput, Stack, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { type AnswerOf, DateText, DayField, Quantity, todayInJapan, useCommand, useText } from "../platform/index.ts";

export type FarEndRow = AnswerOf<"get", "/api/v1/network/far-end">["rows"][number];
interface Typed {
  readonly accepted: string;
  readonly rejected: string;
  readonly reason: string;
}

/** What the maker said of a delivery that went straight to it: all good unless typed otherwise. One record, in every trade the goods passed through. */
export function FarEndDialog({ delivery, onClose }: { readonly delivery: FarEndRow; readonly onClose: () => void }) {
  const t = useText();
  const [judgedOn, setJudgedOn] = useState(todayInJapan());
  const [typed, setTyped] = useState<Readonly<Record<number, Typed>>>(() =>
    Object.fromEntries(
      delivery.lines.map((line) => [line.lineNumber, { accepted: line.open, rejected: "", reason: "" }]),
    ),
  );
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const record = useCommand("post", "/api/v1/network/far-end", {
    success: t("network.farEnd.recorded"),
    placesRefusals: true,
  });
  const set = (line: number, change: Partial<Typed>) => setTyped({ ...typed, [line]: { ...typed[line]!, ...change } });
  const isSome = (text: string) => text !== "" && Number(text) > 0;
  const judged = delivery.lines.flatMap((line) => {
    const one = typed[line.lineNumber]!;
    if (!isSome(one.accepted) && !isSome(one.rejected)) return [];
    return [
      {
        lineNumber: line.lineNumber,
        accepted: one.accepted || "0",
        rejected: one.rejected || "0",
        reason: isSome(one.rejected) ? one.reason : "",
      },
    ];
  });
  const lacksReason = judged.some((line) => isSome(line.rejected) && line.reason.trim() === "");
  const send = async () => {
    setWrong([]);
    const end = await record.run({ body: { deliveryId: delivery.deliveryId, judgedOn, lines: judged } });
    if (end?.ok) onClose();
    else if (end?.problem) setWrong([...new Set(end.problem.errors.map((error) => error.detail))]);
  };
  const number = (line: number, name: "accepted" | "rejected", label: string) => (
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
      size="60rem"
      title={`${t("network.farEnd.record")} ${delivery.number}`}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t("network.farEnd.way", { member: delivery.sellerName, maker: delivery.makerName })}
          {delivery.deliverTo && ` (${delivery.deliverTo})`} · {t("network.farEnd.shippedOn")}{" "}
          <DateText value={delivery.shippedOn} />
        </Text>
        {wrong.length > 0 && (
          <Alert color="red" role="alert" py={8}>
            {wrong.map((text) => (
              <Text size="sm" key={text}>
                {text}
              </Text>
            ))}
          </Alert>
        )}
        <DayField label={t("network.farEnd.judgedOn")} value={judgedOn} onChange={setJudgedOn} maw={200} />
        <Table.ScrollContainer minWidth={640}>
          <Table fz={13} verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("network.order.item")}</Table.Th>
                <Table.Th ta="right">{t("network.farEnd.open")}</Table.Th>
                <Table.Th w={110}>{t("network.farEnd.accepted")}</Table.Th>
                <Table.Th w={110}>{t("network.farEnd.rejected")}</Table.Th>
                <Table.Th w={220}>{t("network.farEnd.reason")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {delivery.lines.map((line) => {
                const one = typed[line.lineNumber]!;
                const at = (word: string) => `${line.code} ${word}`;
                return (
                  <Table.Tr key={line.lineNumber}>
                    <Table.Td>
                      {line.code} <span className="quiet">{line.description !== line.code && line.description}</span>
                    </Table.Td>
                    <Table.Td ta="right">
                      <Quantity value={line.open} unit={line.unit} />
                    </Table.Td>
                    <Table.Td>{number(line.lineNumber, "accepted", at(t("network.farEnd.accepted")))}</Table.Td>
                    <Table.Td>{number(line.lineNumber, "rejected", at(t("network.farEnd.rejected")))}</Table.Td>
                    <Table.Td>
                      {isSome(one.rejected) && (
                        <TextInput
                          aria-label={at(t("network.farEnd.reason"))}
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
        <Text size="sm" c="dimmed">
          {t("network.farEnd.hint")}
        </Text>
        {lacksReason && (
          <Text size="sm" role="status">
            {t("network.farEnd.reasonMissing")}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button
            loading={record.busy}
            disabled={judged.length === 0 || lacksReason || judgedOn === ""}
            onClick={() => void send()}
          >
            {t("network.farEnd.record")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
