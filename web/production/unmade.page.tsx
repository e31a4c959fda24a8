import { Button, Group } from "@mantine/core";
import { useState } from "react";
import {
  Answered,
  DataTable,
  DateText,
  Empty,
  PageHead,
  PageLink,
  Quantity,
  useApi,
  useCommand,
  useGo,
  useLive,
  useText,
} from "../platform/index.ts";
import { openOfLine } from "./open-of-line.ts";

/** Confirmed sold lines that no work order covers yet: choose and make. */
export function Page() {
  const t = useText();
  const go = useGo();
  const lines = useApi("/api/v1/production/unmade-lines");
  useLive(["production.order", "trade."], () => void lines.refetch());
  const [selection, setSelection] = useState<Record<string, boolean>>({});
  const make = useCommand("post", "/api/v1/production/make-lines", {
    success: (done) => t("production.unmade.made", { count: done.workOrders.length }),
  });
  return (
    <>
      <PageHead title={t("production.unmade.title")} />
      <Answered answer={lines}>
        {({ rows }) => {
          const idOf = (row: (typeof rows)[number]) => `${row.tradeId}/${row.lineNumber}`;
          const chosen = rows.filter((row) => selection[idOf(row)]);
          if (rows.length === 0)
            return <Empty title={t("production.unmade.none")} hint={t("production.unmade.noneHint")} />;
          return (
            <>
              <Group mb={8}>
                <Button
                  disabled={chosen.length === 0}
                  loading={make.busy}
                  onClick={async () => {
                    const end = await make.run({
                      body: {
                        lines: chosen.map((row) => ({
                          tradeId: row.tradeId,
                          lineNumber: row.lineNumber,
                          quantity: openOfLine(row),
                        })),
                      },
                    });
                    if (!end?.ok) return;
                    setSelection({});
                    if (end.value.workOrders.length === 1) go(`production/orders/${end.value.workOrders[0]!.id}`);
                  }}
                >
                  {t("production.unmade.make", { count: chosen.length })}
                </Button>
                <span className="quiet">{t("production.unmade.hint")}</span>
              </Group>
              <DataTable
                inline
                label={t("production.unmade.title")}
                rows={rows}
                rowId={idOf}
                selection={selection}
                onSelection={setSelection}
                columns={[
                  {
                    id: "trade",
                    header: t("production.madeFor"),
                    cell: (row) => <PageLink to={`sales/orders/${row.tradeId}`}>{row.tradeNumber}</PageLink>,
                    width: 130,
                  },
                  { id: "partner", header: t("production.customer"), cell: (row) => row.partnerName, width: 180 },
                  { id: "code", header: t("production.itemCode"), cell: (row) => row.itemCode, width: 150 },
                  { id: "item", header: t("production.item"), cell: (row) => row.itemName },
                  {
                    id: "open",
                    header: t("production.unmade.open"),
                    cell: (row) => <Quantity value={openOfLine(row)} unit={row.unit} />,
                    align: "right",
                    width: 110,
                  },
                  {
                    id: "dueOn",
                    header: t("production.dueOn"),
                    cell: (row) => <DateText value={row.dueOn} />,
                    width: 140,
                  },
                ]}
              />
            </>
          );
        }}
      </Answered>
    </>
  );
}
