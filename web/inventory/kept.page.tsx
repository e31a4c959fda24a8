import { Table } from "@mantine/core";
import { Answered, Empty, PageHead, PageLink, Quantity, useApi, useText } from "../platform/index.ts";

/** Goods of others in my hands: whose, which, how much, for which order. What they are worth is theirs. */
export function Page() {
  const t = useText();
  const kept = useApi("/api/v1/stock-kept", {});
  return (
    <>
      <PageHead title={t("inventory.kept.title")} />
      <Answered answer={kept}>
        {(data) =>
          data.rows.length === 0 ? (
            <Empty title={t("inventory.kept.none")} hint={t("inventory.kept.noneHint")} />
          ) : (
            <Table maw={1080}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("inventory.kept.owner")}</Table.Th>
                  <Table.Th>{t("inventory.item.code")}</Table.Th>
                  <Table.Th>{t("inventory.item.name")}</Table.Th>
                  <Table.Th ta="right">{t("inventory.quantity")}</Table.Th>
                  <Table.Th>{t("inventory.kept.order")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.rows.map((row) => (
                  <Table.Tr key={`${row.ownerName}/${row.code}/${row.tradeId}`}>
                    <Table.Td>{row.ownerName}</Table.Td>
                    <Table.Td>
                      {row.itemId ? <PageLink to={`items/${row.itemId}`}>{row.code}</PageLink> : row.code || "–"}
                    </Table.Td>
                    <Table.Td>{row.name || "–"}</Table.Td>
                    <Table.Td ta="right">
                      <Quantity value={row.quantity} unit={row.unit} />
                    </Table.Td>
                    <Table.Td>
                      {row.tradeId ? (
                        <PageLink to={`${row.side === "S" ? "sales" : "purchasing"}/orders/${row.tradeId}`}>
                          {row.number || "–"}
                        </PageLink>
                      ) : (
                        "–"
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Answered>
    </>
  );
}
