import { useMemo, useState } from "react";
import { findAnyItem } from "../items/index.ts";
import { findPartners } from "../parties/index.ts";
import {
  type AnswerOf,
  answerOf,
  client,
  DateText,
  FormDialog,
  type FormField,
  ListPage,
  Quantity,
  useAction,
  useCan,
  useCommand,
  useText,
} from "../platform/index.ts";

type Forecast = AnswerOf<"get", "/api/v1/forecasts">["rows"][number];

/** What customers announced (内示): entered, changed, imported; orders use it up. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [edited, setEdited] = useState<Forecast | "new" | null>(null);
  const remove = useAction(
    async (rows: readonly Forecast[], key: string) => {
      for (const { id } of rows)
        answerOf(
          (await client.DELETE("/api/v1/forecasts/{id}", {
            params: { path: { id } },
            headers: { "Idempotency-Key": `${key}-${id}` },
          })) as never,
        );
      return rows.length;
    },
    { success: (count) => t("planning.forecast.removed", { count }) },
  );
  return (
    <>
      <ListPage
        id="planning.forecasts"
        title={t("planning.forecasts.title")}
        path="/api/v1/forecasts"
        live="planning.forecast"
        rowId={(row) => row.id}
        rowName={(row) => `${row.itemCode} ${row.periodFrom}`}
        onOpen={(row) => can("planning.plan") && setEdited(row)}
        columns={[
          {
            id: "itemCode",
            header: t("planning.item.code"),
            cell: (row) => row.itemCode,
            sort: true,
            pinned: true,
            width: 150,
          },
          { id: "itemName", header: t("planning.item.name"), cell: (row) => row.itemName, width: 240 },
          {
            id: "partner",
            header: t("planning.forecast.customer"),
            cell: (row) => row.partnerName ?? t("planning.forecast.anyone"),
            width: 200,
          },
          {
            id: "periodFrom",
            header: t("planning.forecast.from"),
            cell: (row) => <DateText value={row.periodFrom} />,
            sort: true,
            width: 140,
          },
          {
            id: "periodTo",
            header: t("planning.forecast.to"),
            cell: (row) => <DateText value={row.periodTo} />,
            width: 140,
          },
          {
            id: "quantity",
            header: t("planning.quantity"),
            cell: (row) => <Quantity value={row.quantity} unit={row.unit} />,
            align: "right",
            width: 120,
          },
          {
            id: "isFirm",
            header: t("planning.forecast.firm"),
            cell: (row) => (row.isFirm ? t("planning.forecast.isFirm") : ""),
            width: 90,
          },
        ]}
        filters={[{ id: "isOver", label: t("planning.forecast.over"), kind: "switch" }]}
        bulk={
          can("planning.plan")
            ? [
                {
                  id: "remove",
                  label: t("planning.forecast.remove"),
                  danger: true,
                  run: (rows, clear) => void remove.run(rows).then((end) => end?.ok && clear()),
                },
              ]
            : []
        }
        create={{ label: t("planning.forecast.new"), onClick: () => setEdited("new"), permission: "planning.plan" }}
        formPath="/api/v1/forecasts/export"
        importTo="planning/forecasts/import"
        importPermission="planning.plan"
        empty={{ title: t("planning.forecasts.none"), hint: t("planning.forecasts.noneHint") }}
      />
      {edited && <ForecastDialog forecast={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function ForecastDialog({ forecast, onClose }: { readonly forecast: Forecast | null; readonly onClose: () => void }) {
  const t = useText();
  const success = t("planning.forecast.saved");
  const create = useCommand("post", "/api/v1/forecasts", { success, placesRefusals: true });
  const change = useCommand("put", "/api/v1/forecasts/{id}", { success, placesRefusals: true });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "itemId",
        label: t("planning.item"),
        kind: "lookup",
        lookup: findAnyItem,
        shown: forecast && { id: forecast.itemId, code: forecast.itemCode, name: forecast.itemName },
        required: true,
        span: 2,
      },
      {
        name: "partnerId",
        label: t("planning.forecast.customer"),
        kind: "lookup",
        lookup: findPartners.customers,
        shown: forecast?.partnerId
          ? { id: forecast.partnerId, code: forecast.partnerCode ?? "", name: forecast.partnerName ?? "" }
          : null,
        hint: t("planning.forecast.customerHint"),
        span: 2,
      },
      { name: "periodFrom", label: t("planning.forecast.from"), kind: "date", required: true },
      { name: "periodTo", label: t("planning.forecast.to"), kind: "date", required: true },
      { name: "quantity", label: t("planning.quantity"), kind: "decimal", moreThan: "0", required: true },
      { name: "isFirm", label: t("planning.forecast.firm"), kind: "switch", hint: t("planning.forecast.firmHint") },
    ],
    [t, forecast],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(forecast ? "planning.forecast.edit" : "planning.forecast.new")}
      fields={fields}
      {...(forecast && { initial: { ...forecast } })}
      submit={(body) =>
        forecast
          ? change.run({ params: { path: { id: forecast.id } }, body: { ...body, version: forecast.version } as never })
          : create.run({ body: body as never })
      }
      onDone={onClose}
    />
  );
}
