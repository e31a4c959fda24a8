import { Button, Group, Stack, Text } from "@mantine/core";
import {
  type AnswerOf,
  DateText,
  InstantText,
  Money,
  StateBadge,
  type Tone,
  useCan,
  useCommand,
  useText,
} from "../platform/index.ts";

type Change = AnswerOf<"get", "/api/v1/network/chains/{id}">["changes"][number];

const TONES: Record<string, Tone> = {
  proposed: "waiting",
  asked: "waiting",
  agreed: "done",
  applied: "done",
  declined: "attention",
  expired: "stopped",
  withdrawn: "stopped",
};

/** Changes of a chain with every company's answer and cost; what all agreed to is applied here. */
export function ChainChanges({ changes }: { readonly changes: readonly Change[] }) {
  const t = useText();
  if (changes.length === 0) return <span className="quiet">{t("network.change.none")}</span>;
  return (
    <Stack gap={14}>
      {changes.map((change) => (
        <ChangeView key={change.id} change={change} />
      ))}
    </Stack>
  );
}

function ChangeView({ change }: { readonly change: Change }) {
  const t = useText();
  const can = useCan();
  const apply = useCommand("post", "/api/v1/network/chain-changes/{id}/apply", {
    success: t("network.change.applied"),
  });
  const withdraw = useCommand("post", "/api/v1/network/chain-changes/{id}/withdraw", {
    success: t("network.change.withdrawn"),
  });
  const init = { params: { path: { id: change.id } } };
  const isOpen = change.state === "proposed" || change.state === "agreed";
  const allAgreed = change.consents.every((one) => one.state === "agreed");
  return (
    <section>
      <Group gap={8} mb={2}>
        <Text fw={600} size="sm" className="tabular">
          {change.number}
        </Text>
        <StateBadge tone={TONES[change.state] ?? "draft"} label={t(`network.change.state.${change.state}`)} />
      </Group>
      {change.reason && <Text size="sm">{change.reason}</Text>}
      <Text size="xs" c="dimmed">
        <InstantText value={change.proposedAt} />
        {change.expiresOn && (
          <>
            {" · "}
            {t("network.change.expiresOn")} <DateText value={change.expiresOn} />
          </>
        )}
      </Text>
      <ul style={{ listStyle: "none", padding: 0, margin: "6px 0" }}>
        {change.consents.map((one) => (
          <li key={one.memberId} style={{ marginBottom: 4 }}>
            <Group gap={6} justify="space-between" wrap="nowrap">
              <Text size="sm">{one.memberName}</Text>
              <Group gap={6} wrap="nowrap">
                {one.costYen !== "0" && <Money value={one.costYen} unit />}
                <StateBadge
                  tone={TONES[one.state] ?? "draft"}
                  label={t(one.byRule ? "network.consent.byRule" : `network.consent.${one.state}`)}
                />
              </Group>
            </Group>
            {one.words && (
              <Text size="xs" c="dimmed">
                {one.words}
              </Text>
            )}
          </li>
        ))}
      </ul>
      <Group justify="space-between">
        <Text size="sm">
          {t("network.change.cost")} <Money value={change.costYen} unit />
        </Text>
        {isOpen && can("network.dispatch") && (
          <Group gap={6}>
            <Button variant="default" size="compact-xs" loading={withdraw.busy} onClick={() => void withdraw.run(init)}>
              {t("network.change.withdraw")}
            </Button>
            {allAgreed && (
              <Button size="compact-xs" loading={apply.busy} onClick={() => void apply.run(init)}>
                {t("network.change.apply")}
              </Button>
            )}
          </Group>
        )}
      </Group>
    </section>
  );
}
