import { fileURLToPath } from "node:url";
import { readAdventureWorks } from "../read-adventureworks.ts";
import { buildStructure } from "./structure.ts";

/** The source as the tests read it, from the folder beside this one. */
export const SOURCE = readAdventureWorks(fileURLToPath(new URL("../adventureworks", import.meta.url)));
export const STRUCTURE = buildStructure(SOURCE);
