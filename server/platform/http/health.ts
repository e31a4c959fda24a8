import { z } from "zod";
import type { Databases } from "../db/index.ts";
import { definePublicRoute, type Route } from "./route.ts";

/** For load balancers and the command line: the server answers, and so does its database. */
export function healthRoute(databases: Databases, version: string): Route {
  return definePublicRoute({
    method: "GET",
    url: "/health",
    summary: { en: "Whether the server and its database answer", ja: "サーバーとデータベースの応答確認" },
    response: z.object({ status: z.literal("ok"), version: z.string() }),
    handler: async () => {
      await databases.app.query("select 1");
      return { status: "ok" as const, version };
    },
  });
}
