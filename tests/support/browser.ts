import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

/**
 * A real browser: the one MUSUBI_TEST_BROWSER names (`packaged`: the one of the npm package), else the system's, else the one an npm package brings with its own libraries,
 * so that the tests need no system package.
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env["MUSUBI_TEST_BROWSER"];
  const system = named === "packaged" ? undefined : (named ?? SYSTEM_BROWSERS.find((path) => existsSync(path)));
  if (system) return chromium.launch({ executablePath: system, args: QUIET });
  if (process.platform !== "linux" || process.arch !== "x64")
    return chromium.launch({ channel: "chrome", args: QUIET });
  return openPackaged();
}

/**
 * The package unpacks into the temporary folder as its user alone (one of our own, so that a second user does not meet it) and tells of its
 * libraries through this process's environment. Both are the browser's alone: the program under test must start in the environment of a
 * newcomer, its database under a user who may not read that folder.
 */
async function openPackaged(): Promise<Browser> {
  const before = { ...process.env };
  const own = mkdtempSync(join(tmpdir(), "musubi-browser-"));
  Object.assign(process.env, {
    TMPDIR: own,
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x",
    AWS_LAMBDA_JS_RUNTIME: "nodejs20.x",
  });
  try {
    const packaged = (await import("@sparticuz/chromium")).default;
    const executablePath = await packaged.executablePath();
    // The package's own list of font folders names none of ours; without any default font the browser ends itself at a missing glyph.
    const fonts = join(own, "fonts");
    writeFileSync(
      join(fonts, "fonts.conf"),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${join(own, "fonts-cache")}</cachedir></fontconfig>`,
    );
    const libraries = [join(own, "al2023", "lib"), process.env["LD_LIBRARY_PATH"] ?? ""];
    const env = {
      ...process.env,
      LD_LIBRARY_PATH: libraries.filter((path) => path && existsSync(path.split(":")[0]!)).join(":"),
      FONTCONFIG_PATH: fonts,
    };
    return await chromium.launch({
      executablePath,
      args: [...QUIET, "--no-zygote", "--headless=shell"],
      headless: true,
      env,
    });
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

export const DESKTOP = { width: 1440, height: 900 };
export const TABLET = { width: 820, height: 1180 };
/** A browser as people here have it. Nothing fades: a message on its way out would have too little contrast just then. */
export const SETTING = { locale: "ja-JP", reducedMotion: "reduce" } as const;

const OUTPUT = "test-output/screenshots";

/** Keeps what a person would see, for people to look at after the run. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(OUTPUT, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(OUTPUT, `${name}.png`), fullPage: true });
}

/** Rows below the twelfth are drawn as those above: long lists would only make the search long. */
const MORE_OF_THE_SAME = "tbody tr:nth-child(n + 13)";

/** Waits until what fades in stands: half faded, a text has too little contrast. What turns for ever (a spinner) is not waited for. */
async function stoodStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    const ending = document
      .getAnimations()
      .filter(
        (one) => one.playState === "running" && one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
      );
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
    await frame();
  });
}

/** What axe finds wrong and calls serious or critical: rule and the places, ready to be compared with nothing. */
export async function seriousBarriers(page: Page): Promise<string[]> {
  await stoodStill(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .exclude(MORE_OF_THE_SAME)
    // Our pages hold no frames; without this a second page is opened to put the frames' answers together, two seconds each time.
    .setLegacyMode(true)
    .analyze();
  return violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** Keeps what a person would see, where axe finds nothing serious. */
export async function sound(page: Page, shot: string): Promise<void> {
  await keepScreenshot(page, shot);
  expect(await seriousBarriers(page)).toEqual([]);
}
