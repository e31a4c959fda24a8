import { Group, Table } from "@mantine/core";
import type { ReactNode } from "react";
import {
  Answered,
  type AnswerOf,
  DateText,
  formatDecimal,
  Money,
  PageHead,
  PageLink,
  Quantity,
  useApi,
  usePathParams,
  useText,
} from "../platform/index.ts";

type EarlierPaper = AnswerOf<"get", "/api/v1/exchanged-papers/{id}">;

/** A paper the partner had sent before the link: read, never acted upon. */
export function Page() {
  const params = usePathParams();
  const partnerId = params["partnerId"] ?? "";
  const paper = useApi("/api/v1/exchanged-papers/{id}", {
    params: { path: { id: params["paperId"] ?? "" }, query: { partnerId } },
  });
  return <Answered answer={paper}>{(found) => <Paper paper={found} partnerId={partnerId} />}</Answered>;
}

function Paper({ paper, partnerId }: { readonly paper: EarlierPaper; readonly partnerId: string }) {
  const t = useText();
  const hasPrices = paper.kind !== "delivery";
  return (
    <>
      <PageHead
        title={`${t(`parties.exchanged.kind.${paper.kind}`)} ${paper.number}`}
        hint={t("parties.exchanged.paperHint", { partner: paper.partnerName })}
      >
        <PageLink to={`parties/partners/${partnerId}/exchanged`}>{t("parties.exchanged.title")}</PageLink>
      </PageHead>
      <Group component="dl" gap="xl" mb="md" my={0}>
        <Fact label={t("parties.exchanged.from")}>{paper.partnerName}</Fact>
        <Fact label={t("parties.exchanged.datedOn")}>
          <DateText value={paper.datedOn} />
        </Fact>
        {paper.kind === "invoice" && (
          <Fact label={t("parties.exchanged.dueOn")}>
            <DateText value={paper.dueOn} />
          </Fact>
        )}
        {paper.taxYen !== null && (
          <Fact label={t("parties.exchanged.tax")}>
            <Money value={paper.taxYen} unit />
          </Fact>
        )}
        {paper.totalYen !== null && (
          <Fact label={t("parties.exchanged.totalYen")}>
            <Money value={paper.totalYen} unit />
          </Fact>
        )}
      </Group>
      <Table.ScrollContainer minWidth={620}>
        <Table aria-label={t("parties.exchanged.paper")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("parties.exchanged.item")}</Table.Th>
              {hasPrices && (
                <Table.Th>
                  {t(paper.kind === "order" ? "parties.exchanged.wantedOn" : "parties.exchanged.suppliedOn")}
                </Table.Th>
              )}
              <Table.Th ta="right">{t("parties.exchanged.quantity")}</Table.Th>
              {hasPrices && <Table.Th ta="right">{t("parties.exchanged.unitPrice")}</Table.Th>}
              {hasPrices && <Table.Th ta="right">{t("parties.exchanged.amountYen")}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {paper.lines.map((line) => (
              <Table.Tr key={line.lineNumber}>
                <Table.Td>
                  {line.code} {line.description}
                </Table.Td>
                {hasPrices && (
                  <Table.Td>
                    <DateText value={line.dueOn} />
                  </Table.Td>
                )}
                <Table.Td ta="right">
                  <Quantity value={line.quantity} unit={line.unit} />
                </Table.Td>
                {hasPrices && <Table.Td ta="right">{formatDecimal(line.unitPrice ?? "0")}</Table.Td>}
                {hasPrices && (
                  <Table.Td ta="right">
                    <Money value={line.amountYen} />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="quiet">{label}</dt>
      <dd style={{ margin: 0 }}>{children}</dd>
    </div>
  );
}
