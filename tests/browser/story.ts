import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { tellScreensOnFailure } from "../support/on-failure.ts";
import { type RunningProgram, startProgram } from "../support/running-program.ts";
import { type Person, signIn } from "./people.ts";

/** What all tests of a file walk through together; there from its `before` on. */
export interface Story {
  readonly browser: Browser;
  /** Where the program is: `http://localhost:PORT`. */
  readonly address: string;
  /** Signs a person of the sample in, `.example` left out: `seisan@akatsukino`. At a desktop unless said. */
  readonly as: (email: string, viewport?: { readonly width: number; readonly height: number }) => Promise<Person>;
}

/** The program with the sample and a browser, for the tests of this file; `before` is done between their start and the first test. */
export function startStory(before?: () => Promise<void>): Story {
  let program: RunningProgram;
  let browser: Browser;
  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram(), openBrowser()]);
    await before?.();
  }, 600_000);
  tellScreensOnFailure(() => browser);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });
  return {
    get browser() {
      return browser;
    },
    get address() {
      return program.address;
    },
    as: (email, viewport) => signIn(browser, program.address, `${email}.example`, viewport),
  };
}
