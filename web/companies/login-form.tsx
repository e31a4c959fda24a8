import { Alert, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { answerOf, changeLocale, client, Icon, ME_KEY, type Me, Refused, useText } from "../platform/index.ts";

/** E-mail and password. What was typed stays when the answer is no. */
export function LoginForm({ email, onDone }: { readonly email?: string; readonly onDone: (me: Me) => void }) {
  const t = useText();
  const cache = useQueryClient();
  const [typed, setTyped] = useState({ email: email ?? "", password: "" });
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      const me = answerOf(await client.POST("/api/v1/login", { body: typed }));
      cache.setQueryData(ME_KEY, me);
      changeLocale(me.person.locale);
      onDone(me);
    } catch (error) {
      setTrouble(error instanceof Refused ? error.problem.detail : t("platform.unreachable.tryAgain"));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {trouble && (
          <Alert color="red" icon={<Icon name="alert" />} role="alert">
            {trouble}
          </Alert>
        )}
        <TextInput
          label={t("companies.login.email")}
          type="email"
          name="email"
          autoComplete="username"
          size="sm"
          value={typed.email}
          readOnly={email !== undefined}
          onChange={(event) => setTyped({ ...typed, email: event.currentTarget.value })}
          autoFocus={email === undefined}
          required
        />
        <PasswordInput
          label={t("companies.login.password")}
          name="password"
          autoComplete="current-password"
          size="sm"
          value={typed.password}
          onChange={(event) => setTyped({ ...typed, password: event.currentTarget.value })}
          autoFocus={email !== undefined}
          required
        />
        <Button type="submit" size="sm" loading={busy}>
          {t("companies.login.submit")}
        </Button>
      </Stack>
    </form>
  );
}
