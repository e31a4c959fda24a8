import { Group, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import {
  Answered,
  DataTable,
  DateText,
  DayField,
  Empty,
  PageLink,
  Quantity,
  todayInJapan,
  useApi,
  useText,
} from "../platform/index.ts";

/** Deeper levels stand further right. */
function Indented({ level, code, itemId }: { readonly level: number; readonly code: string; readonly itemId: string }) {
  return (
    <span style={{ paddingLeft: (level - 1) * 18, whiteSpace: "nowrap" }}>
      <span className="quiet tabular">{level} </span>
      <PageLink to={`items/${itemId}`}>{code}</PageLink>
    </span>
  );
}

/** The bill over all levels for a quantity, as it holds on a day. */
export function BillLevels({ itemId }: { readonly itemId: string }) {
  const t = useText();
  const [on, setOn] = useState(todayInJapan());
  const [quantity, setQuantity] = useState("1");
  const [asked] = useDebouncedValue(quantity.normalize("NFKC").replace(/,/g, "").trim(), 300);
  const isNumber = /^\d{1,12}(\.\d{1,6})?$/.test(asked) && /[1-9]/.test(asked);
  const levels = useApi(
    "/api/v1/items/{id}/bill-of-material/levels",
    { params: { path: { id: itemId }, query: { quantity: isNumber ? asked : "1", ...(on && { on }) } } },
    { keep: true },
  );
  return (
    <>
      <Group mb="sm" align="flex-start">
        <TextInput
          label={t("items.levels.quantity")}
          value={quantity}
          onChange={(event) => setQuantity(event.currentTarget.value)}
          error={isNumber || quantity.trim() === "" ? null : t("refusals.QUANTITY_NOT_POSITIVE")}
          w={150}
        />
        <DayField label={t("items.levels.on")} value={on} onChange={setOn} w={170} />
      </Group>
      <Answered answer={levels}>
        {(data) => (
          <>
            <DataTable
              label={t("items.item.levels")}
              inline
              rows={data.rows.map((row, index) => ({ ...row, place: index }))}
              rowId={(row) => String(row.place)}
              columns={[
                { id: "code", header: t("items.item.code"), cell: (row) => <Indented {...row} />, width: 260 },
                { id: "name", header: t("items.item.name"), cell: (row) => row.name, width: 240 },
                {
                  id: "kind",
                  header: t("items.bill.kind"),
                  cell: (row) => t(`items.bill.kind.${row.kind}`),
                  width: 100,
                },
                {
                  id: "quantity",
                  header: t("items.levels.needed"),
                  cell: (row) => <Quantity value={row.quantity} unit={row.unit} />,
                  align: "right",
                  width: 130,
                },
                {
                  id: "supply",
                  header: t("items.item.supply"),
                  cell: (row) => t(`items.supply.${row.supply}`),
                  width: 90,
                },
                {
                  id: "per",
                  header: t("items.bill.quantity"),
                  cell: (row) => <Quantity value={row.quantityPer} unit={row.unit} />,
                  align: "right",
                  width: 110,
                },
                {
                  id: "scrap",
                  header: t("items.bill.scrapRate"),
                  cell: (row) => row.scrapRate,
                  align: "right",
                  width: 90,
                },
                {
                  id: "operation",
                  header: t("items.bill.operation"),
                  cell: (row) => row.operationNumber ?? "–",
                  align: "right",
                  width: 80,
                },
              ]}
              empty={<Empty title={t("items.bill.none")} hint={t("items.bill.noneHint")} />}
            />
            {data.isCut && <Text c="orange.8">{t("items.levels.cut")}</Text>}
          </>
        )}
      </Answered>
    </>
  );
}

/** What the item goes into, up to the ends. */
export function WhereUsed({ itemId }: { readonly itemId: string }) {
  const t = useText();
  const uses = useApi("/api/v1/items/{id}/where-used", { params: { path: { id: itemId } } });
  return (
    <Answered answer={uses}>
      {(data) => (
        <>
          <DataTable
            label={t("items.item.whereUsed")}
            inline
            rows={data.rows.map((row, index) => ({ ...row, place: index }))}
            rowId={(row) => String(row.place)}
            columns={[
              { id: "code", header: t("items.item.code"), cell: (row) => <Indented {...row} />, width: 260 },
              { id: "name", header: t("items.item.name"), cell: (row) => row.name, width: 240 },
              {
                id: "per",
                header: t("items.uses.quantity"),
                cell: (row) => <Quantity value={row.quantityPer} />,
                align: "right",
                width: 130,
              },
              {
                id: "operation",
                header: t("items.bill.operation"),
                cell: (row) => row.operationNumber ?? "–",
                align: "right",
                width: 80,
              },
              {
                id: "from",
                header: t("items.validFrom"),
                cell: (row) => (row.validFrom ? <DateText value={row.validFrom} /> : "–"),
                width: 140,
              },
              {
                id: "to",
                header: t("items.validTo"),
                cell: (row) => (row.validTo ? <DateText value={row.validTo} /> : "–"),
                width: 140,
              },
            ]}
            empty={<Empty title={t("items.uses.none")} />}
          />
          {data.isCut && <Text c="orange.8">{t("items.levels.cut")}</Text>}
        </>
      )}
    </Answered>
  );
}
