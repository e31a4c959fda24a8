import { Button, Group, Menu } from "@mantine/core";
import { MonthPickerInput } from "@mantine/dates";
import type { ReactNode } from "react";
import { DayField, Icon, todayInJapan, useDownload, useText } from "../platform/index.ts";
import { useAddressQuery } from "./address-query.ts";

const thisMonth = () => todayInJapan().slice(0, 7);

/** The months a report is about, as the address says; this month when it says nothing. */
export function useMonths(): { readonly from: string; readonly to: string } {
  const { query } = useAddressQuery();
  return { from: query["from"] ?? thisMonth(), to: query["to"] ?? query["from"] ?? thisMonth() };
}

/** A range that holds the month just chosen: when the other end lies on its wrong side, it is that month alone. */
function rangeOf(from: string, to: string, chosen: string): { from: string; to: string } {
  return from > to ? { from: chosen, to: chosen } : { from, to };
}

export function MonthRange() {
  const t = useText();
  const { change } = useAddressQuery();
  const { from, to } = useMonths();
  const pick = (label: string, value: string, set: (month: string) => void) => (
    <MonthPickerInput
      label={label}
      value={`${value}-01`}
      onChange={(day) => day && set(day.slice(0, 7))}
      valueFormat="YYYY/MM"
      w={140}
    />
  );
  return (
    <>
      {pick(t("accounting.trialBalance.from"), from, (month) => change(rangeOf(month, to, month)))}
      {pick(t("accounting.trialBalance.to"), to, (month) => change(rangeOf(from, month, month)))}
    </>
  );
}

/** The days a ledger is about; from the beginning of this month when the address says nothing. */
export function useDays(): { readonly postedOnFrom: string; readonly postedOnTo: string } {
  const { query } = useAddressQuery();
  const today = todayInJapan();
  return { postedOnFrom: query["postedOnFrom"] ?? `${today.slice(0, 7)}-01`, postedOnTo: query["postedOnTo"] ?? today };
}

export function DayRange() {
  const t = useText();
  const { change } = useAddressQuery();
  const { postedOnFrom, postedOnTo } = useDays();
  return (
    <>
      <DayField
        label={t("accounting.ledger.from")}
        value={postedOnFrom}
        onChange={(day) => day && change({ postedOnFrom: day })}
        w={170}
      />
      <DayField
        label={t("accounting.ledger.to")}
        value={postedOnTo}
        onChange={(day) => day && change({ postedOnTo: day })}
        w={170}
      />
    </>
  );
}

/** Print, and the report as a file. */
export function ReportButtons(props: { readonly path: string; readonly query: Record<string, string> }) {
  const t = useText();
  const { busy, download } = useDownload();
  const item = (label: string, more: Record<string, string>) => (
    <Menu.Item onClick={() => download(props.path, { ...props.query, ...more })}>{t(label)}</Menu.Item>
  );
  return (
    <>
      <Button variant="default" leftSection={<Icon name="print" size={14} />} onClick={() => window.print()}>
        {t("platform.document.print")}
      </Button>
      <Menu>
        <Menu.Target>
          <Button variant="default" loading={busy} leftSection={<Icon name="download" size={14} />}>
            {t("platform.list.export")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {item("platform.list.exportXlsx", { format: "xlsx" })}
          {item("platform.list.exportCsv", { format: "csv", encoding: "utf8" })}
          {item("platform.list.exportCsvSjis", { format: "csv", encoding: "shift_jis" })}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** The line above a report where its range is chosen. */
export function ReportBar({ children }: { readonly children: ReactNode }) {
  return (
    <Group mb="md" align="flex-end" className="no-print">
      {children}
    </Group>
  );
}
