import { Alert, SegmentedControl, Table } from "@mantine/core";
import { AGEING_BUCKETS } from "../../domain/accounting/index.ts";
import {
  Answered,
  DateText,
  Empty,
  FactList,
  Icon,
  Money,
  PageHead,
  PageLink,
  sumDecimals,
  useApi,
  useText,
} from "../platform/index.ts";
import { useAddressQuery } from "./address-query.ts";
import { ReportBar, ReportButtons } from "./report-parts.tsx";

/** 売掛金・買掛金: what is owed per partner, by age, and what falls due next. */
export function Page() {
  const t = useText();
  const { query, change } = useAddressQuery();
  const side = query["side"] === "B" ? "B" : "S";
  const items = useApi("/api/v1/open-items", { params: { query: { side } } }, { keep: true });
  const today = items.data?.asOf ?? "";
  return (
    <>
      <PageHead title={t(`accounting.openItems.${side}`)} hint={t("accounting.openItems.hint")}>
        <ReportButtons path="/api/v1/open-items/export" query={{ side }} />
      </PageHead>
      <ReportBar>
        <SegmentedControl
          aria-label={t("accounting.openItems.side")}
          value={side}
          onChange={(next) => change({ side: next })}
          data={[
            { value: "S", label: t("accounting.openItems.S") },
            { value: "B", label: t("accounting.openItems.B") },
          ]}
        />
      </ReportBar>
      <Answered answer={items}>
        {(data) => (
          <>
            <div style={{ maxWidth: 380, marginBottom: 12 }}>
              <FactList
                facts={[
                  { label: t("accounting.openItems.total"), value: <Money value={data.totalYen} unit /> },
                  { label: t("accounting.openItems.overdue"), value: <Money value={data.overdueYen} unit /> },
                  { label: t("accounting.openItems.account"), value: <Money value={data.accountYen} unit /> },
                ]}
              />
            </div>
            {data.totalYen !== data.accountYen && (
              <Alert color="red" icon={<Icon name="alert" />} my="sm">
                {t("accounting.openItems.differs")}
              </Alert>
            )}
            {data.rows.length === 0 ? (
              <Empty title={t("accounting.openItems.none")} hint={t("accounting.openItems.noneHint")} />
            ) : (
              <Table.ScrollContainer minWidth={1000}>
                <Table stickyHeader aria-label={t(`accounting.openItems.${side}`)}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t("accounting.entry.partner")}</Table.Th>
                      <Table.Th ta="right">{t("accounting.openItems.total")}</Table.Th>
                      <Table.Th ta="right">{t("accounting.openItems.unbilled")}</Table.Th>
                      {AGEING_BUCKETS.map((bucket) => (
                        <Table.Th key={bucket} ta="right">
                          {t(`accounting.ageing.${bucket}`)}
                        </Table.Th>
                      ))}
                      <Table.Th ta="right">{t("accounting.openItems.other")}</Table.Th>
                      <Table.Th>{t("accounting.openItems.nextDue")}</Table.Th>
                      <Table.Th className="no-print">{t("accounting.openItems.invoices")}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {data.rows.map((row) => (
                      <Table.Tr key={row.partnerId ?? "none"}>
                        <Table.Td>
                          {row.partnerId ? (
                            <PageLink
                              to={`accounting/partner-ledger?side=${side}&partnerId=${row.partnerId}&postedOnFrom=${today.slice(0, 7)}-01&postedOnTo=${today}`}
                            >
                              {row.partnerCode} {row.partnerName}
                            </PageLink>
                          ) : (
                            t("accounting.openItems.noPartner")
                          )}
                        </Table.Td>
                        <Table.Td ta="right">
                          <strong>
                            <Money value={row.totalYen} />
                          </strong>
                        </Table.Td>
                        <Table.Td ta="right">
                          <Money value={row.unbilledYen} />
                        </Table.Td>
                        {AGEING_BUCKETS.map((bucket) => (
                          <Table.Td key={bucket} ta="right">
                            <Money value={row.amounts[bucket]} />
                          </Table.Td>
                        ))}
                        <Table.Td ta="right">
                          <Money value={row.otherYen} />
                        </Table.Td>
                        <Table.Td>
                          <DateText value={row.nextDueOn} relative />
                        </Table.Td>
                        <Table.Td className="no-print">
                          {row.partnerId && (
                            <PageLink
                              to={`accounting/${side === "S" ? "invoices" : "bills"}?open=true&partnerId=${row.partnerId}`}
                            >
                              {t("accounting.openItems.invoices")}
                            </PageLink>
                          )}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                  <Table.Tfoot>
                    <Table.Tr>
                      <Table.Th>{t("accounting.total")}</Table.Th>
                      <Table.Th ta="right">
                        <Money value={data.totalYen} />
                      </Table.Th>
                      <Table.Th ta="right">
                        <Money value={sumDecimals(data.rows.map((row) => row.unbilledYen))} />
                      </Table.Th>
                      {AGEING_BUCKETS.map((bucket) => (
                        <Table.Th key={bucket} ta="right">
                          <Money value={sumDecimals(data.rows.map((row) => row.amounts[bucket]))} />
                        </Table.Th>
                      ))}
                      <Table.Th ta="right">
                        <Money value={sumDecimals(data.rows.map((row) => row.otherYen))} />
                      </Table.Th>
                      <Table.Th colSpan={2} />
                    </Table.Tr>
                  </Table.Tfoot>
                </Table>
              </Table.ScrollContainer>
            )}
          </>
        )}
      </Answered>
    </>
  );
}
