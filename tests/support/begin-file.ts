import { forgetReactions } from "../../server/platform/happenings.ts";

/** Runs before every test file: files share their worker's process, and what one wired the next must not find. */
forgetReactions();
