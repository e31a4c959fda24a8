import { ActionIcon, Anchor, Group, List, Table, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Answered, formatCount, Icon, useApi, useLive, useLocale, useText, Why } from "../platform/index.ts";
import { type BoardOrder, bindingReason, lateText, momentText, reasonText } from "./board-words.ts";

const TYPING_MS = 250;
const HITS = 8;

/** Finds an order by number or item and shows it on the board. */
export function OrderSearch({ onJump }: { readonly onJump: (order: BoardOrder) => void }) {
  const t = useText();
  const locale = useLocale();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useApi(
    "/api/v1/schedule/orders",
    { params: { query: { search } } },
    { when: search !== "", keep: true },
  );
  const isOpen = typed.trim() !== "" && search !== "" && found.data !== undefined;
  const jump = (order: BoardOrder) => {
    setTyped("");
    onJump(order);
  };
  const hits = found.data?.orders.slice(0, HITS) ?? [];
  return (
    <div style={{ position: "relative", flex: "1 1 200px", maxWidth: 320 }}>
      <TextInput
        size="xs"
        aria-label={t("planning.board.search")}
        placeholder={t("planning.board.search")}
        leftSection={<Icon name="search" size={14} />}
        rightSection={
          typed && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t("planning.board.clear")}
              onClick={() => setTyped("")}
            >
              <Icon name="close" size={12} />
            </ActionIcon>
          )
        }
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing && hits[0]) jump(hits[0]);
          if (event.key === "Escape") setTyped("");
        }}
      />
      {isOpen && (
        <List
          listStyleType="none"
          p={6}
          style={{
            position: "absolute",
            zIndex: 20,
            width: "max(100%, 300px)",
            background: "#fff",
            border: "1px solid var(--mantine-color-gray-4)",
            borderRadius: 4,
            boxShadow: "var(--mantine-shadow-md)",
          }}
        >
          {hits.length === 0 && (
            <List.Item>
              <Text size="sm">{t("planning.board.notFound")}</Text>
            </List.Item>
          )}
          {hits.map((order) => (
            <List.Item key={order.workOrderId}>
              <Anchor component="button" type="button" fz={13} ta="left" onClick={() => jump(order)}>
                {order.number} {order.itemCode} {order.itemName}
                <Text span size="xs" c="dimmed" ml={6}>
                  {momentText(order.end, locale, t)}
                </Text>
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

/** Orders that end after their due day, the latest first, each with the sentence why. */
export function LateOrders({ onJump }: { readonly onJump: (order: BoardOrder) => void }) {
  const t = useText();
  const locale = useLocale();
  const late = useApi("/api/v1/schedule/orders", { params: { query: { late: "true" as never } } }, { keep: true });
  useLive("planning.schedule", () => void late.refetch());
  return (
    <section aria-labelledby="late-orders">
      <Text component="h2" id="late-orders" fz={15} fw={600} mt={14} mb={6}>
        {t("planning.board.lateOrders", { count: formatCount(late.data?.total ?? 0) })}
      </Text>
      <Answered answer={late} lines={4}>
        {({ orders, total }) =>
          orders.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t("planning.board.noneLate")}
            </Text>
          ) : (
            <>
              <Table.ScrollContainer minWidth={640} maxHeight={360}>
                <Table fz={13} stickyHeader aria-labelledby="late-orders">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t("planning.board.order")}</Table.Th>
                      <Table.Th>{t("planning.board.item")}</Table.Th>
                      <Table.Th>{t("planning.board.due")}</Table.Th>
                      <Table.Th>{t("planning.board.end")}</Table.Th>
                      <Table.Th>{t("planning.board.whyLate")}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {orders.map((order) => (
                      <Table.Tr key={order.workOrderId}>
                        <Table.Td style={{ whiteSpace: "nowrap" }}>
                          <Anchor component="button" type="button" fz={13} onClick={() => onJump(order)}>
                            {order.number}
                          </Anchor>
                        </Table.Td>
                        <Table.Td>
                          {order.itemCode} {order.itemName}
                        </Table.Td>
                        <Table.Td style={{ whiteSpace: "nowrap" }}>{dueText(order, locale, t)}</Table.Td>
                        <Table.Td style={{ whiteSpace: "nowrap" }}>{momentText(order.end, locale, t)}</Table.Td>
                        <Table.Td>
                          <LateSentence order={order} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              {total > orders.length && (
                <Text size="xs" c="dimmed" mt={4}>
                  {t("planning.board.moreLate", { shown: formatCount(orders.length) })}
                </Text>
              )}
            </>
          )
        }
      </Answered>
    </section>
  );
}

/** Due at the end of a day is due on that day. */
function dueText({ dueAt }: BoardOrder, locale: Parameters<typeof momentText>[1], t: Parameters<typeof momentText>[2]) {
  if (!dueAt.endsWith("T00:00")) return momentText(dueAt, locale, t);
  const before = new Date(Date.parse(`${dueAt}:00Z`) - 60_000).toISOString().slice(0, 16);
  return momentText(before, locale, t).replace(/ 23:59$/, "");
}

function LateSentence({ order }: { readonly order: BoardOrder }) {
  const t = useText();
  const locale = useLocale();
  const sentence = lateText(order.number, order.lateMinutes, bindingReason(order.whyLate), locale, t);
  if (order.whyLate.length < 2) return sentence;
  const binding = bindingReason(order.whyLate);
  return (
    <Group gap={4} wrap="nowrap">
      <Why
        title={t("planning.board.whyTitle", { number: order.number })}
        reasons={order.whyLate.map((reason) => ({
          text: reasonText(reason, locale, t),
          binding: reason === binding,
        }))}
      >
        {sentence}
      </Why>
    </Group>
  );
}
