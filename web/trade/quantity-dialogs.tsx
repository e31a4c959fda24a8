import { Button, Group, Modal, NumberInput, Stack, Table, Text, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import {
  type CommandEnd,
  DayField,
  HomelessRefusals,
  Quantity,
  todayInJapan,
  useCommand,
  useText,
} from "../platform/index.ts";
import type { Delivery } from "./shapes.ts";
import { WhoSees } from "./who-sees.tsx";
import type { TradeSide } from "./words.tsx";

interface DialogProps {
  readonly delivery: Delivery;
  readonly side: TradeSide;
  readonly onClose: () => void;
}
type Row = Delivery["lines"][number];

/** A part of what is on its way has arrived. */
export function ReceiveDialog({ delivery, side, onClose }: DialogProps) {
  const t = useText();
  const command = useCommand(
    "post",
    side === "S" ? "/api/v1/outgoing-deliveries/{id}/receive" : "/api/v1/arrivals/{id}/receive",
    { success: t("trade.received"), placesRefusals: true },
  );
  return (
    <QuantityDialog
      title={t("trade.receivePart")}
      day={t("trade.receivedOn")}
      rows={delivery.lines.map((line) => ({ line, most: minus(line.quantity, line.received) }))}
      filled
      partner={delivery.isOutside ? null : delivery.partnerName}
      busy={command.busy}
      onClose={onClose}
      send={(day, lines) =>
        command.run({
          params: { path: { id: delivery.id } },
          body: { receivedOn: day, lines: lines.map(({ lineNumber, quantity }) => ({ lineNumber, quantity })) },
        })
      }
    />
  );
}

/** Accepted goods go back: both books and stocks are reversed. */
export function ReturnDialog({ delivery, side, onClose }: DialogProps) {
  const t = useText();
  const command = useCommand(
    "post",
    side === "S" ? "/api/v1/outgoing-deliveries/{id}/return" : "/api/v1/arrivals/{id}/return",
    {
      success: t("trade.returned"),
      placesRefusals: true,
    },
  );
  return (
    <QuantityDialog
      title={t("trade.return")}
      hint={t("trade.returnHint")}
      day={t("trade.returnedOn")}
      rows={delivery.lines.map((line) => ({
        line,
        most: minus(plus(line.accepted, line.specially), line.returned),
      }))}
      reasons
      partner={delivery.isOutside ? null : delivery.partnerName}
      busy={command.busy}
      onClose={onClose}
      send={(day, lines) => command.run({ params: { path: { id: delivery.id } }, body: { returnedOn: day, lines } })}
    />
  );
}

function QuantityDialog(props: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly day: string;
  readonly rows: readonly { readonly line: Row; readonly most: string }[];
  readonly filled?: boolean;
  readonly reasons?: boolean;
  /** Who sees it; null outside the platform. */
  readonly partner: string | null;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly send: (
    day: string,
    lines: { lineNumber: number; quantity: string; reason: string }[],
  ) => Promise<CommandEnd<unknown> | null>;
}) {
  const t = useText();
  const rows = props.rows.filter((row) => Number(row.most) > 0);
  const [day, setDay] = useState(todayInJapan());
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>(() =>
    props.filled ? Object.fromEntries(rows.map(({ line, most }) => [line.lineNumber, most])) : {},
  );
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const lines = rows
    .map(({ line }) => ({ lineNumber: line.lineNumber, quantity: typed[line.lineNumber] ?? "", reason: reason.trim() }))
    .filter((line) => Number(line.quantity) > 0);
  const send = async () => {
    const end = await props.send(day, lines);
    if (end?.ok) props.onClose();
    else if (end?.problem) setWrong(end.problem.errors.map((error) => error.detail));
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="lg"
      title={props.title}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <HomelessRefusals sentences={wrong} />
        {props.hint && <Text size="sm">{props.hint}</Text>}
        <DayField label={props.day} value={day} onChange={setDay} maw={200} />
        <Table fz={13} verticalSpacing={4}>
          <Table.Tbody>
            {rows.map(({ line, most }) => (
              <Table.Tr key={line.lineNumber}>
                <Table.Td>
                  {line.code} <span className="quiet">{line.description}</span>
                </Table.Td>
                <Table.Td style={{ textAlign: "right" }}>
                  <Quantity value={most} unit={line.unit} />
                </Table.Td>
                <Table.Td w={130}>
                  <NumberInput
                    aria-label={t("trade.quantity")}
                    hideControls
                    min={0}
                    decimalScale={6}
                    thousandSeparator=","
                    valueIsNumericString
                    value={typed[line.lineNumber] ?? ""}
                    onChange={(value) => setTyped({ ...typed, [line.lineNumber]: String(value) })}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {props.reasons && (
          <TextInput
            label={t("trade.reason")}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <WhoSees partner={props.partner} of={props.reasons ? "return" : "receipt"} />
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose}>
            {t("platform.cancel")}
          </Button>
          <Button loading={props.busy} disabled={lines.length === 0} onClick={() => void send()}>
            {props.title}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Exact sums of decimal texts with at most six places: the server's figures, never floats. */
function scaled(text: string): bigint {
  const [whole = "0", rest = ""] = text.split(".");
  return BigInt(whole + rest.padEnd(6, "0").slice(0, 6));
}
function plus(a: string, b: string): string {
  return plain(scaled(a) + scaled(b));
}
function minus(a: string, b: string): string {
  return plain(scaled(a) - scaled(b));
}
function plain(value: bigint): string {
  const sign = value < 0n ? "-" : "";
  const text = (value < 0n ? -value : value).toString().padStart(7, "0");
  return sign + `${text.slice(0, -6)}.${text.slice(-6)}`.replace(/\.?0+$/, "");
}
