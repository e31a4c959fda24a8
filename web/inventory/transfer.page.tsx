import { Button, Group, Select, Stack } from "@mantine/core";
import { useState } from "react";
import {
  DayField,
  HomelessRefusals,
  LineGrid,
  PageHead,
  useApi,
  useCommand,
  useGo,
  useLineGrid,
  useText,
} from "../platform/index.ts";
import { useStockColumns } from "./stock-lines.tsx";

/** Goods go from one own place to another. */
export function Page() {
  const t = useText();
  const go = useGo();
  const places = useApi("/api/v1/places", { params: { query: { limit: 200 } } });
  const options = (places.data?.rows ?? [])
    .filter((place) => ["storage", "receiving", "at_partner"].includes(place.kind) && place.isActive)
    .map((place) => ({ value: place.id, label: `${place.code} ${place.name}` }));
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [movedOn, setMovedOn] = useState(new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" }));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const columns = useStockColumns(false);
  const grid = useLineGrid({ columns, initial: [], draft: "inventory.transfer" });
  const transfer = useCommand("post", "/api/v1/stock-transfers", {
    success: t("inventory.transfer.done"),
    placesRefusals: true,
  });
  const send = async () => {
    const lines = await grid.read();
    if (!lines || !from || !to || !movedOn) return;
    setWrong([]);
    const end = await transfer.run({
      body: {
        movedOn,
        fromPlaceId: from,
        toPlaceId: to,
        note: "",
        lines: lines.map(({ values }) => ({
          item: String(values["item"]),
          quantity: String(values["quantity"]),
          ...(values["lot"] ? { lot: String(values["lot"]) } : {}),
        })),
      },
    });
    if (end?.ok) {
      grid.settle();
      go("inventory/ledger");
    } else if (end?.problem) setWrong(grid.placeRefusals(end.problem.errors).map((error) => error.detail));
  };
  return (
    <Stack>
      <PageHead title={t("inventory.transfer.title")} hint={t("inventory.transfer.hint")} />
      <HomelessRefusals sentences={wrong} />
      <Group align="flex-end">
        <DayField label={t("inventory.movedOn")} value={movedOn} onChange={setMovedOn} />
        <Select
          label={t("inventory.transfer.from")}
          data={options}
          value={from}
          onChange={setFrom}
          searchable
          w={260}
        />
        <Select label={t("inventory.transfer.to")} data={options} value={to} onChange={setTo} searchable w={260} />
      </Group>
      <LineGrid grid={grid} label={t("inventory.transfer.lines")} />
      <Group>
        <Button
          onClick={() => void send()}
          loading={transfer.busy || grid.isReading}
          disabled={!from || !to || !movedOn}
        >
          {t("inventory.transfer.send")}
        </Button>
      </Group>
    </Stack>
  );
}
