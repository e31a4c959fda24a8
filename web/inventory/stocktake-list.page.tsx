import { useMemo, useState } from "react";
import {
  DateText,
  FormDialog,
  type FormField,
  ListPage,
  StateBadge,
  todayInJapan,
  useApi,
  useCommand,
  useGo,
  useText,
} from "../platform/index.ts";
import { STOCKTAKE_TONES } from "./stocktake-words.ts";

/** Stocktakes, newest first; opening one freezes what the ledger says. */
export function Page() {
  const t = useText();
  const go = useGo();
  const [opened, setOpened] = useState(false);
  const places = useApi("/api/v1/places", { params: { query: { limit: 200 } } });
  const open = useCommand("post", "/api/v1/stocktakes", {
    success: t("inventory.stocktake.opened"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "countedOn", label: t("inventory.stocktake.countedOn"), kind: "date", required: true },
      {
        name: "placeId",
        label: t("inventory.place.title"),
        hint: t("inventory.stocktake.placeHint"),
        kind: "choice",
        options: (places.data?.rows ?? [])
          .filter((place) => ["storage", "receiving", "at_partner"].includes(place.kind))
          .map((place) => ({ value: place.id, label: `${place.code} ${place.name}` })),
      },
      { name: "note", label: t("inventory.stocktake.note"), kind: "note", span: 2 },
    ],
    [t, places.data],
  );
  const initial = useMemo(() => ({ countedOn: todayInJapan() }), []);
  return (
    <>
      <ListPage
        id="inventory.stocktakes"
        title={t("inventory.stocktakes.title")}
        path="/api/v1/stocktakes"
        live="inventory.stocktake"
        rowId={(row) => row.id}
        rowName={(row) => row.number}
        rowTo={(row) => `inventory/stocktakes/${row.id}`}
        create={{
          label: t("inventory.stocktake.new"),
          onClick: () => setOpened(true),
          permission: "inventory.adjust",
        }}
        columns={[
          {
            id: "number",
            header: t("inventory.stocktake.number"),
            cell: (row) => row.number,
            sort: true,
            pinned: true,
            width: 140,
          },
          {
            id: "countedOn",
            header: t("inventory.stocktake.countedOn"),
            cell: (row) => <DateText value={row.countedOn} />,
            sort: true,
            width: 150,
          },
          {
            id: "place",
            header: t("inventory.place.title"),
            cell: (row) => row.placeName ?? t("inventory.stocktake.everyPlace"),
            width: 200,
          },
          {
            id: "item",
            header: t("inventory.stocktake.item"),
            cell: (row) => row.itemCode ?? t("inventory.stocktake.everyItem"),
            width: 150,
          },
          {
            id: "state",
            header: t("inventory.stocktake.stateLabel"),
            cell: (row) => (
              <StateBadge tone={STOCKTAKE_TONES[row.state]} label={t(`inventory.stocktake.state.${row.state}`)} />
            ),
            width: 140,
          },
          {
            id: "progress",
            header: t("inventory.stocktake.progress"),
            cell: (row) => t("inventory.stocktake.progressOf", { counted: row.countedCount, lines: row.lineCount }),
            align: "right",
            width: 170,
          },
          {
            id: "differences",
            header: t("inventory.stocktake.differences"),
            cell: (row) => t("inventory.stocktake.differenceLines", { count: row.differenceCount }),
            align: "right",
            width: 120,
          },
          { id: "note", header: t("inventory.stocktake.note"), cell: (row) => row.note },
        ]}
        views={[
          { id: "all", label: t("platform.all"), filters: {} },
          { id: "open", label: t("inventory.stocktakes.open"), filters: { state: "open" } },
        ]}
        filters={[
          {
            id: "state",
            label: t("inventory.stocktake.stateLabel"),
            kind: "choice",
            options: ["open", "posted", "cancelled"].map((value) => ({
              value,
              label: t(`inventory.stocktake.state.${value}`),
            })),
          },
        ]}
        empty={{ title: t("inventory.stocktakes.none"), hint: t("inventory.stocktakes.noneHint") }}
      />
      <FormDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t("inventory.stocktake.new")}
        fields={fields}
        initial={initial}
        submit={({ countedOn, placeId, note }) =>
          open.run({
            body: {
              countedOn: String(countedOn),
              note: note ? String(note) : "",
              ...(placeId ? { placeId: String(placeId) } : {}),
            },
          })
        }
        onDone={(done) => go(`inventory/stocktakes/${(done as { id: string }).id}`)}
      />
    </>
  );
}
