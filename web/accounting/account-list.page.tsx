import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import { ACCOUNT_TYPES, STATEMENT_SECTIONS } from "../../domain/accounting/index.ts";
import {
  type AnswerOf,
  FormDialog,
  type FormField,
  ListPage,
  PageLink,
  StateBadge,
  useCan,
  useCommand,
  useLocale,
  useText,
} from "../platform/index.ts";

type Account = AnswerOf<"get", "/api/v1/accounts">["rows"][number];

/** 勘定科目: the chart, by class, with what posting rules use each account for. */
export function Page() {
  const t = useText();
  const can = useCan();
  const locale = useLocale();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Account | null>(null);
  return (
    <>
      <ListPage
        id="accounting.accounts"
        title={t("accounting.accounts.title")}
        path="/api/v1/accounts"
        live="accounting.account"
        rowId={(row) => row.id}
        rowName={(row) => `${row.code} ${row.nameJa}`}
        onOpen={(row) => can("accounting.write") && setChanging(row)}
        rowTone={(row) => (row.isActive ? undefined : "quiet")}
        create={{ label: t("accounting.account.new"), onClick: () => setAdding(true), permission: "accounting.write" }}
        actions={
          <>
            <Button variant="default" component={PageLink} to="accounting/accounts/roles" className="">
              {t("accounting.roles.title")}
            </Button>
            {can("accounting.write") && (
              <Button variant="default" component={PageLink} to="accounting/journal/new?opening=1" className="">
                {t("accounting.opening.title")}
              </Button>
            )}
          </>
        }
        formPath="/api/v1/accounts/export"
        importTo="accounting/accounts/import"
        importPermission="accounting.write"
        views={[
          { id: "all", label: t("platform.all"), filters: {} },
          ...ACCOUNT_TYPES.map((type) => ({ id: type, label: t(`accounting.type.${type}`), filters: { type } })),
        ]}
        filters={[
          {
            id: "isActive",
            label: t("accounting.account.use"),
            kind: "choice",
            options: [
              { value: "true", label: t("accounting.account.active") },
              { value: "false", label: t("accounting.account.inactive") },
            ],
          },
        ]}
        columns={[
          {
            id: "code",
            header: t("accounting.account.code"),
            cell: (row) => row.code,
            sort: true,
            pinned: true,
            width: 100,
          },
          {
            id: "name",
            header: t("accounting.account.name"),
            cell: (row) => (locale === "en" && row.nameEn) || row.nameJa,
            sort: "nameJa",
            width: 230,
          },
          {
            id: "type",
            header: t("accounting.account.type"),
            cell: (row) => t(`accounting.type.${row.type}`),
            width: 90,
          },
          {
            id: "section",
            header: t("accounting.account.section"),
            cell: (row) => t(`accounting.section.${row.section}`),
            width: 190,
          },
          {
            id: "normalSide",
            header: t("accounting.account.side"),
            cell: (row) => t(`accounting.entry.${row.normalSide}`),
            width: 80,
          },
          {
            id: "roles",
            header: t("accounting.account.roles"),
            cell: (row) => row.roles.map((role) => t(`accounting.role.${role}`)).join("、"),
            width: 240,
          },
          {
            id: "use",
            header: t("accounting.account.use"),
            cell: (row) =>
              row.isActive ? (
                t("accounting.account.active")
              ) : (
                <StateBadge tone="stopped" label={t("accounting.account.inactive")} />
              ),
            width: 110,
          },
          {
            id: "ledger",
            header: t("accounting.ledger.title"),
            cell: (row) => (
              <PageLink to={`accounting/ledger?accountCode=${row.code}`}>{t("accounting.account.ledger")}</PageLink>
            ),
            width: 110,
          },
        ]}
        empty={{ title: t("accounting.accounts.none"), hint: t("accounting.accounts.noneHint") }}
      />
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {changing && <ChangeDialog account={changing} onClose={() => setChanging(null)} key={changing.id} />}
    </>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const add = useCommand("post", "/api/v1/accounts", { success: t("accounting.account.added"), placesRefusals: true });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "code", label: t("accounting.account.code"), kind: "code", required: true },
      { name: "nameJa", label: t("accounting.account.name"), kind: "text", required: true, maxLength: 200 },
      { name: "nameEn", label: t("accounting.account.nameEn"), kind: "text", maxLength: 200 },
      { name: "kana", label: t("accounting.account.kana"), kind: "text", maxLength: 200 },
      {
        name: "type",
        label: t("accounting.account.type"),
        kind: "choice",
        required: true,
        options: ACCOUNT_TYPES.map((value) => ({ value, label: t(`accounting.type.${value}`) })),
      },
      {
        name: "section",
        label: t("accounting.account.section"),
        kind: "choice",
        required: true,
        options: STATEMENT_SECTIONS.map((value) => ({ value, label: t(`accounting.section.${value}`) })),
      },
      {
        name: "normalSide",
        label: t("accounting.account.side"),
        kind: "choice",
        required: true,
        options: (["debit", "credit"] as const).map((value) => ({ value, label: t(`accounting.entry.${value}`) })),
      },
      { name: "etaxCode", label: t("accounting.account.etax"), kind: "code", maxLength: 20 },
    ],
    [t],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("accounting.account.new")}
      fields={fields}
      submit={(body) => add.run({ body: withoutNothing(body) as never })}
      onDone={onClose}
    />
  );
}

function ChangeDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const t = useText();
  const change = useCommand("put", "/api/v1/accounts/{id}", {
    success: t("accounting.account.changed"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      { name: "code", label: t("accounting.account.code"), kind: "code", required: true },
      { name: "nameJa", label: t("accounting.account.name"), kind: "text", required: true, maxLength: 200 },
      { name: "nameEn", label: t("accounting.account.nameEn"), kind: "text", maxLength: 200 },
      { name: "kana", label: t("accounting.account.kana"), kind: "text", maxLength: 200 },
      { name: "etaxCode", label: t("accounting.account.etax"), kind: "code", maxLength: 20 },
      {
        name: "isActive",
        label: t("accounting.account.active"),
        hint: t("accounting.account.activeHint"),
        kind: "switch",
      },
    ],
    [t],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={`${account.code} ${account.nameJa}`}
      fields={fields}
      initial={account}
      submit={(body) =>
        change.run({
          params: { path: { id: account.id } },
          body: { ...withoutNothing(body), version: account.version } as never,
        })
      }
      onDone={onClose}
    />
  );
}

/** Optional texts of an account are empty, not absent. */
function withoutNothing(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, value ?? ""]));
}
