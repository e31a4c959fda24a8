import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AdventureWorks, parseAdventureWorks } from "./region/adventureworks.ts";

/**
 * Reads the source tables from a folder of CSV files.
 * @param folder `sample/adventureworks` under the root of the program; a bundle lies elsewhere, so the caller names it
 * @throws when a file is missing or damaged (a broken installation)
 */
export function readAdventureWorks(folder: string): AdventureWorks {
  return parseAdventureWorks((file) => readFileSync(join(folder, `${file}.csv`), "utf8"));
}
