import { SegmentedControl } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { answerOf, client } from "../api/client.ts";
import { changeLocale, type Locale } from "../i18n/i18n.ts";
import { useLocale, useText } from "../i18n/use-text.ts";
import { ME_KEY } from "../session/session.ts";

/** Japanese or English, at once on the screen and kept for the person. */
export function LanguageSwitch({ signedIn = true }: { readonly signedIn?: boolean }) {
  const t = useText();
  const locale = useLocale();
  const cache = useQueryClient();
  const choose = async (next: string) => {
    changeLocale(next as Locale);
    if (!signedIn) return;
    // The screen has changed already; a server that is away learns it at the next change.
    const saved = await client.PATCH("/api/v1/me", { body: { locale: next as Locale } }).catch(() => null);
    if (saved?.response.ok) cache.setQueryData(ME_KEY, answerOf(saved));
  };
  return (
    <SegmentedControl
      size="xs"
      value={locale}
      onChange={(next) => void choose(next)}
      aria-label={t("platform.language")}
      data={[
        { value: "ja", label: "日本語" },
        { value: "en", label: "EN" },
      ]}
    />
  );
}
