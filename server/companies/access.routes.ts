import {
  accessListQueryShape,
  accessPageShape,
  historyPageShape,
  historyQueryShape,
} from "../../domain/companies/index.ts";
import { defineRoute, type Route } from "../platform/index.ts";
import { listAccesses, listHistory } from "./access.store.ts";

export const accessRoutes: Route[] = [
  defineRoute({
    method: "GET",
    url: "/accesses",
    kind: "read",
    permission: "companies.read",
    summary: { en: "Who of others reached into this company's books", ja: "他社からのアクセス記録" },
    query: accessListQueryShape,
    response: accessPageShape,
    handler: ({ tx, query }) => listAccesses(tx, query),
  }),
  defineRoute({
    method: "GET",
    url: "/history",
    kind: "read",
    permission: "companies.read",
    summary: { en: "What was done with one record", ja: "変更履歴" },
    query: historyQueryShape,
    response: historyPageShape,
    handler: ({ tx, query }) => listHistory(tx, query),
  }),
];
