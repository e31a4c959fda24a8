import { Group, Table } from "@mantine/core";
import { Answered, Empty, formatCount, PageLink, useApi, useLive, useText } from "../platform/index.ts";

/** 担当別の例外: how many exceptions of the plan wait for whom. */
export function Panel() {
  const t = useText();
  const counts = useApi("/api/v1/plan-exceptions/counts");
  useLive("planning.", () => void counts.refetch());
  return (
    <Answered answer={counts}>
      {({ owners, aside, applied }) =>
        owners.every(({ count }) => count === 0) && aside + applied === 0 ? (
          <Empty title={t("planning.exceptions.none")} hint={t("planning.exceptions.noneHint")} />
        ) : (
          <Table fz={13} aria-label={t("planning.exceptions.byOwner")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("planning.exception.owner")}</Table.Th>
                <Table.Th ta="right">{t("planning.exceptions.count")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {owners.map(({ owner, count, isMine }) => (
                <Table.Tr key={owner} fw={isMine ? 600 : undefined}>
                  <Table.Td>
                    <Group gap={6}>
                      <PageLink to={`planning/exceptions?owner=${owner}`}>{t(`planning.owner.${owner}`)}</PageLink>
                      {isMine && <span>{t("planning.owner.isMine")}</span>}
                    </Group>
                  </Table.Td>
                  <Table.Td ta="right">{formatCount(count)}</Table.Td>
                </Table.Tr>
              ))}
              {aside > 0 && (
                <Table.Tr>
                  <Table.Td>
                    <PageLink to="planning/exceptions?owner=all&show=aside">{t("planning.exceptions.aside")}</PageLink>
                  </Table.Td>
                  <Table.Td ta="right">{formatCount(aside)}</Table.Td>
                </Table.Tr>
              )}
            </Table.Tbody>
          </Table>
        )
      }
    </Answered>
  );
}
