import { Alert, Button, Group, Modal, Radio, Stack, Table, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import {
  type AnswerOf,
  DateText,
  formatDate,
  formatQuantity,
  HomelessRefusals,
  Quantity,
  refusalText,
  useCan,
  useCommand,
  useLocale,
  useText,
  VisibleTo,
} from "../platform/index.ts";
import type { Promised } from "./promise-words.ts";

type OrderLines = AnswerOf<"get", "/api/v1/promises/{id}/order-lines">;
type OrderLine = OrderLines["rows"][number];

/** Who may answer the customer may attach: a line that waits is confirmed with it. */
export const MAY_ATTACH = "sales.confirm";

export function useAttach() {
  const t = useText();
  return useCommand("post", "/api/v1/promises/{id}/attach", {
    success: (made) => t("planning.promise.attached", { number: made.number, count: made.workOrders.length }),
    placesRefusals: true,
  });
}

/** What a customer on the platform sees of it, as said before anything leaves the company. */
export function useSeenOfAttached() {
  const t = useText();
  return (company: string) => ({
    company,
    sees: [t("planning.promise.attachSees")],
    hidden: [t("planning.promise.attachHidden")],
  });
}

const keyOf = (line: OrderLine) => `${line.tradeId} ${line.lineNumber}`;

/** For a customer whose orders arrive from it: attaches a held date to a line of one that has arrived. */
export function AttachPromiseDialog({
  promise,
  found,
  customerField,
  onClose,
  onDone,
}: {
  readonly promise: Promised;
  readonly found: OrderLines;
  /** Where the promise names nobody, whose orders are shown. */
  readonly customerField: ReactNode;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const t = useText();
  const locale = useLocale();
  const may = useCan()(MAY_ATTACH);
  const attach = useAttach();
  const seen = useSeenOfAttached();
  const fitting = found.rows.filter((row) => row.misfit === null);
  const [chosen, setChosen] = useState<string | null>(fitting.length === 1 ? keyOf(fitting[0]!) : null);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const line = fitting.find((row) => keyOf(row) === chosen);
  const send = async () => {
    if (!line) return;
    const { tradeId, lineNumber } = line;
    const end = await attach.run({
      params: { path: { id: promise.id } },
      body: { version: promise.version, tradeId, lineNumber },
    });
    if (end?.ok) onDone();
    else if (end?.problem) setWrong(end.problem.errors.map((error) => error.detail));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={`${t("planning.promise.confirm")} ${promise.number}`}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <HomelessRefusals sentences={wrong} />
        {customerField}
        <Text size="sm">
          {t("planning.promise.attachText", {
            item: `${promise.itemCode} ${promise.itemName}`,
            quantity: formatQuantity(promise.quantity, promise.unit),
            date: formatDate(promise.promisedOn, locale),
          })}{" "}
          {t("planning.promise.attachArrives", { partner: found.partnerName })}
        </Text>
        {found.rows.length === 0 ? (
          <Alert color="gray" py={8} role="status">
            {t("planning.promise.attachNone", { partner: found.partnerName })}
          </Alert>
        ) : (
          <>
            <Lines rows={found.rows} chosen={line ? chosen : null} onChoose={setChosen} />
            <Text size="sm" c="dimmed">
              {t(may ? "planning.promise.attachChoose" : "planning.promise.attachMay")}
            </Text>
            {may && line && <VisibleTo {...seen(found.partnerName)} />}
          </>
        )}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          {found.rows.length > 0 && (
            <Button disabled={!may || !line} loading={attach.busy} onClick={() => void send()}>
              {t("planning.promise.attach")}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function Lines({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly OrderLine[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}) {
  const t = useText();
  return (
    <Radio.Group value={chosen} onChange={onChoose} aria-label={t("planning.promise.attachLines")}>
      <Table.ScrollContainer minWidth={620} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table fz={13} verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("planning.promise.order")}</Table.Th>
              <Table.Th ta="right">{t("planning.quantity")}</Table.Th>
              <Table.Th>{t("planning.promise.wantedOn")}</Table.Th>
              <Table.Th>{t("planning.state")}</Table.Th>
              <Table.Th>{t("planning.promise.attachWhyNot")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={keyOf(row)} c={row.misfit ? "dimmed" : undefined}>
                <Table.Td style={{ whiteSpace: "nowrap" }}>
                  <Radio
                    value={keyOf(row)}
                    disabled={row.misfit !== null}
                    label={`${row.number} ${t("trade.lineNumber", { line: row.lineNumber })}`}
                  />
                </Table.Td>
                <Table.Td ta="right">
                  <Quantity value={row.quantity} unit={row.unit} />
                </Table.Td>
                <Table.Td style={{ whiteSpace: "nowrap" }}>
                  <DateText value={row.wantedOn} />
                </Table.Td>
                <Table.Td style={{ whiteSpace: "nowrap" }}>{t(`trade.state.S.${row.state}`)}</Table.Td>
                <Table.Td>{row.misfit ? refusalText(t, row.misfit) : t("planning.promise.attachFits")}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Radio.Group>
  );
}
