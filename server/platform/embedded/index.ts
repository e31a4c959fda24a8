export { backUpEmbedded } from "./backup/back-up.ts";
export { restoreEmbedded } from "./backup/restore.ts";
export { folderHolder } from "./folder-lock.ts";
export { findRunning, openEmbedded } from "./open-embedded.ts";
export { type Language, OperatorMessage, terminalLanguage } from "./operator-message.ts";
export { answers, runningServer } from "./postmaster.ts";
export { projectRoot } from "./project-root.ts";
export { type RolePasswords, writePrivate } from "./secrets.ts";
