import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  DateText,
  DayField,
  ListPage,
  PageLink,
  StateBadge,
  useApi,
  useCommand,
  useText,
} from "../platform/index.ts";
import { stuckTone } from "./words.ts";

type Stuck = AnswerOf<"get", "/api/v1/network/stuck-steps">["rows"][number];

/** Steps nobody does, or that come too late: what a person at the window decides, with what can be done. */
export function Page() {
  const t = useText();
  const [chosen, setChosen] = useState<Stuck | null>(null);
  return (
    <>
      <ListPage
        id="network.stuck"
        title={t("network.stuck.title")}
        path="/api/v1/network/stuck-steps"
        live={["trade.", "network."]}
        rowId={(row) => `${row.chainId}/${row.chainLineNumber}/${row.stepNumber}/${row.part}`}
        rowName={(row) => `${row.chainNumber} ${row.processName}`}
        rowTone={() => "attention"}
        onOpen={setChosen}
        columns={[
          { id: "chain", header: t("network.chain.title"), cell: (row) => row.chainNumber, pinned: true, width: 130 },
          { id: "maker", header: t("network.order.maker"), cell: (row) => row.makerName, width: 180 },
          { id: "process", header: t("network.step.process"), cell: (row) => row.processName, width: 140 },
          { id: "member", header: t("network.step.seller"), cell: (row) => row.memberName, width: 180 },
          {
            id: "state",
            header: t("network.chain.state"),
            cell: (row) => <StateBadge tone={stuckTone(row.state)} label={t(`network.stuck.state.${row.state}`)} />,
            width: 130,
          },
          { id: "wantedOn", header: t("network.step.wantedOn"), cell: (row) => <DateText value={row.wantedOn} /> },
          { id: "promisedOn", header: t("network.stuck.offered"), cell: (row) => <DateText value={row.promisedOn} /> },
          {
            id: "makerDate",
            header: t("network.stuck.makerDate"),
            cell: (row) => <DateText value={row.makerPromisedOn ?? row.makerWantedOn} />,
          },
          { id: "readyOn", header: t("network.stuck.readyOn"), cell: (row) => <DateText value={row.readyOn} /> },
        ]}
        empty={{ title: t("network.stuck.none"), hint: t("network.stuck.noneHint") }}
      />
      {chosen && <Decide stuck={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

const REFUSED = ["declined", "cancelled", "expired", "withdrawn"];

/** What can be done: ask again (the same member for another day, or another one), or change or cancel the line along the chain. */
function Decide({ stuck, onClose }: { readonly stuck: Stuck; readonly onClose: () => void }) {
  const t = useText();
  const groups = useApi("/api/v1/network/groups", {});
  const [memberId, setMemberId] = useState(stuck.memberId);
  const [wantedOn, setWantedOn] = useState(stuck.wantedOn);
  const ask = useCommand("post", "/api/v1/network/chains/{id}/ask-again", {
    success: (value) => t(value.state === "confirmed" ? "network.stuck.askedConfirmed" : "network.stuck.asked"),
  });
  const members = new Map(
    groups.data?.rows
      .filter((group) => group.isWindow)
      .flatMap((group) => group.members.filter((one) => !one.isSelf).map((one) => [one.companyId, one.name] as const)),
  );
  members.set(stuck.memberId, stuck.memberName);
  const isRefused = REFUSED.includes(stuck.state);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`${stuck.chainNumber} ${stuck.processName}`}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap={12}>
        <Text size="sm">
          {t(`network.stuck.what.${isRefused ? "refused" : stuck.state === "late" ? "late" : "countered"}`, {
            member: stuck.memberName,
            buyer: stuck.buyerName,
          })}
        </Text>
        {isRefused && (
          <>
            <Group align="flex-end" gap={10}>
              <Select
                label={t("network.step.seller")}
                data={[...members].map(([value, label]) => ({ value, label }))}
                value={memberId}
                onChange={(value) => setMemberId(value ?? stuck.memberId)}
                allowDeselect={false}
                searchable
                w={260}
              />
              <DayField label={t("network.step.wantedOn")} value={wantedOn} onChange={setWantedOn} w={160} />
              <Button
                loading={ask.busy}
                disabled={!wantedOn}
                onClick={() =>
                  void ask
                    .run({
                      params: { path: { id: stuck.chainId } },
                      body: {
                        lineNumber: stuck.chainLineNumber,
                        stepNumber: stuck.stepNumber,
                        part: stuck.part,
                        memberId,
                        wantedOn,
                      },
                    })
                    .then((end) => end?.ok && onClose())
                }
              >
                {t("network.stuck.ask")}
              </Button>
            </Group>
            <Text size="sm" c="dimmed">
              {t("network.stuck.askHint")}
            </Text>
          </>
        )}
        <PageLink to={`network/chains/${stuck.chainId}`}>{t("network.stuck.openChain")}</PageLink>
      </Stack>
    </Modal>
  );
}
