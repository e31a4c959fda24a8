import { Answered, HistoryList, useApi, useText } from "../platform/index.ts";

const SHOWN = 20;

/** What was done with a record, the newest first: for the side of every document. */
export function HistoryPanel({ subjectId }: { readonly subjectId: string }) {
  const t = useText();
  const history = useApi("/api/v1/history", { params: { query: { subjectId, limit: SHOWN } } });
  const textOf = (command: string) => {
    const key = `history.${command}`;
    const text = t(key);
    return text === key ? command : text;
  };
  return (
    <Answered answer={history} lines={3}>
      {({ rows }) => (
        <HistoryList
          entries={rows.map(({ id, at, command, userName }) => ({
            id,
            at,
            who: userName ?? t("companies.history.someone"),
            text: textOf(command),
          }))}
          none={t("companies.history.none")}
        />
      )}
    </Answered>
  );
}
