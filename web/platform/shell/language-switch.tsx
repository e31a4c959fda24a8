import { SegmentedControl } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { changeLocale, type Locale } from "../i18n/i18n.ts";
import { useLocale, useText } from "../i18n/use-text.ts";
import { ME_KEY, type Me, saveLocale } from "../session/session.ts";

/** Japanese or English, at once on the screen and kept for the person. */
export function LanguageSwitch({ signedIn = true }: { readonly signedIn?: boolean }) {
  const t = useText();
  const locale = useLocale();
  const cache = useQueryClient();
  const choose = (next: Locale) => {
    changeLocale(next);
    const me = signedIn ? cache.getQueryData<Me>(ME_KEY) : undefined;
    if (!me) return;
    cache.setQueryData<Me>(ME_KEY, { ...me, person: { ...me.person, locale: next } });
    void saveLocale(me.person.userId, next);
  };
  return (
    <SegmentedControl
      size="xs"
      value={locale}
      onChange={(next) => choose(next as Locale)}
      aria-label={t("platform.language")}
      data={[
        { value: "ja", label: "日本語" },
        { value: "en", label: "EN" },
      ]}
    />
  );
}
