import { Button, Group, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import {
  Answered,
  type AnswerOf,
  DataTable,
  Empty,
  FormDialog,
  type FormField,
  InstantText,
  type Lookup,
  PageHead,
  readApi,
  StateBadge,
  type Tone,
  useApi,
  useCan,
  useCommand,
  useLive,
  useText,
} from "../platform/index.ts";
import { findPartners } from "./find-partners.ts";

type Link = AnswerOf<"get", "/api/v1/partner-links">["rows"][number];
const TONES: Record<Link["state"], Tone> = {
  proposed: "waiting",
  linked: "active",
  declined: "stopped",
  withdrawn: "stopped",
};

/** Finds companies that publish themselves. */
const findCompanies: Lookup = async (typed, signal) => {
  if (!typed) return [];
  const page = await readApi("/api/v1/company-profiles", { params: { query: { search: typed } } }, signal);
  return page.rows.map(({ companyId, name, address }) => ({ id: companyId, code: name, name: address }));
};

/** Links with other companies: propose, answer, take back. */
export function Page() {
  const t = useText();
  const can = useCan();
  const links = useApi("/api/v1/partner-links");
  useLive("parties.partner_link.", () => void links.refetch());
  const [proposing, setProposing] = useState(false);
  const [answering, setAnswering] = useState<Link | null>(null);
  const decline = useCommand("post", "/api/v1/partner-links/{id}/answer", { success: t("parties.link.declined") });
  const withdraw = useCommand("post", "/api/v1/partner-links/{id}/withdraw", { success: t("parties.link.withdrawn") });
  const buttons = (link: Link) => {
    if (!can("parties.write") || link.state !== "proposed") return null;
    if (link.direction === "sent") {
      return (
        <Button
          size="compact-sm"
          variant="default"
          loading={withdraw.busy}
          onClick={() => void withdraw.run({ params: { path: { id: link.id } } })}
        >
          {t("parties.link.withdraw")}
        </Button>
      );
    }
    return (
      <Group gap={6} wrap="nowrap">
        <Button size="compact-sm" onClick={() => setAnswering(link)}>
          {t("parties.link.accept")}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={decline.busy}
          onClick={() =>
            void decline.run({ params: { path: { id: link.id } }, body: { accept: false, partnerId: null } })
          }
        >
          {t("parties.link.decline")}
        </Button>
      </Group>
    );
  };
  return (
    <>
      <PageHead title={t("parties.links.title")}>
        {can("parties.write") && <Button onClick={() => setProposing(true)}>{t("parties.link.propose")}</Button>}
      </PageHead>
      <Text size="sm" c="dimmed" mb="sm">
        {t("parties.links.explained")}
      </Text>
      <Answered answer={links}>
        {({ rows }) => (
          <DataTable
            label={t("parties.links.title")}
            inline
            rows={rows}
            rowId={(row) => row.id}
            columns={[
              {
                id: "otherName",
                header: t("parties.link.other"),
                cell: (row) => row.otherName || t("parties.link.unnamed"),
                width: 220,
              },
              {
                id: "direction",
                header: t("parties.link.direction"),
                cell: (row) => t(`parties.direction.${row.direction}`),
                width: 100,
              },
              {
                id: "state",
                header: t("parties.partners.state"),
                cell: (row) => <StateBadge tone={TONES[row.state]} label={t(`parties.linkState.${row.state}`)} />,
                width: 110,
              },
              { id: "act", header: "", cell: buttons, width: 150 },
              {
                id: "partner",
                header: t("parties.link.ownCard"),
                cell: (row) => (row.partnerCode ? `${row.partnerCode} ${row.partnerName}` : "–"),
                width: 220,
              },
              { id: "message", header: t("parties.link.message"), cell: (row) => row.message, width: 190 },
              {
                id: "proposedAt",
                header: t("parties.link.proposedAt"),
                cell: (row) => <InstantText value={row.proposedAt} />,
                width: 150,
              },
            ]}
            empty={<Empty title={t("parties.links.none")} hint={t("parties.links.noneHint")} />}
          />
        )}
      </Answered>
      <ProposeDialog opened={proposing} onClose={() => setProposing(false)} />
      {answering && <AcceptDialog link={answering} onClose={() => setAnswering(null)} />}
    </>
  );
}

function ProposeDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useText();
  const propose = useCommand("post", "/api/v1/partner-links", {
    success: t("parties.link.proposed"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "companyId",
        label: t("parties.link.other"),
        kind: "lookup",
        lookup: findCompanies,
        required: true,
        hint: t("parties.link.findHint"),
        span: 2,
      },
      {
        name: "partnerId",
        label: t("parties.link.ownCard"),
        kind: "lookup",
        lookup: findPartners.any,
        required: true,
        span: 2,
      },
      { name: "message", label: t("parties.link.message"), kind: "note", span: 2 },
    ],
    [t],
  );
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t("parties.link.propose")}
      fields={fields}
      submitLabel={t("parties.link.send")}
      submit={(body) => propose.run({ body: { ...body, message: body["message"] ?? "" } as never })}
      onDone={onClose}
    >
      <Text size="sm" mb="sm">
        {t("parties.link.whatTheySee")}
      </Text>
      <Text size="sm" mb="sm">
        {t("parties.link.papers")}
      </Text>
    </FormDialog>
  );
}

function AcceptDialog({ link, onClose }: { readonly link: Link; readonly onClose: () => void }) {
  const t = useText();
  const accept = useCommand("post", "/api/v1/partner-links/{id}/answer", {
    success: t("parties.link.accepted"),
    placesRefusals: true,
  });
  const fields = useMemo<FormField[]>(
    () => [
      {
        name: "partnerId",
        label: t("parties.link.ownCard"),
        kind: "lookup",
        lookup: findPartners.any,
        required: true,
        span: 2,
      },
    ],
    [t],
  );
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t("parties.link.acceptOf", { name: link.otherName })}
      fields={fields}
      submitLabel={t("parties.link.accept")}
      submit={(body) =>
        accept.run({ params: { path: { id: link.id } }, body: { accept: true, partnerId: String(body["partnerId"]) } })
      }
      onDone={onClose}
    >
      <Text size="sm" mb="sm">
        {t("parties.link.chooseCard")}
      </Text>
      <Text size="sm" mb="sm">
        {t("parties.link.papers")}
      </Text>
    </FormDialog>
  );
}
