import { Alert, Stack, Table, Text, Title } from "@mantine/core";
import {
  type AnswerOf,
  DateText,
  DocumentPage,
  PageLink,
  Quantity,
  useApi,
  usePathParams,
  useText,
} from "../platform/index.ts";

type Genealogy = AnswerOf<"get", "/api/v1/lots/{id}/genealogy">;

/** Where one lot comes from and where it went. */
export function Page() {
  const t = useText();
  const id = usePathParams()["lotId"] ?? "";
  const lot = useApi("/api/v1/lots/{id}/genealogy", { params: { path: { id } } });
  return (
    <DocumentPage
      answer={lot}
      live="inventory.moved"
      view={(one) => ({
        kind: t("quality.lot.title"),
        number: one.code,
        facts: [
          {
            label: t("quality.plan.item"),
            value: (
              <PageLink to={`inventory/stock/${one.itemId}`}>
                {one.itemCode} {one.itemName}
              </PageLink>
            ),
          },
          { label: t("quality.lot.onHand"), value: <Quantity value={one.onHand} unit={one.unit} /> },
          { label: t("quality.lot.madeOn"), value: one.madeOn ? <DateText value={one.madeOn} /> : "–" },
          { label: t("quality.lot.supplierCode"), value: one.supplierLotCode || "–" },
        ],
        ...(one.isCut && { notes: <Alert color="yellow">{t("quality.lot.cut")}</Alert> }),
        tabs: [
          {
            id: "backward",
            label: t("quality.lot.backward"),
            body: (
              <Stack>
                <Tree rows={one.backward} none={t("quality.lot.noBackward")} label={t("quality.lot.backward")} />
                <Passages rows={one.cameIn} title={t("quality.lot.cameIn")} />
              </Stack>
            ),
          },
          {
            id: "forward",
            label: t("quality.lot.forward"),
            body: (
              <Stack>
                <Tree rows={one.forward} none={t("quality.lot.noForward")} label={t("quality.lot.forward")} />
                <Passages rows={one.wentOut} title={t("quality.lot.wentOut")} />
              </Stack>
            ),
          },
        ],
      })}
    />
  );
}

function Tree({ rows, none, label }: { rows: Genealogy["backward"]; none: string; label: string }) {
  const t = useText();
  if (rows.length === 0) return <Text c="dimmed">{none}</Text>;
  return (
    <Table aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("quality.lot.code")}</Table.Th>
          <Table.Th>{t("quality.item.code")}</Table.Th>
          <Table.Th ta="right">{t("quality.lot.usedQuantity")}</Table.Th>
          <Table.Th>{t("quality.lot.workOrders")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={`${row.parentLotId}/${row.lotId}`}>
            <Table.Td style={{ paddingLeft: row.depth * 20 }}>
              {"└ "}
              <PageLink to={`quality/lots/${row.lotId}`}>{row.code}</PageLink>{" "}
              {row.isRepeated && (
                <Text span size="xs" c="dimmed">
                  {t("quality.lot.repeated")}
                </Text>
              )}
            </Table.Td>
            <Table.Td>
              {row.itemCode} {row.itemName}
            </Table.Td>
            <Table.Td ta="right">
              <Quantity value={row.quantity} unit={row.quantityUnit} />
            </Table.Td>
            <Table.Td>
              {row.workOrders.map((order) => (
                <PageLink key={order.id} to={`production/orders/${order.id}`}>
                  {order.number}{" "}
                </PageLink>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Beyond what the title says: goods that came back, and goods issued free, which stay mine. */
const NAMED = ["return", "rejection", "free_issue"] as const;
const isKindNamed = (kind: string): kind is (typeof NAMED)[number] => (NAMED as readonly string[]).includes(kind);

function Passages({ rows, title }: { rows: Genealogy["cameIn"]; title: string }) {
  const t = useText();
  return (
    <>
      <Title order={2} size="h5">
        {title}
      </Title>
      {rows.length === 0 ? (
        <Text c="dimmed">{t("quality.lot.noPassage")}</Text>
      ) : (
        <Table aria-label={title}>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.lotId}/${row.tradeId}/${row.movedOn}/${row.quantity}`}>
                <Table.Td>
                  <DateText value={row.movedOn} />
                </Table.Td>
                <Table.Td>
                  {row.partnerName} {isKindNamed(row.kind) && t(`quality.lot.passage.${row.kind}`)}
                </Table.Td>
                <Table.Td>
                  {row.itemCode} {row.lotCode}
                </Table.Td>
                <Table.Td ta="right">
                  <Quantity value={row.quantity} unit={row.unit} />
                </Table.Td>
                <Table.Td>
                  <PageLink to={`${row.side === "S" ? "sales" : "purchasing"}/orders/${row.tradeId}`}>
                    {row.tradeNumber}
                  </PageLink>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
