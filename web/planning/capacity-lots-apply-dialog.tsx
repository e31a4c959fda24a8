import { Alert, Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import {
  type AnswerOf,
  formatDate,
  formatQuantity,
  Icon,
  PageLink,
  useCommand,
  useLocale,
  useText,
} from "../platform/index.ts";
import type { Lots } from "./capacity-lots-question.ts";

export type AppliedLots = AnswerOf<"post", "/api/v1/capacity-lots/{workCenterId}/apply">;

/** What making the lots firm writes, order by order, before it is written: all or nothing. */
export function LotsApplyDialog({
  centerId,
  question,
  lots,
  onClose,
  onDone,
}: {
  readonly centerId: string;
  /** As it was answered. */
  readonly question: object;
  readonly lots: Lots;
  readonly onClose: () => void;
  readonly onDone: (applied: AppliedLots) => void;
}) {
  const t = useText();
  const locale = useLocale();
  const apply = useCommand("post", "/api/v1/capacity-lots/{workCenterId}/apply", {
    success: ({ orders }) => t("planning.lots.applied", { count: orders.length }),
  });
  const send = async () => {
    const end = await apply.run({
      params: { path: { workCenterId: centerId } },
      body: { ...question, seen: lots.seen } as never,
    });
    if (end?.ok) onDone(end.value);
  };
  const orders = lots.orders.toSorted((a, b) => (a.startOn < b.startOn ? -1 : 1));
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t("planning.lots.applyTitle")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Text size="sm">{t("planning.lots.applyWrites", { count: orders.length, gone: lots.gone.length })}</Text>
        <Table.ScrollContainer minWidth={640} mah={360}>
          <Table fz={13} verticalSpacing={4} aria-label={t("planning.lots.firmOrders")} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("planning.item")}</Table.Th>
                <Table.Th ta="right">{t("planning.quantity")}</Table.Th>
                <Table.Th>{t("planning.startOn")}</Table.Th>
                <Table.Th>{t("planning.dueOn")}</Table.Th>
                <Table.Th>{t("planning.lots.firstNeed")}</Table.Th>
                <Table.Th ta="right">{t("planning.lots.covers")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {orders.map((order) => (
                <Table.Tr key={`${order.itemId} ${order.seq} ${order.startOn} ${order.quantity}`}>
                  <Table.Td>
                    <PageLink to={`planning/items/${order.itemId}`}>
                      {order.itemCode} {order.itemName}
                    </PageLink>
                  </Table.Td>
                  <Table.Td ta="right">
                    {formatQuantity(order.quantity, order.unit)}
                    {order.isBelowMinimum && <div className="quiet">{t("planning.lots.belowMinimum")}</div>}
                  </Table.Td>
                  <Table.Td>{formatDate(order.startOn, locale)}</Table.Td>
                  <Table.Td>{formatDate(order.dueOn, locale)}</Table.Td>
                  <Table.Td>{formatDate(order.neededOn, locale)}</Table.Td>
                  <Table.Td ta="right">{t("planning.lots.coversCount", { count: order.covers.length })}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Alert color="blue" icon={<Icon name="help" />} py={8}>
          {t("planning.lots.applyHint")}
        </Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("platform.cancel")}
          </Button>
          <Button loading={apply.busy} onClick={() => void send()}>
            {t("planning.lots.applyNow", { count: orders.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
