import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
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

/** Found or missing goods, with the reason; quantity, value and books change together. */
export function Page() {
  const t = useText();
  const go = useGo();
  const places = useApi("/api/v1/places", { params: { query: { limit: 200 } } });
  const options = (places.data?.rows ?? [])
    .filter((place) => ["storage", "receiving", "at_partner"].includes(place.kind) && place.isActive)
    .map((place) => ({ value: place.id, label: `${place.code} ${place.name}` }));
  const [placeId, setPlaceId] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [movedOn, setMovedOn] = useState(new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" }));
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const columns = useStockColumns(true);
  const grid = useLineGrid({ columns, initial: [], draft: "inventory.adjust" });
  const adjust = useCommand("post", "/api/v1/stock-adjustments", {
    success: t("inventory.adjust.done"),
    placesRefusals: true,
  });
  const send = async () => {
    const lines = await grid.read();
    if (!lines || !placeId || !movedOn) return;
    setWrong([]);
    const end = await adjust.run({
      body: {
        movedOn,
        placeId,
        reason,
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
      <PageHead title={t("inventory.adjust.title")} hint={t("inventory.adjust.hint")} />
      <HomelessRefusals sentences={wrong} />
      <Group align="flex-end">
        <DayField label={t("inventory.movedOn")} value={movedOn} onChange={setMovedOn} />
        <Select
          label={t("inventory.place.title")}
          data={options}
          value={placeId}
          onChange={setPlaceId}
          searchable
          w={260}
        />
        <TextInput
          label={t("inventory.reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          w={320}
        />
      </Group>
      <LineGrid grid={grid} label={t("inventory.adjust.lines")} />
      <Group>
        <Button
          onClick={() => void send()}
          loading={adjust.busy || grid.isReading}
          disabled={!placeId || !movedOn || !reason.trim()}
        >
          {t("inventory.adjust.send")}
        </Button>
      </Group>
    </Stack>
  );
}
