import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { ImportPage, useText } from "../platform/index.ts";

const TABLES = [
  { id: "partners", label: "parties.partners.title", endpoint: "/api/v1/partners" },
  { id: "accounts", label: "parties.partner.bankAccounts", endpoint: "/api/v1/partner-bank-accounts" },
] as const;

/** Partners, and where they are paid, from files. */
export function Page() {
  const t = useText();
  const [chosen, setChosen] = useState<string>(TABLES[0].id);
  const table = TABLES.find(({ id }) => id === chosen)!;
  return (
    <>
      <SegmentedControl
        mb="sm"
        value={chosen}
        onChange={setChosen}
        data={TABLES.map(({ id, label }) => ({ value: id, label: t(label) }))}
        aria-label={t("parties.import.title")}
      />
      <ImportPage key={table.id} name={t(table.label)} endpoint={table.endpoint} />
    </>
  );
}
