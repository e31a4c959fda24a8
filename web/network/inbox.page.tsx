import { Anchor, Button, Group, Modal, Stack, Table, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  DateText,
  InstantText,
  ListPage,
  Quantity,
  StateBadge,
  type Tone,
  useCan,
  useCommand,
  useText,
} from "../platform/index.ts";

type Asked = AnswerOf<"get", "/api/v1/network/chain-changes">["rows"][number];

/** What the window asks us: a change of its order that touches ours. We agree, with our cost, or decline for all. */
export function Page() {
  const t = useText();
  const [open, setOpen] = useState<Asked | null>(null);
  return (
    <>
      <ListPage
        id="network.changes"
        title={t("network.inbox.title")}
        path="/api/v1/network/chain-changes"
        live="network.chainChange"
        rowId={(row) => row.id}
        rowName={(row) => row.number}
        onOpen={setOpen}
        rowTone={(row) => (isWaiting(row) ? "attention" : undefined)}
        columns={[
          {
            id: "number",
            header: t("network.change.number"),
            cell: (row) => (
              <Anchor component="button" size="sm" onClick={() => setOpen(row)}>
                {row.number}
              </Anchor>
            ),
            pinned: true,
            width: 120,
          },
          { id: "state", header: t("network.chain.state"), cell: (row) => <AskedState asked={row} />, width: 160 },
          { id: "window", header: t("network.inbox.window"), cell: (row) => row.windowName, width: 200 },
          { id: "reason", header: t("network.change.reason"), cell: (row) => row.reason },
          { id: "lines", header: t("network.inbox.lines"), cell: (row) => row.lines.length, align: "right", width: 90 },
          {
            id: "askedAt",
            header: t("network.inbox.askedAt"),
            cell: (row) => <InstantText value={row.askedAt} />,
            sort: true,
          },
          {
            id: "expiresOn",
            header: t("network.change.expiresOn"),
            cell: (row) => <DateText value={row.expiresOn} relative />,
          },
        ]}
        views={[
          { id: "asked", label: t("network.inbox.asked"), filters: { state: "asked" } },
          { id: "answered", label: t("network.inbox.answered"), filters: { state: "answered" } },
          { id: "all", label: t("platform.all"), filters: {} },
        ]}
        empty={{ title: t("network.inbox.none"), hint: t("network.inbox.noneHint") }}
      />
      {open && <Answer key={open.id} asked={open} onClose={() => setOpen(null)} />}
    </>
  );
}

const isWaiting = (asked: Asked) => asked.state === "asked" && asked.requestState === "proposed";

function AskedState({ asked }: { readonly asked: Asked }) {
  const t = useText();
  if (isWaiting(asked)) return <StateBadge tone="waiting" label={t("network.consent.asked")} />;
  const ended: Record<string, { tone: Tone; label: string }> = {
    agreed: { tone: "done", label: t("network.inbox.applied") },
    declined: { tone: "attention", label: t("network.change.state.declined") },
    expired: { tone: "stopped", label: t("network.change.state.expired") },
    withdrawn: { tone: "stopped", label: t("network.change.state.withdrawn") },
  };
  const end = ended[asked.requestState];
  if (end) return <StateBadge {...end} />;
  return (
    <StateBadge tone="active" label={t(asked.byRule ? "network.consent.byRule" : `network.consent.${asked.state}`)} />
  );
}

function Answer({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const t = useText();
  const can = useCan();
  const [cost, setCost] = useState("");
  const [words, setWords] = useState("");
  const answer = useCommand("post", "/api/v1/network/chain-changes/{id}/answer", { success: t("network.inbox.sent") });
  const send = async (agree: boolean) => {
    const end = await answer.run({
      params: { path: { id: asked.id } },
      body: { agree, costYen: agree ? cost.replaceAll(",", "") || "0" : "0", words },
    });
    if (end?.ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={`${t("network.inbox.one")} ${asked.number}`}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap={12}>
        <Group gap={10}>
          <Text size="sm" fw={600}>
            {asked.windowName}
          </Text>
          <AskedState asked={asked} />
        </Group>
        {asked.reason && <Text size="sm">{asked.reason}</Text>}
        <Table.ScrollContainer minWidth={620}>
          <Table withTableBorder verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("network.inbox.side")}</Table.Th>
                <Table.Th>{t("network.chain.partner")}</Table.Th>
                <Table.Th>{t("network.order.item")}</Table.Th>
                <Table.Th ta="right">{t("network.order.quantity")}</Table.Th>
                <Table.Th>{t("network.step.wantedOn")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {asked.lines.map((line) => (
                <Table.Tr key={`${line.tradeId}/${line.lineNumber}`}>
                  <Table.Td>{t(line.side === "S" ? "network.inbox.weSell" : "network.inbox.weBuy")}</Table.Td>
                  <Table.Td>{line.partnerName}</Table.Td>
                  <Table.Td>{line.code}</Table.Td>
                  <Table.Td ta="right">
                    <Quantity value={line.quantity} unit={line.unit} />
                    {line.isCancel ? (
                      <> → {t("network.change.cancelled")}</>
                    ) : (
                      line.newQuantity && (
                        <>
                          {" → "}
                          <Quantity value={line.newQuantity} unit={line.unit} />
                        </>
                      )
                    )}
                  </Table.Td>
                  <Table.Td>
                    <DateText value={line.wantedOn} />
                    {line.newWantedOn && (
                      <>
                        {" → "}
                        <DateText value={line.newWantedOn} />
                      </>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {isWaiting(asked) && can("sales.confirm") && (
          <>
            <Text size="sm" c="dimmed">
              {t("network.inbox.hint")}
            </Text>
            <Group align="flex-start" gap={10}>
              <TextInput
                label={t("network.inbox.cost")}
                inputMode="numeric"
                value={cost}
                onChange={(event) => setCost(event.currentTarget.value.normalize("NFKC").replace(/[^\d,]/g, ""))}
                w={160}
              />
              <Textarea
                label={t("network.inbox.words")}
                value={words}
                onChange={(event) => setWords(event.currentTarget.value)}
                autosize
                minRows={1}
                style={{ flex: 1, minWidth: 240 }}
              />
            </Group>
            <Group>
              <Button loading={answer.busy} onClick={() => void send(true)}>
                {t("network.inbox.agree")}
              </Button>
              <Button variant="default" color="red" loading={answer.busy} onClick={() => void send(false)}>
                {t("network.inbox.decline")}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
