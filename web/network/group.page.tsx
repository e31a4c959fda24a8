import { Alert, Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import {
  Answered,
  type AnswerOf,
  ConfirmDialog,
  DateText,
  Empty,
  PageHead,
  StateBadge,
  useApi,
  useCan,
  useCommand,
  useLive,
  useText,
} from "../platform/index.ts";

type GroupRow = AnswerOf<"get", "/api/v1/network/groups">["rows"][number];

/** The groups we are in: who else is, what each can do, and who has signed that the window may dispatch. */
export function Page() {
  const t = useText();
  const groups = useApi("/api/v1/network/groups", {});
  useLive("network.group", () => void groups.refetch());
  return (
    <>
      <PageHead title={t("network.groups.title")} />
      <Answered answer={groups}>
        {(data) =>
          data.rows.length === 0 ? (
            <Empty title={t("network.groups.none")} hint={t("network.groups.noneHint")} />
          ) : (
            <Stack gap={22}>
              {data.rows.map((group) => (
                <GroupView key={group.id} group={group} />
              ))}
            </Stack>
          )
        }
      </Answered>
    </>
  );
}

function GroupView({ group }: { readonly group: GroupRow }) {
  const t = useText();
  const can = useCan();
  const [asking, setAsking] = useState(false);
  const sign = useCommand("post", "/api/v1/network/groups/{id}/sign", { success: t("network.group.signedNow") });
  // Whom the window lets report is between the two of them.
  const shows = group.isWindow || group.members.some((member) => member.isSelf && member.farEndSince);
  const maySign = group.isMember && !group.dispatchSignedOn;
  return (
    <section>
      <Group justify="space-between" mb={6}>
        <Group gap={12}>
          <Title order={2}>{group.name}</Title>
          <Text size="sm" c="dimmed">
            {t("network.group.window")}: {group.windowName} · {t("network.group.since")}{" "}
            <DateText value={group.foundedOn} />
          </Text>
        </Group>
        {maySign && can("agreements.write") && (
          <Button onClick={() => setAsking(true)} loading={sign.busy}>
            {t("network.group.sign")}
          </Button>
        )}
      </Group>
      {group.purpose && (
        <Text size="sm" mb={8}>
          {group.purpose}
        </Text>
      )}
      {maySign && (
        <Alert color="orange" mb={8}>
          {t("network.group.signHint")}
        </Alert>
      )}
      <Table.ScrollContainer minWidth={600}>
        <Table withTableBorder verticalSpacing={5} maw={1100}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("network.group.member")}</Table.Th>
              <Table.Th>{t("network.group.processes")}</Table.Th>
              <Table.Th>{t("network.group.joinedOn")}</Table.Th>
              <Table.Th>{t("network.group.dispatch")}</Table.Th>
              {shows && <Table.Th>{t("network.group.report")}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {group.members.map((member) => (
              <Table.Tr key={member.companyId}>
                <Table.Td fw={member.isSelf ? 600 : 400}>{member.name}</Table.Td>
                <Table.Td>{member.processCodes.join(" · ")}</Table.Td>
                <Table.Td>
                  <DateText value={member.joinedOn} />
                </Table.Td>
                <Table.Td>
                  {member.dispatchSignedOn ? (
                    <Group gap={6}>
                      <StateBadge tone="done" label={t("network.group.signed")} />
                      <DateText value={member.dispatchSignedOn} />
                    </Group>
                  ) : (
                    <StateBadge tone="waiting" label={t("network.group.unsigned")} />
                  )}
                </Table.Td>
                {shows && (
                  <Table.Td>
                    <ReportPermission group={group} member={member} />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {asking && (
        <ConfirmDialog
          onClose={() => setAsking(false)}
          action={{
            id: "sign",
            label: t("network.group.sign"),
            run: () => sign.run({ params: { path: { id: group.id } } }),
            confirm: {
              title: t("network.group.sign"),
              preview: async () => ({
                consequences: [t("network.group.consequence1"), t("network.group.consequence2")],
                visibleTo: [
                  {
                    company: group.windowName,
                    sees: [t("network.group.windowSees")],
                    hidden: [t("network.group.windowHidden")],
                  },
                ],
              }),
            },
          }}
        />
      )}
    </section>
  );
}

/** Whether a member may report what the maker took of its direct deliveries: the window lets it, or ends it; the member sees its own. */
function ReportPermission({
  group,
  member,
}: {
  readonly group: GroupRow;
  readonly member: GroupRow["members"][number];
}) {
  const t = useText();
  const can = useCan();
  const [asking, setAsking] = useState(false);
  const permit = useCommand("put", "/api/v1/network/groups/{id}/far-end-permission", {
    success: t(member.farEndSince ? "network.group.reportEnded" : "network.group.reportAllowed"),
  });
  const set = (isAllowed: boolean) =>
    permit.run({ params: { path: { id: group.id } }, body: { memberId: member.companyId, isAllowed } });
  if (group.isWindow ? member.isSelf : !member.isSelf) return null;
  const action = t(member.farEndSince ? "network.group.reportEnd" : "network.group.reportAllow");
  return (
    <Group gap={6}>
      {member.farEndSince ? (
        <>
          <StateBadge tone="done" label={t("network.group.reportSince")} />
          <DateText value={member.farEndSince} />
        </>
      ) : (
        <span className="quiet">{t("network.group.reportNot")}</span>
      )}
      {group.isWindow && can("network.manage") && (
        <Button
          size="compact-xs"
          variant="default"
          loading={permit.busy}
          aria-label={`${member.name} ${t("network.group.report")} ${action}`}
          onClick={() => (member.farEndSince ? void set(false) : setAsking(true))}
        >
          {action}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          onClose={() => setAsking(false)}
          action={{
            id: "allow",
            label: t("network.group.reportAllow"),
            run: () => set(true),
            confirm: {
              title: t("network.group.report"),
              preview: async () => ({
                consequences: [t("network.group.reportConsequence", { member: member.name })],
                visibleTo: [
                  {
                    company: member.name,
                    sees: [t("network.group.reportMemberSees")],
                    hidden: [t("network.group.reportHidden")],
                  },
                ],
              }),
            },
          }}
        />
      )}
    </Group>
  );
}
