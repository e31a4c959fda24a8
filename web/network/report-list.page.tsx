import { Alert, Anchor, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import {
  type AnswerOf,
  DateText,
  DayField,
  HomelessRefusals,
  ListPage,
  Quantity,
  StateBadge,
  type Tone,
  todayInJapan,
  useCan,
  useCommand,
  useText,
} from "../platform/index.ts";
import { MakerWords, useMakerWords } from "./maker-words.tsx";

type Own = AnswerOf<"get", "/api/v1/network/far-end-reports">["rows"][number];
const TONES: Readonly<Record<NonNullable<Own["state"]> | "none", Tone>> = {
  none: "draft",
  reported: "waiting",
  applied: "done",
  corrected: "done",
  overtaken: "done",
  declined: "attention",
  withdrawn: "draft",
};

/** At a member of a last step: its deliveries straight to a maker, until the window has recorded what the maker took. */
export function Page() {
  const t = useText();
  const can = useCan();
  const [open, setOpen] = useState<Own | null>(null);
  const mayOpen = can("sales.ship");
  return (
    <>
      <ListPage
        id="network.reports"
        title={t("network.report.title")}
        path="/api/v1/network/far-end-reports"
        live={["delivery.", "trade.", "network."]}
        rowId={(row) => row.deliveryId}
        rowName={(row) => row.number}
        {...(mayOpen && { onOpen: setOpen })}
        columns={[
          {
            id: "number",
            header: t("network.farEnd.delivery"),
            cell: (row) =>
              mayOpen ? (
                <Anchor component="button" size="sm" onClick={() => setOpen(row)}>
                  {row.number}
                </Anchor>
              ) : (
                row.number
              ),
            pinned: true,
            sort: true,
            width: 130,
          },
          {
            id: "state",
            header: t("network.report.state"),
            cell: (row) => (
              <StateBadge tone={TONES[row.state ?? "none"]} label={t(`network.report.state.${row.state ?? "none"}`)} />
            ),
            width: 150,
          },
          { id: "window", header: t("network.group.window"), cell: (row) => row.windowName, width: 220 },
          {
            id: "shippedOn",
            header: t("network.farEnd.shippedOn"),
            cell: (row) => <DateText value={row.shippedOn} relative />,
            sort: true,
            width: 180,
          },
          {
            id: "lines",
            header: t("network.farEnd.open"),
            cell: (row) =>
              row.lines.map((line) => (
                <div key={line.lineNumber}>
                  {line.code} <Quantity value={line.open} unit={line.unit} />
                </div>
              )),
          },
          { id: "words", header: t("network.report.words"), cell: (row) => row.words },
        ]}
        empty={{ title: t("network.report.none"), hint: t("network.report.noneHint") }}
      />
      {open && <ReportDialog key={open.deliveryId} delivery={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** What the maker said at the door, told to the window; or what was told, taken back. */
function ReportDialog({ delivery, onClose }: { readonly delivery: Own; readonly onClose: () => void }) {
  const t = useText();
  const [judgedOn, setJudgedOn] = useState(todayInJapan());
  const words = useMakerWords(delivery.lines);
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const report = useCommand("post", "/api/v1/network/far-end-reports", {
    success: t("network.report.sent"),
    placesRefusals: true,
  });
  const withdraw = useCommand("post", "/api/v1/network/far-end-reports/{id}/withdraw", {
    success: t("network.report.withdrawn"),
  });
  const send = async () => {
    setWrong([]);
    const end = await report.run({ body: { deliveryId: delivery.deliveryId, judgedOn, lines: words.said } });
    if (end?.ok) onClose();
    else if (end?.problem) setWrong(end.problem.errors.map((error) => error.detail));
  };
  const waits = delivery.state === "reported" && delivery.reportId;
  return (
    <Modal
      opened
      onClose={onClose}
      size={waits ? "lg" : "60rem"}
      title={`${t("network.report.action")} ${delivery.number}`}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {t("network.report.way", { window: delivery.windowName })} · {t("network.farEnd.shippedOn")}{" "}
          <DateText value={delivery.shippedOn} />
        </Text>
        {delivery.state === "declined" && (
          <Alert color="orange" py={8}>
            {t("network.report.state.declined")}: {delivery.words}
          </Alert>
        )}
        <HomelessRefusals sentences={wrong} />
        {waits ? (
          <>
            <StateBadge tone="waiting" label={t("network.report.state.reported")} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t("platform.close")}
              </Button>
              <Button
                loading={withdraw.busy}
                onClick={() =>
                  void withdraw.run({ params: { path: { id: waits } } }).then((end) => end?.ok && onClose())
                }
              >
                {t("network.report.withdraw")}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <DayField label={t("network.farEnd.judgedOn")} value={judgedOn} onChange={setJudgedOn} maw={200} />
            <MakerWords words={words} />
            <Text size="sm" c="dimmed">
              {t("network.report.hint")}
            </Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t("platform.cancel")}
              </Button>
              <Button
                loading={report.busy}
                disabled={words.said.length === 0 || words.lacksReason || judgedOn === ""}
                onClick={() => void send()}
              >
                {t("network.report.send")}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
