import { ActionIcon, Button, Group, Indicator, Popover, SegmentedControl } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import {
  Answered,
  type AnswerOf,
  Empty,
  Icon,
  InstantText,
  PageLink,
  readApi,
  useApi,
  useCommand,
  useLive,
  useText,
} from "../platform/index.ts";
import classes from "./notification-bell.module.css";

type News = AnswerOf<"get", "/api/v1/notifications">;
type Row = News["rows"][number];

/** What may be news. Which of it is, and for whom, the server decides. */
const KINDS = [
  "trade.",
  "partnerPage.",
  "delivery.",
  "invoice.",
  "payment.",
  "agreements.",
  "network.",
  "planning.exceptions",
  "accounting.monthToClose",
];
/** A busy company tells of changes all day; counting every few seconds is soon enough. */
const COUNT_AGAIN_MS = 3_000;
const PAGE = 20;

/** The bell: how much arrived for this person and is unread, and the list behind it. */
export function NotificationBell() {
  const t = useText();
  const [open, setOpen] = useState(false);
  const unread = useApi("/api/v1/notifications/unread");
  const { refetch } = unread;
  useLive(
    KINDS,
    useSeldom(() => void refetch()),
  );
  const { count = 0, isMore = false } = unread.data ?? {};
  const shown = isMore ? `${count}+` : `${count}`;
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={460}
      shadow="md"
      transitionProps={{ duration: 0 }}
      trapFocus
      returnFocus
    >
      <Indicator label={shown} disabled={count === 0} size={16} offset={5} color="red.8">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            onClick={() => setOpen(!open)}
            aria-label={count === 0 ? t("companies.news.bellNone") : t("companies.news.bell", { count: shown })}
          >
            <Icon name="bell" size={18} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t("companies.news.title")}>
        {open && <NewsPanel count={count} onRead={() => void refetch()} onClose={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

interface NewsPanelProps {
  readonly count: number;
  readonly onRead: () => void;
  readonly onClose: () => void;
}

function NewsPanel({ count, onRead, onClose }: NewsPanelProps) {
  const t = useText();
  const [show, setShow] = useState<"all" | "unread">("all");
  const query = { limit: PAGE, ...(show === "unread" && { unread: "true" as const }) };
  const first = useApi("/api/v1/notifications", { params: { query } });
  const [more, setMore] = useState<{ readonly rows: readonly Row[]; readonly next: string | undefined } | null>(null);
  const next = more ? more.next : first.data?.nextCursor;
  const readOne = useCommand("post", "/api/v1/notifications/{id}/read", { keepAnswers: true });
  const readAll = useCommand("post", "/api/v1/notifications/read-all", { keepAnswers: true });
  const goOn = async () => {
    const page = await readApi("/api/v1/notifications", { params: { query: { ...query, cursor: next! } } });
    setMore({ rows: [...(more?.rows ?? []), ...page.rows], next: page.nextCursor });
  };
  const again = () => {
    setMore(null);
    void first.refetch();
    onRead();
  };
  // What arrives while the list is open is put in front.
  const seen = useRef(count);
  useEffect(() => {
    if (count > seen.current) void first.refetch();
    seen.current = count;
  }, [count, first.refetch]);
  return (
    <section aria-label={t("companies.news.title")}>
      <Group justify="space-between" px={12} py={8} className={classes.head} wrap="nowrap">
        <SegmentedControl
          size="xs"
          value={show}
          onChange={(value) => {
            setShow(value as "all" | "unread");
            setMore(null);
          }}
          aria-label={t("companies.news.title")}
          data={[
            { value: "all", label: t("companies.news.title") },
            { value: "unread", label: t("companies.news.onlyUnread") },
          ]}
        />
        <Button
          size="compact-xs"
          variant="subtle"
          disabled={count === 0}
          loading={readAll.busy}
          onClick={() => void readAll.run({}).then((end) => end?.ok && again())}
        >
          {t("companies.news.readAll")}
        </Button>
      </Group>
      <div className={classes.list}>
        <Answered answer={first} lines={4}>
          {({ rows }) => {
            const all = [...rows, ...(more?.rows ?? [])];
            if (all.length === 0)
              return (
                <Empty
                  title={t(show === "unread" ? "companies.news.noneUnread" : "companies.news.none")}
                  hint={show === "unread" ? "" : t("companies.news.noneHint")}
                />
              );
            return (
              <ul>
                {all.map((row) => (
                  <NewsRow
                    key={row.id}
                    row={row}
                    onOpen={() => {
                      onClose();
                      if (!row.isRead)
                        void readOne.run({ params: { path: { id: row.id } } }).then((end) => end?.ok && onRead());
                    }}
                  />
                ))}
              </ul>
            );
          }}
        </Answered>
        {next && (
          <Button fullWidth variant="subtle" size="xs" onClick={() => void goOn()}>
            {t("companies.news.more")}
          </Button>
        )}
      </div>
    </section>
  );
}

function NewsRow({ row, onOpen }: { readonly row: Row; readonly onOpen: () => void }) {
  const t = useText();
  const [year = "", month = ""] = row.kind === "accounting.monthToClose" ? (row.number ?? "").split("-") : [];
  const text = t(`companies.news.${row.kind}.${row.side}`, {
    number: row.number ?? "",
    partner: row.partnerName ?? t("companies.news.partner"),
    count: row.count ?? 0,
    month: t("companies.news.month", { year, month: Number(month) }),
  });
  return (
    <li data-unread={!row.isRead}>
      <PageLink to={row.to} className={classes.row} onClick={onOpen}>
        <span className={classes.dot}>{!row.isRead && <span title={t("companies.news.unread")} />}</span>
        <span>
          {!row.isRead && <span className="visually-hidden">{t("companies.news.unread")}: </span>}
          {text}
          <small className="quiet">
            <InstantText value={row.at} />
          </small>
        </span>
      </PageLink>
    </li>
  );
}

/** Calls at once, and then at most every few seconds; the last call is never lost. */
function useSeldom(work: () => void): () => void {
  const latest = useRef(work);
  latest.current = work;
  const calledAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(() => {
    if (timer.current !== undefined) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        calledAt.current = Date.now();
        latest.current();
      },
      Math.max(0, calledAt.current + COUNT_AGAIN_MS - Date.now()),
    );
  }, []);
}
