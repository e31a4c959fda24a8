import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { FormDialog, type FormField, ListPage, StateBadge, useCan, useCommand, useText } from "../platform/index.ts";
import { placeKindOptions } from "./words.ts";

/** Places where goods stand, and those that stand for the world outside. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [open, setOpen] = useState(false);
  const add = useCommand("post", "/api/v1/places", { success: t("inventory.place.added"), placesRefusals: true });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "code", label: t("inventory.place.code"), kind: "code", required: true },
      { name: "name", label: t("inventory.place.name"), kind: "text", required: true },
      {
        name: "kind",
        label: t("inventory.place.kind"),
        kind: "choice",
        required: true,
        options: placeKindOptions(t).filter((option) => option.value !== "at_partner"),
      },
    ],
    [t],
  );
  return (
    <>
      <ListPage
        id="inventory.places"
        title={t("inventory.places.title")}
        path="/api/v1/places"
        live="inventory.place"
        rowId={(row) => row.id}
        rowName={(row) => row.code}
        columns={[
          {
            id: "code",
            header: t("inventory.place.code"),
            cell: (row) => row.code,
            sort: true,
            pinned: true,
            width: 160,
          },
          { id: "name", header: t("inventory.place.name"), cell: (row) => row.name, sort: true, width: 240 },
          { id: "kind", header: t("inventory.place.kind"), cell: (row) => t(`inventory.place.${row.kind}`) },
          {
            id: "isActive",
            header: t("inventory.place.state"),
            cell: (row) => (
              <StateBadge
                tone={row.isActive ? "active" : "stopped"}
                label={t(row.isActive ? "inventory.place.inUse" : "inventory.place.closed")}
              />
            ),
          },
        ]}
        filters={[{ id: "kind", label: t("inventory.place.kind"), kind: "choice", options: placeKindOptions(t) }]}
        empty={{ title: t("inventory.places.none"), hint: t("inventory.places.noneHint") }}
      />
      {can("inventory.adjust") && (
        <Button mt="sm" variant="light" onClick={() => setOpen(true)}>
          {t("inventory.place.add")}
        </Button>
      )}
      <FormDialog
        opened={open}
        onClose={() => setOpen(false)}
        title={t("inventory.place.add")}
        fields={fields}
        submit={(body) => add.run({ body: body as never })}
        onDone={() => setOpen(false)}
      />
    </>
  );
}
