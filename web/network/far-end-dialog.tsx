import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  DateText,
  DayField,
  HomelessRefusals,
  todayInJapan,
  useCommand,
  useText,
} from "../platform/index.ts";
import { MakerWords, useMakerWords } from "./maker-words.tsx";

export type FarEndRow = AnswerOf<"get", "/api/v1/network/far-end">["rows"][number];

/**
 * What the maker said of a delivery that went straight to it: as the member reported it, else all good unless typed otherwise. One
 * record, in every trade the goods passed through.
 */
export function FarEndDialog({ delivery, onClose }: { readonly delivery: FarEndRow; readonly onClose: () => void }) {
  const t = useText();
  const { report } = delivery;
  const [judgedOn, setJudgedOn] = useState(report?.judgedOn ?? todayInJapan());
  const words = useMakerWords(delivery.lines, report?.lines);
  const [sendBack, setSendBack] = useState<string | null>(null);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const record = useCommand("post", "/api/v1/network/far-end", {
    success: t("network.farEnd.recorded"),
    placesRefusals: true,
  });
  const decline = useCommand("post", "/api/v1/network/far-end-reports/{id}/decline", {
    success: t("network.farEnd.sentBack"),
  });
  const send = async () => {
    setWrong([]);
    const end = await record.run({ body: { deliveryId: delivery.deliveryId, judgedOn, lines: words.said } });
    if (end?.ok) onClose();
    else if (end?.problem) setWrong(end.problem.errors.map((error) => error.detail));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="60rem"
      title={`${t("network.farEnd.record")} ${delivery.number}`}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t("network.farEnd.way", { member: delivery.sellerName, maker: delivery.makerName })}
          {delivery.deliverTo && ` (${delivery.deliverTo})`} · {t("network.farEnd.shippedOn")}{" "}
          <DateText value={delivery.shippedOn} />
        </Text>
        {report && (
          <Alert color="blue" py={8}>
            {t("network.farEnd.reportedHint", { member: delivery.sellerName })}
          </Alert>
        )}
        <HomelessRefusals sentences={wrong} />
        <DayField label={t("network.farEnd.judgedOn")} value={judgedOn} onChange={setJudgedOn} maw={200} />
        <MakerWords words={words} />
        <Text size="sm" c="dimmed">
          {t("network.farEnd.hint")}
        </Text>
        {report && sendBack !== null ? (
          <Group justify="flex-end" align="flex-end">
            <TextInput
              label={t("network.farEnd.sendBackWords")}
              value={sendBack}
              onChange={(event) => setSendBack(event.currentTarget.value)}
              style={{ flex: 1 }}
            />
            <Button variant="default" onClick={() => setSendBack(null)}>
              {t("platform.cancel")}
            </Button>
            <Button
              loading={decline.busy}
              disabled={sendBack.trim() === ""}
              onClick={() =>
                void decline
                  .run({ params: { path: { id: report.id } }, body: { words: sendBack } })
                  .then((end) => end?.ok && onClose())
              }
            >
              {t("network.farEnd.sendBack")}
            </Button>
          </Group>
        ) : (
          <Group justify="flex-end">
            {report && (
              <Button variant="default" mr="auto" onClick={() => setSendBack("")}>
                {t("network.farEnd.sendBack")}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t("platform.cancel")}
            </Button>
            <Button
              loading={record.busy}
              disabled={words.said.length === 0 || words.lacksReason || judgedOn === ""}
              onClick={() => void send()}
            >
              {t("network.farEnd.record")}
            </Button>
          </Group>
        )}
      </Stack>
    </Modal>
  );
}
