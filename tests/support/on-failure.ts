import type { Browser } from "playwright-core";
import { afterEach } from "vitest";

/** Prints what each open page shows when a test of the file fails: elsewhere nobody can look at the screen. */
export function tellScreensOnFailure(browser: () => Browser | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    for (const page of browser()
      ?.contexts()
      .flatMap((context) => context.pages()) ?? []) {
      const seen = await page
        .locator("body")
        // biome-ignore lint/performance/useDomNodeTextContent: what is seen is wanted, with its line breaks and without what is hidden
        .innerText({ timeout: 5_000 })
        .catch((error: unknown) => String(error));
      process.stdout.write(`\n── screen at ${page.url()}\n${seen.replace(/\n+/g, "\n").slice(0, 2_500)}\n`);
    }
  });
}
