import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { findPartners } from "../parties/index.ts";
import {
  type AnswerOf,
  FormDialog,
  type FormField,
  ListPage,
  StateBadge,
  useCan,
  useCommand,
  useText,
} from "../platform/index.ts";
import { placeKindOptions } from "./words.ts";

type Place = AnswerOf<"get", "/api/v1/places">["rows"][number];

/** Places where goods stand, and those that stand for the world outside. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [isAdding, setAdding] = useState(false);
  const [edited, setEdited] = useState<Place | null>(null);
  const add = useCommand("post", "/api/v1/places", { success: t("inventory.place.added"), placesRefusals: true });
  const change = useCommand("put", "/api/v1/places/{id}", {
    success: t("inventory.place.changed"),
    placesRefusals: true,
  });
  const label = (name: string) => t(`inventory.place.${name}`);
  const mayWrite = can("inventory.adjust");
  const newFields = useMemo<FormField[]>(
    () => [
      { name: "code", label: t("inventory.place.code"), kind: "code", required: true },
      { name: "name", label: t("inventory.place.name"), kind: "text", required: true },
      { name: "nameEn", label: t("inventory.place.nameEn"), kind: "text" },
      {
        name: "kind",
        label: t("inventory.place.kind"),
        kind: "choice",
        required: true,
        options: placeKindOptions(t),
      },
      {
        name: "partnerId",
        label: t("inventory.place.partner"),
        kind: "lookup",
        lookup: findPartners.any,
        when: (values) => values["kind"] === "at_partner",
      },
    ],
    [t],
  );
  const fields = useMemo<FormField[]>(
    () => [
      { name: "name", label: t("inventory.place.name"), kind: "text", required: true },
      { name: "nameEn", label: t("inventory.place.nameEn"), kind: "text" },
      { name: "isActive", label: t("inventory.place.inUse"), kind: "switch" },
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
          { id: "code", header: label("code"), cell: (row) => row.code, sort: true, pinned: true, width: 160 },
          { id: "name", header: label("name"), cell: (row) => row.name, sort: true, width: 240 },
          { id: "kind", header: label("kind"), cell: (row) => t(`inventory.place.${row.kind}`), width: 160 },
          {
            id: "isActive",
            header: label("state"),
            width: 130,
            cell: (row) => (
              <StateBadge tone={row.isActive ? "active" : "stopped"} label={label(row.isActive ? "inUse" : "closed")} />
            ),
          },
          ...(mayWrite
            ? [
                {
                  id: "edit",
                  header: "",
                  cell: (row: Place) => (
                    <Button size="compact-sm" variant="subtle" onClick={() => setEdited(row)}>
                      {label("editAction")}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
        filters={[{ id: "kind", label: t("inventory.place.kind"), kind: "choice", options: placeKindOptions(t) }]}
        create={{ label: label("add"), onClick: () => setAdding(true), permission: "inventory.adjust" }}
        formPath="/api/v1/places/export"
        importTo="inventory/places/import"
        importPermission="inventory.adjust"
        empty={{ title: t("inventory.places.none"), hint: t("inventory.places.noneHint") }}
      />
      <FormDialog
        opened={isAdding}
        onClose={() => setAdding(false)}
        title={label("add")}
        fields={newFields}
        submit={({ partnerId, nameEn, ...body }) =>
          add.run({ body: { ...body, nameEn: nameEn ?? "", ...(partnerId ? { partnerId } : {}) } as never })
        }
        onDone={() => setAdding(false)}
      />
      {edited && (
        <FormDialog
          opened
          onClose={() => setEdited(null)}
          title={`${label("edit")} ${edited.code}`}
          fields={fields}
          initial={edited as never}
          submit={(body) =>
            change.run({
              params: { path: { id: edited.id } },
              body: { ...body, nameEn: body["nameEn"] ?? "", version: edited.version } as never,
            })
          }
          onDone={() => setEdited(null)}
        />
      )}
    </>
  );
}
