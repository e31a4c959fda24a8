import { Text } from "@mantine/core";
import { formatDate, Icon, useLocale, useText } from "../platform/index.ts";
import { answerText, isSameLink, linkText, type Names, type PromiseAnswer } from "./promise-words.ts";

/** The date as one big sentence, what decides it, and the chain down from the item. */
export function AnswerView({
  answer,
  wantedOn,
  names,
}: {
  readonly answer: PromiseAnswer;
  readonly wantedOn: string;
  readonly names: Names;
}) {
  const t = useText();
  const locale = useLocale();
  const day = (date: string) => formatDate(date, locale);
  const isLate = wantedOn !== "" && !answer.isInTime;
  const color = wantedOn === "" ? undefined : isLate ? "orange.9" : "teal.9";
  return (
    <div>
      <Text fz={24} fw={700} lh={1.35} c={color} component="p" m={0} data-answer>
        {wantedOn !== "" && <Icon name={isLate ? "alert" : "checkCircle"} size={22} />}{" "}
        {answerText(t, day, answer, wantedOn)}
      </Text>
      <Text size="md" mt={4}>
        {linkText(t, day, names, answer.binding)}
      </Text>
      {answer.chain.length > 1 && (
        <section aria-label={t("planning.when.chain")} style={{ marginTop: 12 }}>
          <h2 style={{ fontSize: 15, margin: 0 }}>{t("planning.when.chain")}</h2>
          <ol style={{ margin: "4px 0 0", paddingLeft: 20, lineHeight: 1.8 }}>
            {answer.chain.map((link, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a chain is drawn whole and never reordered
              <li key={at} style={{ fontWeight: isSameLink(link, answer.binding) ? 600 : 400 }}>
                {linkText(t, day, names, link)}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
