import { Text } from "@mantine/core";
import { DateText, useText } from "../platform/index.ts";

/** What a partner without an account said by its link. */
export interface Said {
  readonly kind: "accepts" | "declines" | "asks";
  readonly promisedOn: string | null;
  readonly name: string;
  readonly words: string;
}

/** The answer as it is kept with the link. */
export function readAnswer(text: string | null): Said | null {
  return text ? (JSON.parse(text) as Said) : null;
}

/** The answer in one line: who, what, by when, and the words. */
export function PartnerAnswer({ said }: { readonly said: Said }) {
  const t = useText();
  return (
    <Text size="sm">
      {said.name}: {t(`trade.page.${said.kind}`)}
      {said.promisedOn && (
        <>
          {" "}
          {t("trade.promisedOn")} <DateText value={said.promisedOn} />
        </>
      )}
      {said.words && ` 「${said.words}」`}
    </Text>
  );
}
