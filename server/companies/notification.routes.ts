import { z } from "zod";
import {
  newsFor,
  newsPage,
  notificationPageShape,
  notificationQueryShape,
  permissionsOf,
  unreadShape,
} from "../../domain/companies/index.ts";
import { idShape, ok, refuse } from "../../domain/shared/index.ts";
import { defineRoute, type Route, readCursor, type Tx, toPage } from "../platform/index.ts";
import { listNews, loadMark, markRead, moveMark } from "./notification.store.ts";

/** The bell says "99+" above. */
const COUNTED = 99;
const SORT = "-at";

const toldOf = (tx: Tx) => newsFor(permissionsOf(tx.roles));

async function countUnread(tx: Tx) {
  const rows = await listNews(tx, toldOf(tx), await loadMark(tx), { limit: COUNTED + 1, unread: true });
  return { count: Math.min(rows.length, COUNTED), isMore: rows.length > COUNTED };
}

export const notificationRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/notifications",
    kind: "read",
    permission: "companies.read",
    summary: { en: "What arrived for the acting person, newest first", ja: "自分へのお知らせ" },
    query: notificationQueryShape,
    response: notificationPageShape,
    handler: async ({ tx, query }) => {
      const after = readCursor(query.cursor, SORT, ["instant", "uuid"]);
      if (!after.ok) return after;
      const rows = await listNews(tx, toldOf(tx), await loadMark(tx), {
        limit: query.limit + 1,
        unread: query.unread === "true",
        ...(after.value && { after: [after.value[0]!, after.value[1]!] as const }),
      });
      const page = toPage(rows, query.limit, SORT, (row) => [row.at, row.id]);
      return ok({
        ...page,
        rows: page.rows.map(({ targetId, ...row }) => ({ ...row, to: newsPage(row.kind, row.side, targetId) })),
      });
    },
  }),
  defineRoute({
    method: "GET",
    url: "/notifications/unread",
    kind: "read",
    permission: "companies.read",
    summary: { en: "How many notifications are unread, up to 99", ja: "未読のお知らせの数" },
    response: unreadShape,
    handler: async ({ tx }) => ok(await countUnread(tx)),
  }),
  defineRoute({
    method: "POST",
    url: "/notifications/:id/read",
    kind: "command",
    permission: "companies.read",
    summary: { en: "One notification is read", ja: "お知らせを既読にする" },
    params: z.object({ id: idShape }),
    response: unreadShape,
    handler: async ({ tx, params }) => {
      if ((await markRead(tx, [params.id])) === 0) return refuse("NOT_FOUND");
      return ok(await countUnread(tx));
    },
  }),
  defineRoute({
    method: "POST",
    url: "/notifications/read-all",
    kind: "command",
    permission: "companies.read",
    summary: { en: "Everything up to now is read", ja: "お知らせをすべて既読にする" },
    response: unreadShape,
    handler: async ({ tx }) => {
      const mark = await moveMark(tx);
      // What lies above the mark and is shown already: written while a slower transaction was still open.
      const above = await listNews(tx, toldOf(tx), mark, { limit: 1_000, unread: true });
      await markRead(
        tx,
        above.map(({ id }) => id),
      );
      return ok(await countUnread(tx));
    },
  }),
];
