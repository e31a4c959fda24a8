import { Button, Table } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  Answered,
  type AnswerOf,
  FormDialog,
  type FormField,
  PageHead,
  PageLink,
  useApi,
  useCan,
  useCommand,
  useLive,
  useText,
} from "../platform/index.ts";
import { findAccounts } from "./lookups.ts";
import { AccountName } from "./words.tsx";

type Row = AnswerOf<"get", "/api/v1/account-map">["rows"][number];

/** 勘定の割当: which account posting rules use for what. */
export function Page() {
  const t = useText();
  const can = useCan();
  const map = useApi("/api/v1/account-map");
  useLive("accounting.account", () => void map.refetch());
  const [changing, setChanging] = useState<Row | null>(null);
  return (
    <>
      <PageHead title={t("accounting.roles.title")} hint={t("accounting.roles.hint")} />
      <Answered answer={map}>
        {({ rows }) => (
          <Table aria-label={t("accounting.roles.title")} maw={860} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("accounting.account.roles")}</Table.Th>
                <Table.Th>{t("accounting.entry.account")}</Table.Th>
                <Table.Th>{t("accounting.account.type")}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.role}>
                  <Table.Td>{t(`accounting.role.${row.role}`)}</Table.Td>
                  <Table.Td>
                    <PageLink to={`accounting/ledger?accountCode=${row.accountCode}`}>
                      <AccountName code={row.accountCode} ja={row.accountNameJa} en={row.accountNameEn} />
                    </PageLink>
                  </Table.Td>
                  <Table.Td>{t(`accounting.type.${row.type}`)}</Table.Td>
                  <Table.Td ta="right">
                    {can("accounting.write") && (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t("accounting.roles.changeOf", { role: t(`accounting.role.${row.role}`) })}
                        onClick={() => setChanging(row)}
                      >
                        {t("accounting.roles.change")}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Answered>
      {changing && <ChangeDialog row={changing} onClose={() => setChanging(null)} key={changing.role} />}
    </>
  );
}

function ChangeDialog({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const t = useText();
  const change = useCommand("put", "/api/v1/account-map/{role}", {
    success: t("accounting.account.changed"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "accountCode",
        label: t("accounting.entry.account"),
        kind: "lookup",
        lookup: findAccounts,
        required: true,
        shown: { id: row.accountCode, code: row.accountCode, name: row.accountNameJa },
      },
    ],
    [t, row],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`accounting.role.${row.role}`)}
      fields={fields}
      columns={1}
      initial={row}
      submit={({ accountCode }) =>
        change.run({ params: { path: { role: row.role } }, body: { accountCode: String(accountCode) } })
      }
      onDone={onClose}
    />
  );
}
