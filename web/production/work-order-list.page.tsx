import { useMemo, useState } from "react";
import {
  DateText,
  FormDialog,
  type FormField,
  ListPage,
  Quantity,
  readApi,
  useCan,
  useCommand,
  useGo,
  useText,
} from "../platform/index.ts";
import { withoutNothing } from "./without-nothing.ts";
import { ORDER_STATES, OrderState, ShareBar } from "./words.tsx";

/** Finds items that can be made. */
export async function findMadeItems(typed: string, signal: AbortSignal) {
  const { rows } = await readApi("/api/v1/production/items", { params: { query: { search: typed } } }, signal);
  return rows.map((item) => ({ id: item.id, code: item.code, name: item.name, data: { unit: item.unit } }));
}

/** Work orders: what is to be made, by when, and how far it is. */
export function Page() {
  const t = useText();
  const can = useCan();
  const go = useGo();
  const [isNew, setNew] = useState(false);
  const release = useCommand("post", "/api/v1/work-orders/release", {
    success: (done) =>
      done.shortages.length > 0
        ? t("production.releasedShort", { count: done.shortages.length })
        : t("production.released"),
  });
  const create = useCommand("post", "/api/v1/work-orders", { success: t("production.created"), placesRefusals: true });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "itemId", label: t("production.item"), kind: "lookup", lookup: findMadeItems, required: true, span: 2 },
      { name: "quantity", label: t("production.goodQuantity"), kind: "decimal", moreThan: "0", required: true },
      { name: "dueOn", label: t("production.dueOn"), kind: "date", required: true },
      { name: "startOn", label: t("production.startOn"), kind: "date", hint: t("production.startOnHint") },
      { name: "lotCode", label: t("production.lotCode"), kind: "code", maxLength: 40 },
      { name: "note", label: t("production.note"), kind: "note", span: 2 },
    ],
    [t],
  );
  return (
    <>
      <ListPage
        id="production.orders"
        title={t("production.orders.title")}
        path="/api/v1/work-orders"
        live="production.order"
        rowId={(row) => row.id}
        rowName={(row) => row.number}
        rowTo={(row) => `production/orders/${row.id}`}
        rowTone={(row) => (row.isLate ? "late" : undefined)}
        columns={[
          {
            id: "number",
            header: t("production.number"),
            cell: (row) => row.number,
            sort: true,
            pinned: true,
            width: 120,
          },
          { id: "item", header: t("production.item"), cell: (row) => row.itemName, width: 174 },
          { id: "itemCode", header: t("production.itemCode"), cell: (row) => row.itemCode, width: 120 },
          {
            id: "quantity",
            header: t("production.quantity"),
            cell: (row) => <Quantity value={row.quantity} unit={row.unit} />,
            align: "right",
            width: 84,
          },
          {
            id: "completed",
            header: t("production.completed"),
            cell: (row) => <Quantity value={row.completed} unit={row.unit} />,
            align: "right",
            width: 84,
          },
          {
            id: "state",
            header: t("production.stateLabel"),
            cell: (row) => <OrderState state={row.state} isLate={row.isLate} />,
            width: 140,
          },
          { id: "share", header: t("production.share"), cell: (row) => <ShareBar share={row.share} />, width: 116 },
          {
            id: "dueOn",
            header: t("production.dueOn"),
            cell: (row) => <DateText value={row.dueOn} />,
            sort: true,
            width: 130,
          },
          {
            id: "startOn",
            header: t("production.startOn"),
            cell: (row) => <DateText value={row.startOn} />,
            sort: true,
            width: 130,
          },
          { id: "trade", header: t("production.madeFor"), cell: (row) => row.tradeNumber ?? "", width: 120 },
          { id: "partner", header: t("production.customer"), cell: (row) => row.partnerName ?? "", width: 160 },
        ]}
        views={[
          { id: "open", label: t("production.view.open"), filters: { state: "open" } },
          { id: "late", label: t("production.view.late"), filters: { isLate: "true" } },
          { id: "planned", label: t("production.view.planned"), filters: { state: "planned" } },
          { id: "completed", label: t("production.view.completed"), filters: { state: "completed" } },
          { id: "all", label: t("platform.all"), filters: {} },
        ]}
        filters={[
          {
            id: "state",
            label: t("production.stateLabel"),
            kind: "choice",
            options: ORDER_STATES.map((state) => ({ value: state, label: t(`production.state.${state}`) })),
          },
          { id: "due", label: t("production.dueOn"), kind: "days" },
        ]}
        bulk={
          can("production.write")
            ? [
                {
                  id: "release",
                  label: t("production.release"),
                  refuse: (rows) =>
                    rows.every((row) => row.state === "planned") ? null : t("production.releaseOnlyPlanned"),
                  run: (rows, clear) =>
                    void release
                      .run({ body: { orders: rows.map(({ id, version }) => ({ id, version })) } })
                      .then((end) => end?.ok && clear()),
                },
              ]
            : []
        }
        create={{ label: t("production.order.new"), onClick: () => setNew(true), permission: "production.write" }}
        empty={{ title: t("production.orders.none"), hint: t("production.orders.noneHint") }}
      />
      <FormDialog
        opened={isNew}
        onClose={() => setNew(false)}
        title={t("production.order.new")}
        fields={fields}
        submit={(body) => create.run({ body: withoutNothing(body) as never })}
        onDone={(made) => go(`production/orders/${made.workOrders[0]!.id}`)}
      />
    </>
  );
}
