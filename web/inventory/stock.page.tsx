import { Button, Group, Table, Text, Title } from "@mantine/core";
import {
  DateText,
  DocumentPage,
  Money,
  PageLink,
  Quantity,
  StateBadge,
  useApi,
  useCan,
  useCommand,
  usePathParams,
  useText,
} from "../platform/index.ts";

/** One item's stock: where it stands, in which lots, and to whom it is promised. */
export function Page() {
  const t = useText();
  const can = useCan();
  const itemId = usePathParams()["itemId"] ?? "";
  const stock = useApi("/api/v1/stock/{itemId}", { params: { path: { itemId } } });
  const allocate = useCommand("post", "/api/v1/reservations/{id}/allocate", { success: t("inventory.allocated") });
  const release = useCommand("post", "/api/v1/reservations/{id}/release", { success: t("inventory.released") });
  return (
    <DocumentPage
      answer={stock}
      live="inventory."
      view={(item) => ({
        kind: t("inventory.stock.one"),
        number: item.code,
        state:
          Number(item.free) < Number(item.safetyStock) ? (
            <StateBadge size="lg" tone="attention" label={t("inventory.stock.belowSafety")} />
          ) : (
            <StateBadge size="lg" tone="done" label={t("inventory.stock.enough")} />
          ),
        facts: [
          { label: t("inventory.item.name"), value: item.name },
          { label: t("inventory.onHand"), value: <Quantity value={item.onHand} unit={item.unit} /> },
          { label: t("inventory.reserved"), value: <Quantity value={item.reserved} unit={item.unit} /> },
          { label: t("inventory.free"), value: <Quantity value={item.free} unit={item.unit} /> },
          { label: t("inventory.keptElsewhere"), value: <Quantity value={item.keptElsewhere} unit={item.unit} /> },
        ],
        ...(item.valueYen !== null && {
          sum: { label: t("inventory.value"), value: <Money value={item.valueYen} unit /> },
        }),
        actions: [],
        body: (
          <>
            <Title order={3} size="h5" mb="xs">
              {t("inventory.whereItStands")}
            </Title>
            <Table mb="lg">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("inventory.place.title")}</Table.Th>
                  <Table.Th>{t("inventory.lot")}</Table.Th>
                  <Table.Th>{t("inventory.keeper")}</Table.Th>
                  <Table.Th ta="right">{t("inventory.quantity")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {item.balances.map((row) => (
                  <Table.Tr key={`${row.placeId}/${row.lotId ?? ""}/${row.keeperName ?? ""}`}>
                    <Table.Td>
                      {row.placeName}{" "}
                      <Text span size="xs" c="dimmed">
                        {t(`inventory.place.${row.placeKind}`)}
                      </Text>
                    </Table.Td>
                    <Table.Td>{row.lotCode ?? "–"}</Table.Td>
                    <Table.Td>{row.keeperName ?? "–"}</Table.Td>
                    <Table.Td ta="right">
                      <Quantity value={row.quantity} unit={item.unit} />
                    </Table.Td>
                  </Table.Tr>
                ))}
                {item.balances.length === 0 && (
                  <Table.Tr>
                    <Table.Td colSpan={4}>{t("inventory.nothingThere")}</Table.Td>
                  </Table.Tr>
                )}
              </Table.Tbody>
            </Table>
            <Title order={3} size="h5" mb="xs">
              {t("inventory.reservations")}
            </Title>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("inventory.paper")}</Table.Th>
                  <Table.Th>{t("inventory.neededOn")}</Table.Th>
                  <Table.Th ta="right">{t("inventory.owed")}</Table.Th>
                  <Table.Th ta="right">{t("inventory.allocatedQuantity")}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {item.reservations.map((row) => (
                  <Table.Tr key={row.id}>
                    <Table.Td>
                      {row.workOrderId ? (
                        <PageLink to={`production/orders/${row.workOrderId}`}>{row.number}</PageLink>
                      ) : (
                        <PageLink to={`sales/orders/${row.tradeId}`}>{row.number}</PageLink>
                      )}
                    </Table.Td>
                    <Table.Td>{row.neededOn ? <DateText value={row.neededOn} relative /> : "–"}</Table.Td>
                    <Table.Td ta="right">
                      <Quantity value={row.quantity} unit={item.unit} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Quantity value={row.allocated} unit={item.unit} />
                    </Table.Td>
                    <Table.Td>
                      {can("inventory.move") && (
                        <Group gap="xs" justify="flex-end">
                          <Button
                            size="compact-sm"
                            variant="light"
                            disabled={row.allocated === row.quantity}
                            onClick={() => void allocate.run({ params: { path: { id: row.id } }, body: {} })}
                          >
                            {t("inventory.allocate")}
                          </Button>
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            disabled={row.allocated === "0"}
                            onClick={() => void release.run({ params: { path: { id: row.id } } })}
                          >
                            {t("inventory.release")}
                          </Button>
                        </Group>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
                {item.reservations.length === 0 && (
                  <Table.Tr>
                    <Table.Td colSpan={5}>{t("inventory.noReservations")}</Table.Td>
                  </Table.Tr>
                )}
              </Table.Tbody>
            </Table>
          </>
        ),
        side: [
          {
            id: "ledger",
            title: t("inventory.ledger.title"),
            body: <PageLink to={`inventory/ledger?itemId=${itemId}`}>{t("inventory.ledger.ofItem")}</PageLink>,
          },
        ],
      })}
    />
  );
}
