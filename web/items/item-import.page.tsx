import { Button, Group, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { ImportPage, useDownload, useText } from "../platform/index.ts";

const TABLES = [
  { id: "items", label: "items.items.title", endpoint: "/api/v1/items" },
  { id: "units", label: "items.units.title", endpoint: "/api/v1/units" },
  { id: "conversions", label: "items.item.conversions", endpoint: "/api/v1/unit-conversions" },
  { id: "bills", label: "items.item.billOfMaterial", endpoint: "/api/v1/bill-of-material-lines" },
  { id: "routings", label: "items.item.routing", endpoint: "/api/v1/routing-operations" },
] as const;

/** Items and what hangs on them, from files: units first, bills and routings last. */
export function Page() {
  const t = useText();
  const { busy, download } = useDownload();
  const [chosen, setChosen] = useState<string>(TABLES[0].id);
  const table = TABLES.find(({ id }) => id === chosen)!;
  return (
    <>
      <Group justify="space-between" mb="sm">
        <SegmentedControl
          value={chosen}
          onChange={setChosen}
          data={TABLES.map(({ id, label }) => ({ value: id, label: t(label) }))}
          aria-label={t("items.import.title")}
        />
        <Button
          variant="default"
          disabled={busy}
          onClick={() => download(`${table.endpoint}/export`, { format: "xlsx" })}
        >
          {t("items.import.exportNow")}
        </Button>
      </Group>
      <ImportPage key={table.id} name={t(table.label)} endpoint={table.endpoint} />
    </>
  );
}
