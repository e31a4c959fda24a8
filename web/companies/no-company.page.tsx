import { Button } from "@mantine/core";
import { Empty, useText } from "../platform/index.ts";
import { useSignOut } from "./use-sign-out.ts";

/** Somebody who is a member of no company yet. */
export function NoCompanyPage() {
  const t = useText();
  const signOut = useSignOut();
  return (
    <main>
      <Empty
        isPage
        title={t("companies.none.title")}
        hint={t("companies.none.hint")}
        action={<Button onClick={() => void signOut()}>{t("companies.signOut")}</Button>}
      />
    </main>
  );
}
