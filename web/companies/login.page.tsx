import { Group, Modal, Text, Title } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { LanguageSwitch, useGo, useMe, useText } from "../platform/index.ts";
import classes from "./login.module.css";
import { LoginForm } from "./login-form.tsx";
import { safeNext } from "./safe-next.ts";

/** Signing in; afterwards the page somebody came for. */
export function LoginPage() {
  const t = useText();
  const go = useGo();
  const { next } = useSearch({ strict: false }) as { next?: string };
  useEffect(() => {
    document.title = `${t("companies.login.submit")} | 結び Musubi`;
  }, [t]);
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <Group justify="space-between" align="flex-start" mb="lg">
          <div>
            <Title order={1} fz={26} lts="0.08em">
              結び
            </Title>
            <Text size="sm" c="dimmed">
              {t("companies.login.tagline")}
            </Text>
          </div>
          <LanguageSwitch signedIn={false} />
        </Group>
        <LoginForm onDone={() => go(safeNext(next))} />
      </div>
    </main>
  );
}

/** Over the page when the session ended: the same person signs in again, and goes on where they were. */
export function LoginAgain({ onDone }: { readonly onDone: () => void }) {
  const t = useText();
  const { person } = useMe();
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={t("companies.login.again")} zIndex={500}>
      <Text size="sm" mb="md">
        {t("companies.login.againHint")}
      </Text>
      <LoginForm email={person.email} onDone={onDone} />
    </Modal>
  );
}
