import { Alert, Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { Failure, Loading } from "../parts/answers.tsx";
import { Icon } from "../parts/icons.tsx";
import type { DocumentAction, Preview } from "./actions.ts";

/** Asks before an action, and shows what it will do and who will see what. */
export function ConfirmDialog({ action, onClose }: { readonly action: DocumentAction; readonly onClose: () => void }) {
  const t = useText();
  const confirm = action.confirm!;
  const ask = useRef(confirm.preview);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const fetchPreview = () => {
    setError(null);
    ask.current?.().then(setPreview, setError);
  };
  useEffect(fetchPreview, []);
  const waiting = ask.current !== undefined && preview === null;

  const run = async () => {
    setBusy(true);
    try {
      await action.run();
    } finally {
      setBusy(false);
      onClose();
    }
  };
  return (
    <Modal opened onClose={onClose} title={confirm.title} closeButtonProps={{ "aria-label": t("platform.close") }}>
      <Stack gap="sm">
        {confirm.text && <div style={{ fontSize: 14 }}>{confirm.text}</div>}
        {waiting && error === null && <Loading lines={3} />}
        {error !== null && <Failure error={error} retry={fetchPreview} />}
        {preview && <PreviewView preview={preview} />}
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("platform.cancel")}
          </Button>
          <Button
            color={action.danger ? "red" : "indigo"}
            loading={busy}
            disabled={waiting || preview?.obstacle !== undefined}
            onClick={() => void run()}
          >
            {confirm.label ?? action.label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Before something leaves the company: who will see what of it, and what not. */
export function VisibleTo({ company, sees, hidden }: NonNullable<Preview["visibleTo"]>[number]) {
  const t = useText();
  return (
    <Alert
      color="indigo"
      py={8}
      icon={<Icon name="user" />}
      title={t("platform.confirm.visible", { company })}
      role="note"
    >
      <Text size="sm">{sees.join(" · ")}</Text>
      {hidden && hidden.length > 0 && (
        <Text size="sm" c="dimmed">
          {t("platform.confirm.hidden")}: {hidden.join(" · ")}
        </Text>
      )}
    </Alert>
  );
}

/** Consequences, obstacle, and who will see what; also for pages that preview without a dialog. */
export function PreviewView({ preview }: { readonly preview: Preview }) {
  const t = useText();
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t("platform.confirm.preview")}
      </Text>
      {preview.consequences.length === 0 ? (
        <Text size="sm">{t("platform.confirm.noPreview")}</Text>
      ) : (
        <List size="sm" spacing={4}>
          {preview.consequences.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
      {preview.visibleTo?.map((one) => (
        <VisibleTo key={one.company} {...one} />
      ))}
      {preview.obstacle && (
        <Alert color="red" py={8} icon={<Icon name="alert" />} role="alert">
          {preview.obstacle}
        </Alert>
      )}
    </Stack>
  );
}
