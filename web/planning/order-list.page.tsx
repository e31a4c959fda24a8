import { useState } from "react";
import { DateText, formatDate, ListPage, Quantity, useCan, useCommand, useLocale, useText } from "../platform/index.ts";
import { ConvertDialog } from "./convert-dialog.tsx";
import { RunBar, RunButton } from "./run-bar.tsx";
import { ORDER_STATES, OrderState, orderPage, type PlannedOrder, SUPPLIES } from "./words.tsx";

/** What the plan proposes to make and buy: filter, look, convert many at once. */
export function Page() {
  const t = useText();
  const can = useCan();
  const locale = useLocale();
  const [chosen, setChosen] = useState<{ rows: readonly PlannedOrder[]; clear: () => void } | null>(null);
  const discard = useCommand("post", "/api/v1/planned-orders/discard", {
    success: (done) => t("planning.order.discarded", { count: done.count }),
  });
  const restore = useCommand("post", "/api/v1/planned-orders/restore", {
    success: (done) => t("planning.order.restored", { count: done.count }),
  });
  const onlySet = (rows: readonly PlannedOrder[]) =>
    rows.every((row) => row.state === "edited" || row.state === "discarded") ? null : t("planning.order.onlySet");
  const onlyOpen = (rows: readonly PlannedOrder[]) =>
    rows.every((row) => row.state === "proposed" || row.state === "edited") ? null : t("planning.order.onlyOpen");
  return (
    <>
      <ListPage
        id="planning.orders"
        title={t("planning.orders.title")}
        path="/api/v1/planned-orders"
        live={["planning.order", "planning.run"]}
        rowId={(row) => String(row.seq)}
        rowName={(row) => `${row.itemCode} ${row.quantity} ${formatDate(row.dueOn, locale)}`}
        rowTo={orderPage}
        rowTone={(row) => (row.isPastDue && row.state !== "converted" ? "late" : undefined)}
        columns={[
          {
            id: "itemCode",
            header: t("planning.item.code"),
            cell: (row) => row.itemCode,
            sort: true,
            pinned: true,
            width: 130,
          },
          { id: "itemName", header: t("planning.item.name"), cell: (row) => row.itemName, width: 200 },
          { id: "supply", header: t("planning.supply"), cell: (row) => t(`planning.supply.${row.supply}`), width: 80 },
          {
            id: "quantity",
            header: t("planning.quantity"),
            cell: (row) => <Quantity value={row.quantity} unit={row.unit} />,
            align: "right",
            width: 110,
          },
          {
            id: "startOn",
            header: t("planning.startOn"),
            cell: (row) => <DateText value={row.startOn} />,
            sort: true,
            width: 130,
          },
          {
            id: "dueOn",
            header: t("planning.dueOn"),
            cell: (row) => <DateText value={row.dueOn} />,
            sort: true,
            width: 130,
          },
          { id: "state", header: t("planning.state"), cell: (row) => <OrderState order={row} />, width: 120 },
          { id: "partner", header: t("planning.supplier"), cell: (row) => row.partnerName ?? "", width: 190 },
          {
            id: "expectedQuantity",
            header: t("planning.expectedQuantity"),
            cell: (row) => <Quantity value={row.expectedQuantity} unit={row.unit} />,
            align: "right",
            hidden: true,
            width: 110,
          },
        ]}
        views={[
          { id: "all", label: t("planning.view.open"), filters: {} },
          { id: "pastDue", label: t("planning.view.pastDue"), filters: { isPastDue: "true" } },
          { id: "make", label: t("planning.supply.make"), filters: { supply: "make" } },
          { id: "buy", label: t("planning.supply.buy"), filters: { supply: "buy" } },
          { id: "firm", label: t("planning.order.state.edited"), filters: { state: "edited" } },
          { id: "converted", label: t("planning.view.converted"), filters: { state: "converted" } },
        ]}
        filters={[
          {
            id: "supply",
            label: t("planning.supply"),
            kind: "choice",
            options: SUPPLIES.map((value) => ({ value, label: t(`planning.supply.${value}`) })),
          },
          {
            id: "state",
            label: t("planning.state"),
            kind: "choice",
            options: [
              ...ORDER_STATES.map((value) => ({ value, label: t(`planning.order.state.${value}`) })),
              { value: "all", label: t("platform.all") },
            ],
          },
          { id: "start", label: t("planning.startOn"), kind: "days" },
        ]}
        bulk={
          can("planning.plan")
            ? [
                {
                  id: "convert",
                  label: t("planning.convert.title"),
                  refuse: onlyOpen,
                  run: (rows, clear) => setChosen({ rows, clear }),
                },
                {
                  id: "discard",
                  label: t("planning.order.discard"),
                  danger: true,
                  refuse: onlyOpen,
                  run: (rows, clear) =>
                    void discard
                      .run({ body: { runId: rows[0]!.runId, seqs: rows.map((row) => row.seq) } })
                      .then((end) => end?.ok && clear()),
                },
                {
                  id: "restore",
                  label: t("planning.order.restore"),
                  refuse: onlySet,
                  run: (rows, clear) =>
                    void restore
                      .run({ body: { runId: rows[0]!.runId, seqs: rows.map((row) => row.seq) } })
                      .then((end) => end?.ok && clear()),
                },
              ]
            : []
        }
        actions={<RunButton />}
        above={<RunBar />}
        empty={{ title: t("planning.orders.none"), hint: t("planning.orders.noneHint"), permission: "planning.plan" }}
      />
      {chosen && (
        <ConvertDialog
          orders={chosen.rows}
          onClose={() => setChosen(null)}
          onDone={() => {
            setChosen(null);
            chosen.clear();
          }}
        />
      )}
    </>
  );
}
