import type { Command } from "./command.ts";
import { backupCommand } from "./commands/backup.ts";
import { benchCommand } from "./commands/bench.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { helpCommand } from "./commands/help.ts";
import { importCommand } from "./commands/import.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { planCommand } from "./commands/plan.ts";
import { restoreCommand } from "./commands/restore.ts";
import { sampleCommand } from "./commands/sample.ts";
import { startCommand } from "./commands/start.ts";

/** The commands of `npx musubi`, in the order help lists them. A command joins by a line here. */
const subjects: readonly Command[] = [
  startCommand,
  migrateCommand,
  sampleCommand,
  importCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  planCommand,
  benchCommand,
];

export const commands: readonly Command[] = [...subjects, helpCommand(subjects)];
