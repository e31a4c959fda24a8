import { Group } from "@mantine/core";
import { useMemo } from "react";
import {
  Answered,
  Empty,
  FactList,
  ListPage,
  LookupField,
  Money,
  PageHead,
  useApi,
  useText,
} from "../platform/index.ts";
import { useAddressQuery } from "./address-query.ts";
import { ledgerColumns } from "./ledger-columns.tsx";
import { findAccounts } from "./lookups.ts";
import { DayRange, ReportBar, useDays } from "./report-parts.tsx";
import { onOwnSide } from "./words.tsx";

/** 総勘定元帳: every line of one account with its running balance. */
export function Page() {
  const t = useText();
  const { query } = useAddressQuery();
  const days = useDays();
  const code = query["accountCode"] ?? "";
  const type = useAccount(code, days).data?.accountType;
  const columns = useMemo(() => ledgerColumns(t, (yen) => onOwnSide(yen, type)), [t, type]);
  if (code === "")
    return (
      <>
        <PageHead title={t("accounting.ledger.title")} />
        <Head />
        <Empty title={t("accounting.ledger.choose")} hint={t("accounting.ledger.chooseHint")} />
      </>
    );
  return (
    <ListPage
      id="accounting.ledger"
      title={t("accounting.ledger.title")}
      path="/api/v1/general-ledger"
      options={{ fixed: { ...days, accountCode: code } }}
      live="accounting.entry"
      rowId={(row) => `${row.entryId}/${row.lineNumber}`}
      rowName={(row) => row.entryNumber}
      above={<Head />}
      searchHint={null}
      columns={columns}
      empty={{ title: t("accounting.ledger.none"), hint: t("accounting.ledger.noneHint") }}
    />
  );
}

/** The account and what it stood at before and after the days. */
function useAccount(code: string, days: ReturnType<typeof useDays>) {
  return useApi(
    "/api/v1/general-ledger",
    { params: { query: { ...days, accountCode: code, limit: 1 } } },
    { when: code !== "", keep: true },
  );
}

function Head() {
  const t = useText();
  const { query, change } = useAddressQuery();
  const days = useDays();
  const code = query["accountCode"] ?? "";
  const sums = useAccount(code, days);
  const account = sums.data;
  return (
    <>
      <ReportBar>
        <LookupField
          label={t("accounting.entry.account")}
          lookup={findAccounts}
          hit={account ? { id: account.accountCode, code: account.accountCode, name: account.accountNameJa } : null}
          onHit={(hit) => hit && change({ accountCode: hit.code })}
        />
        <DayRange />
      </ReportBar>
      {code !== "" && (
        <Answered answer={sums} lines={1}>
          {(found) => (
            <Group mb="sm">
              <FactList
                facts={[
                  {
                    label: t("accounting.trialBalance.opening"),
                    value: <Money value={onOwnSide(found.openingYen, found.accountType)} unit />,
                  },
                  {
                    label: t("accounting.ledger.closing"),
                    value: <Money value={onOwnSide(found.closingYen, found.accountType)} unit />,
                  },
                ]}
              />
            </Group>
          )}
        </Answered>
      )}
    </>
  );
}
