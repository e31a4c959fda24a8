import type { Deadline, Round } from "../jobs/index.ts";
import type { HttpStatus } from "./refusal-status.ts";
import type { Route } from "./route.ts";

/** Texts of an area by key, in both languages, as the files `web/<area>/messages.{ja,en}.json` hold them. */
export interface Messages {
  readonly ja: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

/** What `server/<area>/index.ts` exports as `area`; `server/app.ts` lists them. */
export interface AreaServer {
  /** The area's folder name. */
  readonly id: string;
  /** The area's name for the API page. */
  readonly title?: { readonly ja: string; readonly en: string };
  readonly routes: readonly Route[];
  /** What happens by itself when a day has passed; looked at every hour. */
  readonly deadlines?: readonly Deadline[];
  /** What is looked at again and again while the server is up. */
  readonly rounds?: readonly Round[];
  /**
   * HTTP status of the area's refusals: `{ … } satisfies Record<SalesRefusal, HttpStatus>`, so that a new code without
   * a status does not compile. What the platform's own table names may be left out; what nobody names answers 422.
   */
  readonly refusalStatus?: Readonly<Record<string, HttpStatus>>;
  /** Left out: read from `web/<id>/messages.{ja,en}.json`. */
  readonly messages?: Messages;
}
