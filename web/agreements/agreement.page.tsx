import { Alert, Button, Group, Modal, Stack, Table, Text } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  DateText,
  DayField,
  DocumentPage,
  FactList,
  formatDate,
  formatDecimal,
  formatUnit,
  PageLink,
  Price,
  Quantity,
  refusalText,
  type Translate,
  todayInJapan,
  useApi,
  useCommand,
  useGo,
  useLocale,
  usePathParams,
  useText,
  VisibleTo,
} from "../platform/index.ts";
import { knownMappings, MapDialog, MapItems, mappedItems } from "./map-items.tsx";
import { AgreementState } from "./words.tsx";

type Agreement = AnswerOf<"get", "/api/v1/agreements/{id}">;

/** One agreement: what both signed, item by item, and what this side may do with it. */
export function Page() {
  const t = useText();
  const go = useGo();
  const { id = "" } = usePathParams();
  const answer = useApi("/api/v1/agreements/{id}", { params: { path: { id } } });
  const [open, setOpen] = useState<"accept" | "end" | "map" | null>(null);
  const decline = useCommand("post", "/api/v1/agreements/{id}/answer", { success: t("agreements.declined") });
  return (
    <>
      <DocumentPage
        answer={answer}
        live="agreements."
        view={(agreement) => ({
          kind: t("agreements.one"),
          number: agreement.name,
          state: <AgreementState state={agreement.state} isMine={agreement.isMyProposal} size="lg" />,
          partner: agreement.partnerName,
          facts: [
            { label: t("agreements.side"), value: t(`agreements.side.${agreement.mySide}`) },
            { label: t("agreements.version"), value: agreement.versionNumber },
            { label: t("agreements.validFrom"), value: <DateText value={agreement.validFrom} /> },
            { label: t("agreements.endedOn"), value: <DateText value={agreement.endedOn} /> },
          ],
          primary: agreement.moves.includes("accept")
            ? {
                id: "accept",
                label: t("agreements.accept"),
                permission: "agreements.write",
                run: () => setOpen("accept"),
              }
            : agreement.state === "active"
              ? {
                  id: "next",
                  label: t("agreements.nextVersion"),
                  permission: "agreements.write",
                  run: () => go(`agreements/new?from=${agreement.id}`),
                }
              : undefined,
          actions: [
            ...(agreement.state === "active" || agreement.state === "ended"
              ? [
                  {
                    id: "map",
                    label: t("agreements.map"),
                    permission: "agreements.write",
                    run: () => setOpen("map"),
                  },
                ]
              : []),
            ...(agreement.moves.includes("decline")
              ? [
                  {
                    id: "decline",
                    label: t("agreements.decline"),
                    permission: "agreements.write",
                    danger: true,
                    run: () => decline.run({ params: { path: { id } }, body: { accept: false, items: [] } }),
                    confirm: { title: t("agreements.decline"), text: t("agreements.declineHint") },
                  },
                ]
              : []),
            ...(agreement.moves.includes("end")
              ? [
                  {
                    id: "end",
                    label: t(agreement.state === "proposed" ? "agreements.withdraw" : "agreements.end"),
                    permission: "agreements.write",
                    danger: true,
                    run: () => setOpen("end"),
                  },
                ]
              : []),
          ],
          notes: <Findings agreement={agreement} t={t} />,
          body: <Items agreement={agreement} />,
          side: [
            { id: "terms", title: t("agreements.terms"), body: <FactList facts={factsOf(agreement, t)} /> },
            {
              id: "versions",
              title: t("agreements.versions"),
              body: agreement.versions.map((version) => (
                <div key={version.id}>
                  <PageLink to={`agreements/${version.id}`}>
                    {t("agreements.versionNumber", { version: version.versionNumber })}
                  </PageLink>{" "}
                  <AgreementState state={version.state} /> <DateText value={version.validFrom} />
                </div>
              )),
            },
          ],
        })}
      />
      {answer.data && open === "accept" && <AcceptDialog agreement={answer.data} onClose={() => setOpen(null)} />}
      {answer.data && open === "map" && <MapDialog agreement={answer.data} onClose={() => setOpen(null)} />}
      {answer.data && open === "end" && <EndDialog agreement={answer.data} onClose={() => setOpen(null)} />}
    </>
  );
}

function Findings({ agreement, t }: { readonly agreement: Agreement; readonly t: Translate }) {
  if (agreement.findings.length === 0 && agreement.unmappedCount === 0) return null;
  return (
    <Alert color="yellow" py={8}>
      {agreement.unmappedCount > 0 && (
        <Text size="sm">{t("agreements.unmappedHint", { count: agreement.unmappedCount })}</Text>
      )}
      {agreement.findings.map((finding) => (
        <Text size="sm" key={finding.code + (finding.field ?? "")}>
          {refusalText(t, finding)}
        </Text>
      ))}
    </Alert>
  );
}

/** The terms in words. */
function factsOf({ terms, isOutside }: Agreement, t: Translate) {
  const yes = (value: boolean) => t(value ? "platform.yes" : "platform.no");
  const day = (value: number) => (value === 31 ? t("agreements.lastDay") : t("agreements.dayOfMonth", { day: value }));
  const { payment } = terms;
  return [
    {
      label: t("agreements.payment"),
      value: t("agreements.paymentWords", {
        closing: day(payment.closingDay),
        months: t(`agreements.months.${payment.paymentMonthOffset}`),
        day: day(payment.paymentDay),
      }),
    },
    { label: t("agreements.holidayShift"), value: t(`agreements.holidayShift.${payment.holidayShift}`) },
    { label: t("agreements.closingCountsBy"), value: t(`agreements.closingCountsBy.${payment.closingCountsBy}`) },
    {
      label: t("agreements.paymentKinds"),
      value: terms.paymentKinds.map((kind) => t(`agreements.kind.${kind}`)).join("・"),
    },
    { label: t("agreements.bookedAt"), value: t(`agreements.bookedAt.${terms.bookedAt}`) },
    { label: t("agreements.isOneStep"), value: yes(terms.isOneStep) },
    {
      label: t("agreements.defaultAcceptanceDays"),
      value:
        terms.defaultAcceptanceDays === null
          ? t("agreements.byInspection")
          : t("agreements.days", { days: terms.defaultAcceptanceDays }),
    },
    { label: t("agreements.invoiceIssuer"), value: t(`agreements.side.${terms.invoiceIssuer}`) },
    ...(terms.invoiceIssuer === "buyer"
      ? [
          {
            label: t("agreements.acknowledgedAfterDays"),
            value:
              terms.acknowledgedAfterDays === null
                ? t("agreements.byAnswer")
                : t("agreements.days", { days: terms.acknowledgedAfterDays }),
          },
        ]
      : []),
    { label: t("agreements.taxRounding"), value: t(`agreements.rounding.${terms.taxRounding}`) },
    { label: t("agreements.amountRounding"), value: t(`agreements.rounding.${terms.amountRounding}`) },
    {
      label: t("agreements.tolerance"),
      value: `+${formatDecimal(terms.tolerance.overPercent)}% / −${formatDecimal(terms.tolerance.underPercent)}%`,
    },
    ...(isOutside ? [] : [{ label: t("agreements.milestones"), value: yes(terms.milestonesShown.length > 0) }]),
    ...(terms.deliveryTerms ? [{ label: t("agreements.deliveryTerms"), value: terms.deliveryTerms }] : []),
  ];
}

function Items({ agreement }: { readonly agreement: Agreement }) {
  const t = useText();
  const locale = useLocale();
  const right = { textAlign: "right" } as const;
  return (
    <Stack gap="xs">
      <Table.ScrollContainer minWidth={820}>
        <Table fz={13} verticalSpacing={5} withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("agreements.item.code")}</Table.Th>
              <Table.Th>{t("agreements.item.sellerCode")}</Table.Th>
              <Table.Th>{t("agreements.item.buyerCode")}</Table.Th>
              <Table.Th>{t("agreements.item.unit")}</Table.Th>
              <Table.Th>{t("agreements.item.prices")}</Table.Th>
              <Table.Th style={right}>{t("agreements.item.leadTime")}</Table.Th>
              <Table.Th style={right}>{t("agreements.item.standing")}</Table.Th>
              <Table.Th style={right}>{t("agreements.item.minimum")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agreement.items.map((item) => (
              <Table.Tr key={item.lineNumber}>
                <Table.Td>
                  <div>{item.code}</div>
                  <Text size="xs" c="dimmed">
                    {item.nameJa}
                  </Text>
                </Table.Td>
                <Table.Td>{item.sellerCode || <span className="quiet">–</span>}</Table.Td>
                <Table.Td>{item.buyerCode || <span className="quiet">–</span>}</Table.Td>
                <Table.Td>{formatUnit(item.unit)}</Table.Td>
                <Table.Td>
                  {item.prices.map((price) => (
                    <div key={`${price.validFrom}${price.fromQuantity}`} style={{ whiteSpace: "nowrap" }}>
                      <Price value={price.unitPrice} unit={item.unit} />{" "}
                      <span className="quiet">
                        {t(price.fromQuantity === "0" ? "agreements.item.since" : "agreements.item.from", {
                          quantity: formatDecimal(price.fromQuantity),
                          day: formatDate(price.validFrom, locale),
                        })}
                        {price.isProvisional && ` ${t("agreements.item.provisional")}`}
                      </span>
                    </div>
                  ))}
                </Table.Td>
                <Table.Td style={right}>{t("agreements.days", { days: item.leadTimeDays })}</Table.Td>
                <Table.Td style={right}>
                  <Quantity value={item.standingQuantity} />
                </Table.Td>
                <Table.Td style={right}>
                  <Quantity value={item.minimumQuantity} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

/** Accepting is for the own card linked to the proposer, never another; own items are mapped as far as they are known. */
function AcceptDialog({ agreement, onClose }: { readonly agreement: Agreement; readonly onClose: () => void }) {
  const t = useText();
  const { partnerId } = agreement;
  const [mappings, setMappings] = useState(() => knownMappings(agreement));
  const accept = useCommand("post", "/api/v1/agreements/{id}/answer", { success: t("agreements.accepted") });
  const items = mappedItems(mappings);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      closeOnClickOutside={false}
      title={t("agreements.accept")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Text size="sm">{t("agreements.acceptHint")}</Text>
        {partnerId === null && (
          <Text size="sm" c="red" role="alert">
            {t("refusals.PARTNER_NOT_LINKED", { partner: agreement.partnerName })}
          </Text>
        )}
        <Text size="sm">{t("agreements.mapCount", { count: items.length, all: agreement.items.length })}</Text>
        <MapItems agreement={agreement} mappings={mappings} onChange={setMappings} />
        <VisibleTo
          company={agreement.partnerName}
          sees={t("agreements.seesAnswer").split("、")}
          hidden={t("agreements.hidden").split("、")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button
            loading={accept.busy}
            disabled={!partnerId}
            onClick={async () => {
              const end = await accept.run({
                params: { path: { id: agreement.id } },
                body: {
                  accept: true,
                  partnerId: partnerId!,
                  items,
                },
              });
              if (end?.ok) onClose();
            }}
          >
            {t("agreements.accept")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function EndDialog({ agreement, onClose }: { readonly agreement: Agreement; readonly onClose: () => void }) {
  const t = useText();
  const [endsOn, setEndsOn] = useState(todayInJapan());
  const isProposal = agreement.state === "proposed";
  const end = useCommand("post", "/api/v1/agreements/{id}/end", {
    success: t(isProposal ? "agreements.withdrawn" : "agreements.ended"),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isProposal ? "agreements.withdraw" : "agreements.end")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Text size="sm">{t(isProposal ? "agreements.withdrawHint" : "agreements.endHint")}</Text>
        {!isProposal && <DayField label={t("agreements.endsOn")} value={endsOn} onChange={setEndsOn} required />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("platform.cancel")}
          </Button>
          <Button
            color="red"
            loading={end.busy}
            onClick={async () => {
              const done = await end.run({ params: { path: { id: agreement.id } }, body: { endsOn } });
              if (done?.ok) onClose();
            }}
          >
            {t(isProposal ? "agreements.withdraw" : "agreements.end")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
