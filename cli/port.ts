import { createServer } from "node:net";
import { OperatorMessage } from "../server/platform/embedded/index.ts";

/**
 * Makes sure that the server may listen there, before anything slow is started.
 * @throws OperatorMessage PORT_TAKEN, PORT_FORBIDDEN
 */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once("error", reject);
      probe.listen(port, host, resolve);
    });
  } catch (error) {
    throw explainListenError(error, port, host);
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}

/** Turns an error of `listen` into a sentence; other errors pass. */
export function explainListenError(error: unknown, port: number, host: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EADDRINUSE") {
    return new OperatorMessage("PORT_TAKEN", {
      ja: `ポート ${port} は別のプログラムが使用中です。そのプログラムを止めるか、「--port 番号」で別のポートを指定してください（例: --port ${port + 1}）。`,
      en: `Port ${port} is taken by another program. Stop that program, or choose another port with --port, e.g. --port ${port + 1}.`,
    });
  }
  if (code === "EACCES" || code === "EADDRNOTAVAIL") {
    return new OperatorMessage("PORT_FORBIDDEN", {
      ja: `${host} のポート ${port} では待ち受けできません（${code}）。「--port」「--host」で変更してください。`,
      en: `The server may not listen on ${host}, port ${port} (${code}). Choose others with --port and --host.`,
    });
  }
  return error;
}
