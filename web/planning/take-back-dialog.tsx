import { Alert, Button, Group, Modal } from "@mantine/core";
import {
  Answered,
  type AnswerOf,
  FactList,
  formatCount,
  formatDate,
  InstantText,
  useApi,
  useCommand,
  useLocale,
  useText,
} from "../platform/index.ts";

type Preview = AnswerOf<"get", "/api/v1/production-event-imports/{id}/take-back-preview">;

/** Before an import of a log is taken back: what goes, and what does not come back. */
export function TakeBackDialog({ importId, onClose }: { readonly importId: string; readonly onClose: () => void }) {
  const t = useText();
  const path = { params: { path: { id: importId } } } as const;
  const preview = useApi("/api/v1/production-event-imports/{id}/take-back-preview", path);
  const takeBack = useCommand("post", "/api/v1/production-event-imports/{id}/take-back", {
    success: ({ eventCount }) => t("planning.log.takenBackDone", { count: formatCount(eventCount) }),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t("planning.log.takeBackTitle")}
      closeButtonProps={{ "aria-label": t("platform.close") }}
    >
      <Answered answer={preview} lines={5}>
        {(data) => <WhatGoes preview={data} />}
      </Answered>
      <Group justify="flex-end" mt={14}>
        <Button variant="default" onClick={onClose}>
          {t("platform.cancel")}
        </Button>
        <Button
          color="red"
          loading={takeBack.busy}
          disabled={!preview.data}
          onClick={() => void takeBack.run(path).then((end) => end?.ok && onClose())}
        >
          {t("planning.log.takeBack")}
        </Button>
      </Group>
    </Modal>
  );
}

function WhatGoes({ preview }: { readonly preview: Preview }) {
  const t = useText();
  const locale = useLocale();
  const { fileName, importedAt, eventCount, orderCount, itemCount, from, to, replacedCount, learnedSince } = preview;
  return (
    <>
      <FactList
        facts={[
          { label: t("planning.log.file"), value: fileName || t("planning.log.before") },
          { label: t("planning.log.importedAt"), value: <InstantText value={importedAt} /> },
          {
            label: t("planning.log.goes"),
            value: t("planning.log.goesCount", {
              events: formatCount(eventCount),
              orders: formatCount(orderCount),
              items: formatCount(itemCount),
            }),
          },
          ...(from && to
            ? [{ label: t("planning.log.period"), value: `${formatDate(from, locale)} – ${formatDate(to, locale)}` }]
            : []),
        ]}
      />
      <ul style={{ margin: "10px 0", paddingInlineStart: 20 }}>
        <li>
          {learnedSince === null
            ? t("planning.log.notLearned")
            : t("planning.log.learnedAnew", { date: formatDate(learnedSince, locale) })}
        </li>
        <li>{t("planning.log.mastersStay")}</li>
      </ul>
      {replacedCount > 0 && (
        <Alert color="orange" py={8}>
          {t("planning.log.replacedGone", { count: formatCount(replacedCount) })}
        </Alert>
      )}
    </>
  );
}
