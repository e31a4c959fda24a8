import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/**
 * Serves the built web and, for every page address, its one HTML file: the browser's router knows the pages.
 * Files with a hash in their name never change and are kept for a year; the page itself is always asked for.
 */
export async function addWebFiles(app: FastifyInstance, webRoot: string | undefined): Promise<void> {
  const built = webRoot !== undefined && existsSync(join(webRoot, "index.html"));
  if (built) {
    await app.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      index: false,
      cacheControl: false,
      setHeaders(response, path) {
        const lasting = path.includes(`${join(webRoot, "assets")}`);
        response.header("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const { method, url } = request;
    const isPage =
      (method === "GET" || method === "HEAD") && !/^\/(api|assets)(\/|$|\?)/.test(url) && !/\.\w+(\?|$)/.test(url);
    return built && isPage
      ? reply.sendFile("index.html", { cacheControl: false })
      : reply.refuse([{ code: "ROUTE_NOT_FOUND" }]);
  });
}
