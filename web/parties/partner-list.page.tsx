import { ListPage, StateBadge, useText } from "../platform/index.ts";

/** Customers and suppliers, in the order of their reading. */
export function Page() {
  const t = useText();
  const label = (name: string) => t(`parties.partner.${name}`);
  return (
    <ListPage
      id="parties.partners"
      title={t("parties.partners.title")}
      path="/api/v1/partners"
      live="parties."
      rowId={(row) => row.id}
      rowName={(row) => row.name}
      rowTo={(row) => `parties/partners/${row.id}`}
      rowTone={(row) => (row.isActive ? undefined : "quiet")}
      searchHint={t("parties.partners.searchHint")}
      columns={[
        { id: "code", header: label("code"), cell: (row) => row.code, sort: true, pinned: true, width: 120 },
        { id: "name", header: label("name"), cell: (row) => row.name, sort: true, width: 260 },
        { id: "kana", header: label("kana"), cell: (row) => row.kana, sort: true },
        {
          id: "roles",
          header: t("parties.partners.roles"),
          cell: (row) =>
            [row.isCustomer && label("isCustomer"), row.isSupplier && label("isSupplier")].filter(Boolean).join("・"),
          width: 130,
        },
        {
          id: "terms",
          header: t("parties.partners.terms"),
          cell: (row) =>
            t("parties.terms.short", {
              closing: dayText(t, row.closingDay),
              month: t(`parties.paymentMonth.${row.paymentMonthOffset}`),
              payment: dayText(t, row.paymentDay),
            }),
          width: 210,
        },
        {
          id: "registrationNumber",
          header: label("registrationNumber"),
          cell: (row) => row.registrationNumber ?? "–",
          width: 150,
        },
        { id: "contactName", header: label("contactName"), cell: (row) => row.contactName, hidden: true },
        { id: "phone", header: label("phone"), cell: (row) => row.phone, hidden: true },
        {
          id: "state",
          header: t("parties.partners.state"),
          cell: (row) => (
            <StateBadge
              tone={row.isLinked ? "active" : row.isActive ? "draft" : "stopped"}
              label={t(
                row.isLinked ? "parties.state.linked" : row.isActive ? "parties.state.own" : "parties.state.closed",
              )}
            />
          ),
          width: 120,
        },
      ]}
      views={[
        { id: "all", label: t("platform.all"), filters: {} },
        { id: "customers", label: label("isCustomer"), filters: { role: "customer" } },
        { id: "suppliers", label: label("isSupplier"), filters: { role: "supplier" } },
        { id: "linked", label: t("parties.state.linked"), filters: { isLinked: "true" } },
      ]}
      create={{ label: t("parties.partner.new"), to: "parties/partners/new", permission: "parties.write" }}
      formPath="/api/v1/partners/export"
      importTo="parties/partners/import"
      importPermission="parties.write"
      empty={{ title: t("parties.partners.none"), hint: t("parties.partners.noneHint") }}
    />
  );
}

/** 31 is the month's end. */
function dayText(t: ReturnType<typeof useText>, day: number): string {
  return day === 31 ? t("parties.terms.monthEnd") : t("parties.terms.day", { day });
}
