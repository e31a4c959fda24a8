import { Group, Select, Stack } from "@mantine/core";
import { useState } from "react";
import { type Lookup, LookupField, PageHead, readApi, useGo, useText } from "../platform/index.ts";
import { kindOptions } from "./words.ts";

const findItems: Lookup = async (typed, signal) => {
  const page = await readApi(
    "/api/v1/stock",
    { params: { query: { limit: 20, ...(typed && { search: typed }) } } },
    signal,
  );
  return page.rows.map((row) => ({ id: row.itemId, code: row.code, name: row.name }));
};

/** Which item, and at which inspection: then its plan is written. */
export function Page() {
  const t = useText();
  const go = useGo();
  const [kind, setKind] = useState("receiving");
  return (
    <Stack maw={560}>
      <PageHead title={t("quality.plan.new")} />
      <Group align="flex-end">
        <Select
          label={t("quality.kind.label")}
          data={kindOptions(t)}
          value={kind}
          allowDeselect={false}
          onChange={(value) => setKind(value ?? "receiving")}
        />
      </Group>
      <LookupField
        label={t("quality.plan.item")}
        lookup={findItems}
        hit={null}
        onHit={(hit) => hit && go(`quality/plans/${hit.id}/${kind}`)}
      />
    </Stack>
  );
}
