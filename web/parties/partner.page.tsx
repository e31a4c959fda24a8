import { Alert, List } from "@mantine/core";
import { useMemo, useState } from "react";
import { HistoryPanel } from "../companies/index.ts";
import {
  type AnswerOf,
  DateText,
  DocumentPage,
  FactList,
  FormDialog,
  Icon,
  Money,
  PageLink,
  StateBadge,
  type Translate,
  useApi,
  useCan,
  useCommand,
  usePathParams,
  useText,
} from "../platform/index.ts";
import { partnerBody, partnerFields } from "./partner-fields.ts";
import { BankAccountGrid, SiteGrid } from "./partner-parts.tsx";

type Partner = AnswerOf<"get", "/api/v1/partners/{id}">;

/** One partner: terms, sites, accounts, and whether it is linked. */
export function Page() {
  const t = useText();
  const can = useCan();
  const id = usePathParams()["partnerId"] ?? "";
  const answer = useApi("/api/v1/partners/{id}", { params: { path: { id } } });
  const [editing, setEditing] = useState(false);
  const fields = useMemo(() => partnerFields(t), [t]);
  const save = useCommand("put", "/api/v1/partners/{id}", {
    success: t("parties.partner.saved"),
    placesRefusals: true,
  });
  const partner = answer.data;
  return (
    <>
      <DocumentPage
        answer={answer}
        live="parties."
        view={(partner) => ({
          kind: t("parties.partner.title"),
          number: partner.code,
          partner: partner.name,
          state: (
            <StateBadge
              size="lg"
              tone={partner.linkedCompanyId ? "active" : partner.isActive ? "draft" : "stopped"}
              label={t(
                partner.linkedCompanyId
                  ? "parties.state.linked"
                  : partner.isActive
                    ? "parties.state.own"
                    : "parties.state.closed",
              )}
            />
          ),
          facts: [
            {
              label: t("parties.partners.roles"),
              value: [
                partner.isCustomer && t("parties.partner.isCustomer"),
                partner.isSupplier && t("parties.partner.isSupplier"),
              ]
                .filter(Boolean)
                .join("・"),
            },
            { label: t("parties.partner.registrationNumber"), value: partner.registrationNumber ?? "–" },
            { label: t("parties.partners.terms"), value: termsText(t, partner) },
          ],
          notes: partner.warnings.length > 0 && <Warnings partner={partner} />,
          primary: {
            id: "edit",
            label: t("parties.partner.edit"),
            icon: "edit",
            permission: "parties.write",
            run: () => setEditing(true),
          },
          tabs: [
            { id: "card", label: t("parties.partner.card"), body: <Card partner={partner} /> },
            {
              id: "sites",
              label: t("parties.partner.sites"),
              body: <SiteGrid key={partner.version} partner={partner} />,
            },
            {
              id: "accounts",
              label: t("parties.partner.bankAccounts"),
              body: <BankAccountGrid key={partner.version} partner={partner} />,
            },
          ],
          side: [
            {
              id: "link",
              title: t("parties.links.one"),
              body: partner.linkedCompanyId ? (
                <>
                  {t("parties.link.since")} <DateText value={partner.linkedOn} />
                  {can("trade.bills") && (
                    <p>
                      <PageLink to={`parties/partners/${id}/exchanged`}>{t("parties.exchanged.title")}</PageLink>
                    </p>
                  )}
                  {can("accounting.write") && (
                    <p>
                      <PageLink to={`accounting/opening-items/new?partnerId=${id}`}>
                        {t("parties.exchanged.openItems")}
                      </PageLink>
                    </p>
                  )}
                </>
              ) : (
                <PageLink to="parties/links">{t("parties.link.howTo")}</PageLink>
              ),
            },
            { id: "dates", title: t("parties.group.dates"), body: <Dates partner={partner} /> },
            { id: "history", title: t("companies.history.title"), body: <HistoryPanel subjectId={partner.id} /> },
          ],
        })}
      />
      {partner && (
        <FormDialog
          opened={editing}
          onClose={() => setEditing(false)}
          title={t("parties.partner.edit")}
          fields={fields}
          initial={partner}
          submit={(body) =>
            save.run({
              params: { path: { id } },
              body: {
                ...partnerBody(fields, body),
                sites: partner.sites,
                bankAccounts: partner.bankAccounts,
                version: partner.version,
              } as never,
            })
          }
          onDone={() => setEditing(false)}
        />
      )}
    </>
  );
}

function termsText(t: Translate, partner: Pick<Partner, "closingDay" | "paymentMonthOffset" | "paymentDay">): string {
  const day = (day: number) => (day === 31 ? t("parties.terms.monthEnd") : t("parties.terms.day", { day }));
  return t("parties.terms.short", {
    closing: day(partner.closingDay),
    month: t(`parties.paymentMonth.${partner.paymentMonthOffset}`),
    payment: day(partner.paymentDay),
  });
}

/** Whether the plan answers its questions for dates, and what of it the partner learns. */
function Dates({ partner }: { readonly partner: Partner }) {
  const t = useText();
  const isAnswered = partner.answersDates && partner.linkedCompanyId !== null;
  return (
    <>
      <div>
        {t(
          isAnswered
            ? "parties.dates.answered"
            : partner.answersDates
              ? "parties.dates.notLinked"
              : "parties.dates.notAnswered",
        )}
      </div>
      <div>{t("parties.dates.limit", { count: partner.promiseLimit })}</div>
      {partner.answersDates && <p className="quiet">{t("parties.dates.whatLeaves")}</p>}
    </>
  );
}

/** What nothing stops, but somebody should look at. */
function Warnings({ partner }: { readonly partner: Partner }) {
  const t = useText();
  return (
    <Alert color="yellow" icon={<Icon name="alert" />} mb="sm">
      <List size="sm">
        {partner.warnings.map(({ code }) => (
          <List.Item key={code}>{t(`refusals.${code}`)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Card({ partner }: { readonly partner: Partner }) {
  const t = useText();
  const label = (name: string) => t(`parties.partner.${name}`);
  const text = (value: string | number | null) => (value === null || value === "" ? "–" : String(value));
  return (
    <FactList
      facts={[
        { label: label("name"), value: partner.name },
        { label: label("kana"), value: text(partner.kana) },
        { label: label("nameEn"), value: text(partner.nameEn) },
        { label: label("taxStatus"), value: t(`parties.taxStatus.${partner.taxStatus}`) },
        { label: label("corporateNumber"), value: text(partner.corporateNumber) },
        { label: label("taxRounding"), value: t(`parties.rounding.${partner.taxRounding}`) },
        { label: label("capitalYen"), value: <Money value={partner.capitalYen} unit /> },
        { label: label("employeeCount"), value: text(partner.employeeCount) },
        { label: label("holidayShift"), value: t(`parties.holidayShift.${partner.holidayShift}`) },
        { label: label("paymentKind"), value: t(`parties.paymentKind.${partner.paymentKind}`) },
        { label: label("creditLimitYen"), value: <Money value={partner.creditLimitYen} unit /> },
        { label: label("address"), value: text([partner.postalCode, partner.address].filter(Boolean).join(" ")) },
        { label: label("phone"), value: text(partner.phone) },
        { label: label("email"), value: text(partner.email) },
        { label: label("contactName"), value: text(partner.contactName) },
        { label: label("note"), value: <span style={{ whiteSpace: "pre-line" }}>{text(partner.note)}</span> },
      ]}
    />
  );
}
