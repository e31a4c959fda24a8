import { Table } from "@mantine/core";
import { Answered, Empty, PageHead, Quantity, useApi, useText } from "../platform/index.ts";

/** Goods of others in my hands: how much, of whom. What they are worth is theirs. */
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
            <Table maw={640}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("inventory.kept.owner")}</Table.Th>
                  <Table.Th ta="right">{t("inventory.quantity")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.rows.map((row) => (
                  <Table.Tr key={row.ownerName}>
                    <Table.Td>{row.ownerName}</Table.Td>
                    <Table.Td ta="right">
                      <Quantity value={row.quantity} />
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
