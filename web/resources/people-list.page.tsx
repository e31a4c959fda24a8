import { useMemo, useState } from "react";
import {
  type AnswerOf,
  FormDialog,
  type FormField,
  InstantText,
  ListPage,
  StateBadge,
  useCan,
  useCommand,
  useText,
  withTexts,
} from "../platform/index.ts";

type Person = AnswerOf<"get", "/api/v1/floor-people">["rows"][number];

/** People who report work on a shared tablet, each with a PIN of their own. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [edited, setEdited] = useState<Partial<Person> | null>(null);
  const label = (name: string) => t(`resources.person.${name}`);
  return (
    <>
      <ListPage
        id="resources.people"
        title={t("resources.people.title")}
        path="/api/v1/floor-people"
        live="resources.floor_person"
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowTone={(row) => (row.isActive ? undefined : "quiet")}
        {...(can("resources.write") && { onOpen: setEdited })}
        columns={[
          { id: "code", header: label("code"), cell: (row) => row.code, sort: true, pinned: true, width: 140 },
          { id: "name", header: label("name"), cell: (row) => row.name, sort: true, width: 220 },
          { id: "kana", header: label("kana"), cell: (row) => row.kana, sort: true, width: 240 },
          {
            id: "state",
            header: label("state"),
            cell: (row) =>
              row.isLocked ? (
                <>
                  <StateBadge tone="attention" label={t("resources.person.locked")} />{" "}
                  <InstantText value={row.lockedUntil} />
                </>
              ) : (
                <StateBadge
                  tone={row.isActive ? "active" : "stopped"}
                  label={t(row.isActive ? "resources.inUse" : "resources.closed")}
                />
              ),
          },
        ]}
        views={[
          { id: "active", label: t("resources.inUse"), filters: { isActive: "true" } },
          { id: "all", label: t("platform.all"), filters: {} },
        ]}
        create={{ label: t("resources.person.new"), onClick: () => setEdited({}), permission: "resources.write" }}
        formPath="/api/v1/floor-people/export"
        importTo="resources/people/import"
        importPermission="resources.write"
        empty={{ title: t("resources.people.none"), hint: t("resources.people.noneHint") }}
      />
      {edited && <PersonDialog person={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function PersonDialog({ person, onClose }: { readonly person: Partial<Person>; readonly onClose: () => void }) {
  const t = useText();
  const success = t("resources.person.saved");
  const add = useCommand("post", "/api/v1/floor-people", { success, placesRefusals: true });
  const change = useCommand("put", "/api/v1/floor-people/{id}", { success, placesRefusals: true });
  const { id, version } = person;
  const fields = useMemo<FormField[]>(() => {
    const label = (name: string) => t(`resources.person.${name}`);
    return [
      { name: "code", label: label("code"), kind: "code", required: true },
      { name: "name", label: label("name"), kind: "text", required: true },
      { name: "kana", label: label("kana"), kind: "text" },
      {
        name: "pin",
        label: label("pin"),
        kind: "password",
        required: id === undefined,
        hint: label(id ? "pinHint" : "pinNewHint"),
      },
      { name: "isActive", label: t("resources.inUse"), kind: "switch" },
    ];
  }, [t, id]);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={id ? `${t("resources.person.title")} ${person.code}` : t("resources.person.new")}
      fields={fields}
      initial={id ? person : { isActive: true }}
      submit={(body) => {
        const sent = withTexts(fields, body);
        return id && version !== undefined
          ? change.run({ params: { path: { id } }, body: { ...sent, version } as never })
          : add.run({ body: sent as never });
      }}
      onDone={onClose}
    />
  );
}
