import { ActionIcon, Button, Group, Menu, Text } from "@mantine/core";
import { useState } from "react";
import { EXCEPTION_OWNERS, PLAN_EXCEPTION_KINDS } from "../../domain/planning/index.ts";
import {
  DateText,
  formatDate,
  Icon,
  ListPage,
  PageLink,
  StateBadge,
  todayInJapan,
  useCan,
  useCommand,
  useGo,
  useLocale,
  useText,
} from "../platform/index.ts";
import { AsideDialog } from "./aside-dialog.tsx";
import {
  type Ask,
  customersToTell,
  documentPage,
  exceptionAction,
  exceptionText,
  horizonFor,
  isApplied,
  keyOf,
  needText,
  type PlanException,
  remedyLabel,
  remedyPermission,
  TONES,
} from "./exception-words.ts";
import { RemedyDialog } from "./remedy-dialog.tsx";
import { RunBar, RunButton, RunDialog } from "./run-bar.tsx";
import { orderPage, RecordLink, recordName } from "./words.tsx";

/** What the person is about to do with which exceptions. */
type Doing = { readonly clear?: (rows?: readonly PlanException[]) => void } & (
  | { readonly what: "remedy"; readonly asks: readonly Ask[] }
  | { readonly what: "aside" | "horizon"; readonly rows: readonly PlanException[] }
);
/** Kinds of change that may make an exception come, go or come back. */
const LIVE = [
  "planning.run",
  "planning.order",
  "planning.exception",
  "trade.changeProposed",
  "trade.changeDeclined",
  "trade.changeCountered",
  "trade.changeExpired",
];

/** The exception inbox: what the plan wants somebody to look at, whose it is, why, and the button that settles it. */
export function Page() {
  const t = useText();
  const can = useCan();
  const locale = useLocale();
  const [doing, setDoing] = useState<Doing | null>(null);
  const takeBack = useCommand("post", "/api/v1/plan-exceptions/take-back", {
    success: (done) => t("planning.aside.takenBack", { count: done.count }),
  });
  const end = () => {
    doing?.clear?.();
    setDoing(null);
  };
  return (
    <>
      <ListPage
        id="planning.exceptions"
        title={t("planning.exceptions.title")}
        path="/api/v1/plan-exceptions"
        live={LIVE}
        rowId={(row) => `${row.runId}/${row.seq}`}
        rowName={(row) => exceptionText(t, locale, row)}
        columns={[
          {
            id: "kind",
            header: t("planning.exception.kind"),
            cell: (row) => (
              <StateBadge tone={TONES[row.kind] ?? "attention"} label={t(`planning.exception.${row.kind}.name`)} />
            ),
            sort: true,
            width: 132,
          },
          { id: "text", header: t("planning.exception.text"), cell: (row) => <Reason row={row} />, width: 350 },
          {
            id: "action",
            header: t("planning.exception.action"),
            cell: (row) => <Actions row={row} onDo={setDoing} onTakeBack={() => void takeBack.run(backOf([row]))} />,
            width: 222,
          },
          {
            id: "itemCode",
            header: t("planning.item.code"),
            cell: (row) => <PageLink to={`planning/items/${row.itemId}`}>{row.itemCode}</PageLink>,
            sort: true,
            width: 140,
          },
          {
            id: "owner",
            header: t("planning.exception.owner"),
            cell: (row) => t(`planning.owner.${row.owner}`),
            width: 84,
          },
          {
            id: "onDate",
            header: t("planning.exception.onDate"),
            cell: (row) => <DateText value={row.onDate} />,
            sort: true,
            width: 118,
          },
        ]}
        views={[
          { id: "mine", label: t("planning.exceptions.mine"), filters: {} },
          { id: "all", label: t("platform.all"), filters: { owner: "all" } },
          { id: "aside", label: t("planning.exceptions.aside"), filters: { owner: "all", show: "aside" } },
          { id: "applied", label: t("planning.exceptions.applied"), filters: { owner: "all", show: "applied" } },
        ]}
        filters={[
          {
            id: "owner",
            label: t("planning.exception.owner"),
            kind: "choice",
            options: [
              ...EXCEPTION_OWNERS.map((value) => ({ value, label: t(`planning.owner.${value}`) })),
              { value: "all", label: t("platform.all") },
            ],
          },
          {
            id: "kind",
            label: t("planning.exception.kind"),
            kind: "choice",
            options: PLAN_EXCEPTION_KINDS.map((value) => ({ value, label: t(`planning.exception.${value}.name`) })),
          },
        ]}
        bulk={[
          {
            id: "remedy",
            label: t("planning.remedy.together"),
            refuse: (rows) => {
              const [first] = rows;
              const isSame = rows.every((row) => row.remedy?.kind === first!.remedy?.kind);
              if (!isSame || !rows.every(isApplied)) return t("planning.remedy.onlySame");
              return rows.every((row) => can(remedyPermission(row))) ? null : t("planning.remedy.notYours");
            },
            run: (rows, clear) => setDoing({ what: "remedy", asks: rows.map((row) => ({ row })), clear }),
          },
          {
            id: "aside",
            label: t("planning.aside.label"),
            run: (rows, clear) => setDoing({ what: "aside", rows, clear }),
          },
          {
            id: "takeBack",
            label: t("planning.aside.takeBack"),
            refuse: (rows) => (rows.every((row) => row.care?.state === "aside") ? null : t("planning.aside.onlyAside")),
            run: (rows, clear) => void takeBack.run(backOf(rows)).then((done) => done?.ok && clear()),
          },
        ]}
        actions={<RunButton />}
        above={<RunBar />}
        empty={{ title: t("planning.exceptions.none"), hint: t("planning.exceptions.noneHint") }}
      />
      {doing?.what === "remedy" && (
        <RemedyDialog
          asks={doing.asks}
          onClose={() => setDoing(null)}
          onDone={(made) => {
            // What was refused stays selected.
            doing.clear?.(made.map(({ row }) => row));
            setDoing(null);
          }}
        />
      )}
      {doing?.what === "aside" && <AsideDialog rows={doing.rows} onClose={() => setDoing(null)} onDone={end} />}
      {doing?.what === "horizon" && (
        <RunDialog opened horizonDays={horizonFor(todayInJapan(), doing.rows[0]!.onDate)} onClose={end} />
      )}
    </>
  );
}

const backOf = (rows: readonly PlanException[]) => ({ body: { exceptions: rows.map(keyOf) } });

/** What is wrong, whose need it endangers, and what was done about it. */
function Reason({ row }: { readonly row: PlanException }) {
  const t = useText();
  const locale = useLocale();
  const need = needText(t, locale, row);
  const { care } = row;
  return (
    <div style={{ whiteSpace: "normal" }}>
      {exceptionText(t, locale, row)}
      {need && (
        <p className="quiet" style={{ margin: 0 }}>
          {need[0]}
          <RecordLink record={row.need!} />
          {need[1]}
        </p>
      )}
      {row.customers
        .filter(({ isAsked }) => isAsked)
        .map((customer) => (
          <Text size="xs" c="teal.9" key={`${customer.id} ${customer.line}`}>
            {t("planning.need.isAsked", { need: recordName(t, customer) })}
          </Text>
        ))}
      {care?.state === "aside" && (
        <Text size="xs" c="indigo.8">
          {t("planning.aside.note", { date: formatDate(care.untilOn, locale), reason: care.reason, by: care.by })}
        </Text>
      )}
      {care?.state === "applied" && (
        <Text size="xs" c="teal.9">
          {t("planning.remedy.note", { by: care.by })} <CareLink row={row} />
        </Text>
      )}
    </div>
  );
}

/** What a remedy made or changed; a planned order is known by its number. */
function CareLink({ row: { runId, subject, care } }: { readonly row: PlanException }) {
  if (!care || care.documentNumber === "") return null;
  if (care.documentId)
    return <PageLink to={documentPage(care, subject?.kind === "sales" ? "S" : "B")}>{care.documentNumber}</PageLink>;
  return subject && "seq" in subject ? (
    <PageLink to={orderPage({ runId, seq: subject.seq })}>{care.documentNumber}</PageLink>
  ) : null;
}

/** The remedy as a button; what else one may do behind the dots. */
function Actions({
  row,
  onDo,
  onTakeBack,
}: {
  readonly row: PlanException;
  readonly onDo: (doing: Doing) => void;
  readonly onTakeBack: () => void;
}) {
  const t = useText();
  const can = useCan();
  const go = useGo();
  const locale = useLocale();
  const { to, label } = exceptionAction(row);
  const mayApply = row.remedy !== null && can(remedyPermission(row)) && row.care?.state !== "applied";
  const isPage = row.remedy?.kind === "complete_bill_of_material";
  const waiting = can("sales.confirm") ? customersToTell(row) : [];
  const tell = { label: t("planning.remedy.tellCustomers"), run: () => onDo({ what: "remedy", asks: waiting }) };
  return (
    <Group gap={6} wrap="nowrap" justify="space-between">
      {mayApply && !isPage ? (
        <Button
          size="compact-sm"
          variant="light"
          onClick={() =>
            onDo(
              row.remedy!.kind === "plan_longer"
                ? { what: "horizon", rows: [row] }
                : { what: "remedy", asks: [{ row }] },
            )
          }
        >
          {remedyLabel(t, locale, row)}
        </Button>
      ) : waiting.length > 0 ? (
        <Button size="compact-sm" variant="light" onClick={tell.run}>
          {tell.label}
        </Button>
      ) : (
        <PageLink to={to}>{t(label)}</PageLink>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t("planning.exception.more", { item: row.itemCode })}>
            <Icon name="dots" size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayApply && waiting.length > 0 && <Menu.Item onClick={tell.run}>{tell.label}</Menu.Item>}
          <Menu.Item onClick={() => go(to)}>{t(label)}</Menu.Item>
          <Menu.Item onClick={() => go(`planning/items/${row.itemId}`)}>{t("planning.action.timeline")}</Menu.Item>
          {row.care?.state === "aside" ? (
            <Menu.Item onClick={onTakeBack}>{t("planning.aside.takeBack")}</Menu.Item>
          ) : (
            <Menu.Item onClick={() => onDo({ what: "aside", rows: [row] })}>{t("planning.aside.label")}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
