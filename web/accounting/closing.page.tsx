import { Button, Group, Table } from "@mantine/core";
import { useMemo, useState } from "react";
import { MONTH_CLOSE_CODES } from "../../domain/accounting/index.ts";
import {
  Answered,
  type AnswerOf,
  answerOf,
  ConfirmDialog,
  client,
  Empty,
  FormDialog,
  type FormField,
  formatDate,
  formatMonth,
  formatYen,
  InstantText,
  PageHead,
  PageLink,
  type Preview,
  StateBadge,
  todayInJapan,
  useApi,
  useCan,
  useCommand,
  useLive,
  useLocale,
  useText,
} from "../platform/index.ts";
import { useAddressQuery } from "./address-query.ts";

type Periods = AnswerOf<"get", "/api/v1/periods">;
type Period = Periods["rows"][number];

/** 月次締め: the months of the books, and for one of them everything that is looked at before it closes. */
export function Page() {
  const t = useText();
  const periods = useApi("/api/v1/periods");
  useLive("accounting.period", () => void periods.refetch());
  return (
    <>
      <PageHead title={t("accounting.closing.title")} hint={t("accounting.closing.hint")} />
      <Answered answer={periods}>{(data) => <Months data={data} />}</Answered>
    </>
  );
}

function Months({ data }: { readonly data: Periods }) {
  const t = useText();
  const can = useCan();
  const locale = useLocale();
  const { query, change } = useAddressQuery();
  const newYear = useCommand("post", "/api/v1/fiscal-years", { success: t("accounting.closing.yearMade") });
  const open = data.rows.filter((row) => row.state === "open");
  // What is to be closed next: the newest month that is over, with the ones before it; else the first that is open.
  const chosen =
    data.rows.find((row) => row.month === query["month"]) ??
    open.findLast((row) => row.month < todayInJapan().slice(0, 7)) ??
    open[0];
  const makeYear = can("accounting.close") && (
    <Button
      variant="default"
      loading={newYear.busy}
      onClick={() => void newYear.run({ body: { year: data.nextYear } })}
    >
      {t("accounting.closing.newYear", { year: data.nextYear })}
    </Button>
  );
  if (!chosen)
    return <Empty title={t("accounting.closing.none")} hint={t("accounting.closing.noneHint")} action={makeYear} />;
  return (
    <div style={{ display: "flex", flexWrap: "wrap", gap: 28, alignItems: "flex-start" }}>
      <div style={{ flex: "0 1 330px" }}>
        <Table aria-label={t("accounting.closing.months")}>
          <Table.Tbody>
            {data.rows.map((row) => (
              <Table.Tr key={row.month} bg={row.month === chosen.month ? "var(--mantine-color-indigo-0)" : undefined}>
                <Table.Td>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-current={row.month === chosen.month ? "true" : undefined}
                    onClick={() => change({ month: row.month })}
                  >
                    {formatMonth(row.month, locale)}
                  </Button>
                </Table.Td>
                <Table.Td>
                  <StateBadge
                    tone={row.state === "closed" ? "done" : "active"}
                    label={t(`accounting.closing.${row.state}`)}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Group mt="sm">{makeYear}</Group>
      </div>
      <div style={{ flex: "1 1 480px" }}>
        <Month key={chosen.month} period={chosen} />
      </div>
    </div>
  );
}

function Month({ period }: { readonly period: Period }) {
  const t = useText();
  const can = useCan();
  const locale = useLocale();
  const { month } = period;
  const [asking, setAsking] = useState<"one" | "withEarlier" | null>(null);
  const [reopening, setReopening] = useState(false);
  const findings = useApi("/api/v1/periods/{month}/findings", { params: { path: { month } } });
  useLive(["accounting.", "invoice.", "payment.", "delivery."], () => void findings.refetch());
  const close = useCommand("post", "/api/v1/periods/{month}/close", {
    success: t("accounting.closing.closedNow", { month: formatMonth(month, locale) }),
  });
  const closeAll = useCommand("post", "/api/v1/periods/{month}/close-with-earlier", {
    success: t("accounting.closing.closedUpTo", { month: formatMonth(month, locale) }),
  });
  const blocks = findings.data?.findings.filter((one) => one.severity === "blocks") ?? [];
  const warnings = findings.data?.findings.filter((one) => one.severity === "warns") ?? [];
  const mayClose = period.canClose && findings.data !== undefined && blocks.length === 0;
  return (
    <>
      <Group justify="space-between" mb="sm">
        <h2 style={{ margin: 0, fontSize: 18 }}>
          {t("accounting.closing.month", {
            month: formatMonth(month, locale),
            from: formatDate(period.startsOn, locale),
            to: formatDate(period.endsOn, locale),
          })}
        </h2>
        {period.state === "open" && !period.canCloseWithEarlier && can("accounting.close") && (
          <Button disabled={!mayClose} loading={close.busy} onClick={() => setAsking("one")}>
            {t("accounting.closing.close")}
          </Button>
        )}
        {period.canCloseWithEarlier && can("accounting.close") && (
          <Button loading={closeAll.busy} onClick={() => setAsking("withEarlier")}>
            {t("accounting.closing.closeUpTo")}
          </Button>
        )}
        {period.canReopen && can("accounting.close") && (
          <Button variant="default" onClick={() => setReopening(true)}>
            {t("accounting.closing.reopen")}
          </Button>
        )}
      </Group>
      {period.closedAt && (
        <p className="quiet">
          {t("accounting.closing.closedBy", { name: period.closedBy ?? "–" })} <InstantText value={period.closedAt} />
        </p>
      )}
      <Answered answer={findings}>{({ findings: found }) => <Checklist found={found} />}</Answered>
      {asking === "withEarlier" && (
        <ConfirmDialog
          onClose={() => setAsking(null)}
          action={{
            id: "closeUpTo",
            label: t("accounting.closing.closeUpTo"),
            run: () => closeAll.run({ params: { path: { month } } }),
            confirm: {
              title: t("accounting.closing.closeUpToTitle", { month: formatMonth(month, locale) }),
              text: t("accounting.closing.closeUpToText"),
              preview: () => previewOfSeries(month, t, locale),
            },
          }}
        />
      )}
      {asking === "one" && (
        <ConfirmDialog
          onClose={() => setAsking(null)}
          action={{
            id: "close",
            label: t("accounting.closing.close"),
            run: () => close.run({ params: { path: { month } } }),
            confirm: {
              title: t("accounting.closing.closeTitle", { month: formatMonth(month, locale) }),
              text: t(warnings.length > 0 ? "accounting.closing.closeDespite" : "accounting.closing.closeText", {
                count: warnings.length,
              }),
            },
          }}
        />
      )}
      <ReopenDialog month={month} opened={reopening} onClose={() => setReopening(false)} />
    </>
  );
}

/** Each of the months with what its checks say; one that blocks keeps the button off. */
async function previewOfSeries(
  month: string,
  t: ReturnType<typeof useText>,
  locale: ReturnType<typeof useLocale>,
): Promise<Preview> {
  const { months } = answerOf(
    await client.GET("/api/v1/periods/{month}/earlier-findings", { params: { path: { month } } }),
  );
  const say = ({ code, values }: Finding) => t(`refusals.${code}`, withYen(values));
  const stopped = months.find((one) => one.findings.some(({ severity }) => severity === "blocks"));
  return {
    consequences: months.map(
      (one) => `${formatMonth(one.month, locale)}: ${one.findings.map(say).join(" ") || t("accounting.closing.fine")}`,
    ),
    ...(stopped && { obstacle: t("accounting.closing.stoppedBy", { month: formatMonth(stopped.month, locale) }) }),
  };
}

type Finding = AnswerOf<"get", "/api/v1/periods/{month}/findings">["findings"][number];

/** Every check with its result; what is not in order leads to the page that helps. */
function Checklist({ found }: { readonly found: readonly Finding[] }) {
  const t = useText();
  return (
    <Table aria-label={t("accounting.closing.checks")}>
      <Table.Tbody>
        {MONTH_CLOSE_CODES.map((code) => {
          const own = found.filter((one) => one.code === code);
          const worst = own.find((one) => one.severity === "blocks") ?? own[0];
          return (
            <Table.Tr key={code}>
              <Table.Td w={120}>
                <StateBadge
                  tone={!worst ? "done" : worst.severity === "blocks" ? "late" : "attention"}
                  label={t(
                    !worst
                      ? "accounting.closing.fine"
                      : worst.severity === "blocks"
                        ? "accounting.closing.blocks"
                        : "accounting.closing.warns",
                  )}
                />
              </Table.Td>
              <Table.Td>
                <strong>{t(`accounting.check.${code}`)}</strong>
                {own.map((one, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: findings of one check have no name of their own
                  <div key={i}>{t(`refusals.${code}`, withYen(one.values))}</div>
                ))}
              </Table.Td>
              <Table.Td ta="right" w={110}>
                {[...new Set(own.flatMap((one) => one.to ?? []))].slice(0, 1).map((to) => (
                  <PageLink key={to} to={to}>
                    {t("accounting.closing.look")}
                  </PageLink>
                ))}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** Amounts of a finding as books write them. */
function withYen(values: Finding["values"]): Finding["values"] {
  const amounts = new Set(["difference", "amount", "balance"]);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, amounts.has(name) ? formatYen(String(value)) : value]),
  );
}

function ReopenDialog(props: { readonly month: string; readonly opened: boolean; readonly onClose: () => void }) {
  const t = useText();
  const locale = useLocale();
  const reopen = useCommand("post", "/api/v1/periods/{month}/reopen", {
    success: t("accounting.closing.reopened"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [{ name: "reason", label: t("accounting.reason"), kind: "note", required: true, maxLength: 400, span: 2 }],
    [t],
  );
  return (
    <FormDialog
      opened={props.opened}
      onClose={props.onClose}
      title={t("accounting.closing.reopenTitle", { month: formatMonth(props.month, locale) })}
      fields={fields}
      columns={1}
      submitLabel={t("accounting.closing.reopen")}
      submit={({ reason }) =>
        reopen.run({ params: { path: { month: props.month } }, body: { reason: String(reason) } })
      }
      onDone={props.onClose}
    >
      <p>{t("accounting.closing.reopenText")}</p>
    </FormDialog>
  );
}
