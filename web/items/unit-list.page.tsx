import { useMemo, useState } from "react";
import { type AnswerOf, FormDialog, type FormField, ListPage, useCan, useCommand, useText } from "../platform/index.ts";

type Unit = AnswerOf<"get", "/api/v1/units">["rows"][number];

/** Units in which quantities are counted. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [edited, setEdited] = useState<Partial<Unit> | null>(null);
  const label = (name: string) => t(`items.unit.${name}`);
  return (
    <>
      <ListPage
        id="items.units"
        title={t("items.units.title")}
        path="/api/v1/units"
        live="items.unit"
        rowId={(row) => row.code}
        {...(can("items.write") && { onOpen: setEdited })}
        columns={[
          { id: "code", header: label("code"), cell: (row) => row.code, sort: true, pinned: true, width: 120 },
          { id: "nameJa", header: label("nameJa"), cell: (row) => row.nameJa, width: 240 },
          { id: "nameEn", header: label("nameEn"), cell: (row) => row.nameEn, width: 240 },
          { id: "decimals", header: label("decimals"), cell: (row) => row.decimals, align: "right", width: 120 },
        ]}
        create={{ label: t("items.unit.new"), onClick: () => setEdited({}), permission: "items.write" }}
        formPath="/api/v1/units/export"
        importTo="items/import"
        importPermission="items.write"
        empty={{ title: t("items.units.none"), hint: t("items.units.noneHint") }}
      />
      {edited && <UnitDialog unit={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function UnitDialog({ unit, onClose }: { readonly unit: Partial<Unit>; readonly onClose: () => void }) {
  const t = useText();
  const success = t("items.unit.saved");
  const add = useCommand("post", "/api/v1/units", { success, placesRefusals: true });
  const change = useCommand("put", "/api/v1/units/{code}", { success, placesRefusals: true });
  const { code, version } = unit;
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "code",
        label: t("items.unit.code"),
        kind: "text",
        required: true,
        maxLength: 20,
        readOnly: code !== undefined,
      },
      {
        name: "decimals",
        label: t("items.unit.decimals"),
        kind: "integer",
        min: "0",
        max: "6",
        required: true,
        hint: t("items.unit.decimalsHint"),
      },
      { name: "nameJa", label: t("items.unit.nameJa"), kind: "text", required: true },
      { name: "nameEn", label: t("items.unit.nameEn"), kind: "text", required: true },
    ],
    [t, code],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={code ? `${t("items.unit.title")} ${code}` : t("items.unit.new")}
      fields={fields}
      initial={code ? unit : { decimals: 0 }}
      submit={(body) =>
        code !== undefined && version !== undefined
          ? change.run({ params: { path: { code } }, body: { ...body, version } as never })
          : add.run({ body: body as never })
      }
      onDone={onClose}
    />
  );
}
