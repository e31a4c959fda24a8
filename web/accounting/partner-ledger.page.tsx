import { Group, SegmentedControl } from "@mantine/core";
import { useMemo } from "react";
import { findPartners } from "../parties/index.ts";
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
import { DayRange, ReportBar, useDays } from "./report-parts.tsx";

function useSubject(): { readonly side: "S" | "B"; readonly partnerId: string } {
  const { query } = useAddressQuery();
  return { side: query["side"] === "B" ? "B" : "S", partnerId: query["partnerId"] ?? "" };
}

/** 得意先元帳・仕入先元帳: what one partner owes, or is owed, line by line. */
export function Page() {
  const t = useText();
  const { side, partnerId } = useSubject();
  const days = useDays();
  const columns = useMemo(() => ledgerColumns(t), [t]);
  const title = t(`accounting.partnerLedger.${side}`);
  if (partnerId === "")
    return (
      <>
        <PageHead title={title} />
        <Head />
        <Empty title={t("accounting.partnerLedger.choose")} hint={t("accounting.partnerLedger.chooseHint")} />
      </>
    );
  return (
    <ListPage
      id="accounting.partnerLedger"
      title={title}
      path="/api/v1/partner-ledger"
      options={{ fixed: { ...days, side, partnerId } }}
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

function Head() {
  const t = useText();
  const { change } = useAddressQuery();
  const { side, partnerId } = useSubject();
  const days = useDays();
  const sums = useApi(
    "/api/v1/partner-ledger",
    { params: { query: { ...days, side, partnerId, limit: 1 } } },
    { when: partnerId !== "", keep: true },
  );
  const partner = sums.data;
  return (
    <>
      <ReportBar>
        <SegmentedControl
          aria-label={t("accounting.openItems.side")}
          value={side}
          onChange={(next) => change({ side: next })}
          data={[
            { value: "S", label: t("accounting.partnerLedger.S") },
            { value: "B", label: t("accounting.partnerLedger.B") },
          ]}
        />
        <LookupField
          label={t("accounting.entry.partner")}
          lookup={side === "S" ? findPartners.customers : findPartners.suppliers}
          hit={partner && partnerId ? { id: partnerId, code: partner.partnerCode, name: partner.partnerName } : null}
          onHit={(hit) => hit && change({ partnerId: hit.id })}
        />
        <DayRange />
      </ReportBar>
      {partnerId !== "" && (
        <Answered answer={sums} lines={1}>
          {(found) => (
            <Group mb="sm">
              <FactList
                facts={[
                  { label: t("accounting.trialBalance.opening"), value: <Money value={found.openingYen} unit /> },
                  { label: t("accounting.ledger.closing"), value: <Money value={found.closingYen} unit /> },
                ]}
              />
            </Group>
          )}
        </Answered>
      )}
    </>
  );
}
