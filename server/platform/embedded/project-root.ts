import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder of the program, found upwards from here. Bundled code lies in dist/, source in server/: both read the
 * same migrations and sample files, so neither may count the folders in between.
 * @throws when the files around the program are missing (a broken installation)
 */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "db", "migrations"))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error("The folder db/migrations was not found above the program.");
    folder = parent;
  }
  return folder;
}
