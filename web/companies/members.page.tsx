import { Button, Group, Text, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  Answered,
  type AnswerOf,
  type Column,
  DataTable,
  DateText,
  Empty,
  FormDialog,
  type FormField,
  PageHead,
  StateBadge,
  type Translate,
  todayInJapan,
  useApi,
  useCan,
  useCommand,
  useDownload,
  useGo,
  useText,
} from "../platform/index.ts";

type Member = AnswerOf<"get", "/api/v1/members">["rows"][number];
type Mandate = AnswerOf<"get", "/api/v1/mandates">["rows"][number];
const ROLES = [
  "president",
  "sales",
  "production",
  "purchasing",
  "warehouse",
  "floor",
  "finance",
  "secretariat",
  "admin",
];

/** Who may act for the company: its people, and people of others by mandate. */
export function Page() {
  const t = useText();
  const can = useCan();
  const go = useGo();
  const files = useDownload();
  const mayWrite = can("companies.members");
  const members = useApi("/api/v1/members");
  const mandates = useApi("/api/v1/mandates");
  const [member, setMember] = useState<Partial<Member> | null>(null);
  const [isGiving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Mandate | null>(null);
  return (
    <>
      <PageHead title={t("companies.members.title")}>
        {mayWrite && (
          <>
            <Button variant="default" onClick={() => go("settings/members/import")}>
              {t("platform.list.import")}
            </Button>
            <Button
              variant="default"
              disabled={files.busy}
              onClick={() => files.download("/api/v1/members/export", { format: "xlsx" })}
            >
              {t("platform.list.export")}
            </Button>
            <Button onClick={() => setMember({})}>{t("companies.members.add")}</Button>
          </>
        )}
      </PageHead>
      <Answered answer={members}>
        {({ rows }) => (
          <DataTable
            label={t("companies.members.title")}
            inline
            rows={rows}
            rowId={(row) => row.userId}
            rowName={(row) => row.name}
            columns={memberColumns(t, mayWrite ? setMember : undefined)}
          />
        )}
      </Answered>
      <Group justify="space-between" mt="xl" mb={6}>
        <Title order={2}>{t("companies.mandates.title")}</Title>
        {mayWrite && (
          <Button variant="default" onClick={() => setGiving(true)}>
            {t("companies.mandates.give")}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t("companies.mandates.explained")}
      </Text>
      <Answered answer={mandates}>
        {({ rows }) => (
          <DataTable
            label={t("companies.mandates.title")}
            inline
            rows={rows}
            rowId={(row) => row.id}
            rowName={(row) => row.name}
            columns={mandateColumns(t, mayWrite ? setEnding : undefined)}
            empty={<Empty title={t("companies.mandates.none")} hint={t("companies.mandates.noneHint")} />}
          />
        )}
      </Answered>
      {member && <MemberDialog member={member} onClose={() => setMember(null)} />}
      <MandateDialog opened={isGiving} onClose={() => setGiving(false)} />
      {ending && <EndDialog mandate={ending} onClose={() => setEnding(null)} />}
    </>
  );
}

const rolesText = (t: Translate, roles: readonly string[]) =>
  roles.map((role) => t(`companies.role.${role}`)).join(t("companies.listComma"));

/** In force from a day on; `endsOn` is the first day without access. */
function Access({ from, endsOn }: { readonly from: string; readonly endsOn: string | null }) {
  const t = useText();
  const today = todayInJapan();
  if (endsOn !== null && endsOn <= today) return <StateBadge tone="stopped" label={t("companies.members.ended")} />;
  if (from > today) return <StateBadge tone="waiting" label={t("companies.members.notYet")} />;
  return <StateBadge tone="active" label={t("companies.members.active")} />;
}

function memberColumns(t: Translate, edit: ((member: Member) => void) | undefined): Column<Member>[] {
  return [
    {
      id: "name",
      header: t("companies.members.name"),
      cell: (row) => (row.isSelf ? `${row.name} ${t("companies.members.self")}` : row.name),
      width: 200,
    },
    ...(edit
      ? [
          {
            id: "edit",
            header: "",
            width: 90,
            cell: (row: Member) => (
              <Button size="compact-sm" variant="default" onClick={() => edit(row)}>
                {t("companies.members.edit")}
              </Button>
            ),
          },
        ]
      : []),
    { id: "email", header: t("companies.login.email"), cell: (row) => row.email, width: 240 },
    { id: "roles", header: t("companies.members.roles"), cell: (row) => rolesText(t, row.roles), width: 300 },
    {
      id: "state",
      header: t("companies.members.state"),
      cell: (row) => <Access from={row.validFrom} endsOn={row.endsOn} />,
      width: 130,
    },
    {
      id: "endsOn",
      header: t("companies.members.endsOn"),
      cell: (row) => (row.endsOn ? <DateText value={row.endsOn} /> : "–"),
      width: 150,
    },
  ];
}

function mandateColumns(t: Translate, end: ((mandate: Mandate) => void) | undefined): Column<Mandate>[] {
  return [
    { id: "name", header: t("companies.members.name"), cell: (row) => row.name, width: 180 },
    ...(end
      ? [
          {
            id: "end",
            header: "",
            width: 90,
            cell: (row: Mandate) =>
              row.endsOn !== null && row.endsOn <= todayInJapan() ? null : (
                <Button size="compact-sm" variant="default" onClick={() => end(row)}>
                  {t("companies.mandates.end")}
                </Button>
              ),
          },
        ]
      : []),
    { id: "email", header: t("companies.login.email"), cell: (row) => row.email, width: 220 },
    { id: "purpose", header: t("companies.mandates.purpose"), cell: (row) => row.purpose, width: 200 },
    { id: "roles", header: t("companies.members.roles"), cell: (row) => rolesText(t, row.roles), width: 180 },
    {
      id: "state",
      header: t("companies.members.state"),
      cell: (row) => <Access from={row.validFrom} endsOn={row.endsOn} />,
      width: 120,
    },
    {
      id: "validFrom",
      header: t("companies.mandates.validFrom"),
      cell: (row) => <DateText value={row.validFrom} />,
      width: 140,
    },
    {
      id: "endsOn",
      header: t("companies.members.endsOn"),
      cell: (row) => (row.endsOn ? <DateText value={row.endsOn} /> : "–"),
      width: 140,
    },
  ];
}

function roleField(t: Translate): FormField {
  return {
    name: "roles",
    label: t("companies.members.roles"),
    kind: "choices",
    required: true,
    options: ROLES.map((value) => ({ value, label: t(`companies.role.${value}`) })),
    span: 2,
  };
}

function MemberDialog({ member, onClose }: { readonly member: Partial<Member>; readonly onClose: () => void }) {
  const t = useText();
  const save = useCommand("put", "/api/v1/members", { success: t("companies.members.saved"), placesRefusals: true });
  const isNew = member.userId === undefined;
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "email",
        label: t("companies.login.email"),
        kind: "email",
        required: true,
        readOnly: !isNew,
        hint: t("companies.members.emailHint"),
        span: 2,
      },
      roleField(t),
      { name: "endsOn", label: t("companies.members.endsOn"), kind: "date", hint: t("companies.members.endsOnHint") },
    ],
    [t, isNew],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={isNew ? t("companies.members.add") : t("companies.members.editOf", { name: member.name ?? "" })}
      fields={fields}
      initial={member}
      submit={(body) => save.run({ body: body as never })}
      onDone={onClose}
    />
  );
}

function MandateDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useText();
  const give = useCommand("post", "/api/v1/mandates", { success: t("companies.mandates.given"), placesRefusals: true });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "email", label: t("companies.login.email"), kind: "email", required: true, span: 2 },
      { name: "purpose", label: t("companies.mandates.purpose"), kind: "text", required: true, span: 2 },
      roleField(t),
      { name: "validFrom", label: t("companies.mandates.validFrom"), kind: "date", required: true },
      { name: "endsOn", label: t("companies.members.endsOn"), kind: "date", hint: t("companies.members.endsOnHint") },
    ],
    [t],
  );
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t("companies.mandates.give")}
      fields={fields}
      initial={{ validFrom: todayInJapan() }}
      submit={(body) => give.run({ body: body as never })}
      onDone={onClose}
    />
  );
}

function EndDialog({ mandate, onClose }: { readonly mandate: Mandate; readonly onClose: () => void }) {
  const t = useText();
  const end = useCommand("post", "/api/v1/mandates/{id}/end", {
    success: t("companies.mandates.ended"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "endsOn",
        label: t("companies.members.endsOn"),
        kind: "date",
        required: true,
        hint: t("companies.members.endsOnHint"),
      },
    ],
    [t],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      columns={1}
      title={t("companies.mandates.endOf", { name: mandate.name })}
      fields={fields}
      initial={{ endsOn: todayInJapan() }}
      submitLabel={t("companies.mandates.end")}
      submit={(body) => end.run({ params: { path: { id: mandate.id } }, body: { endsOn: String(body["endsOn"]) } })}
      onDone={onClose}
    />
  );
}
