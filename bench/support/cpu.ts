import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second of Linux's process files; the same on every machine we run on. */
const TICKS_PER_SECOND = 100;

export interface ProcessorTime {
  readonly serverMs: number;
  readonly databaseMs: number;
}

/**
 * Processor time so far of the product's server and of the database with all its connections: what a busy machine does not
 * change, so that figures of different days can be compared. Undefined where there is no /proc.
 */
export function processorTime(serverPid: number, databasePid: number): ProcessorTime | undefined {
  try {
    const processes = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          return [parseStat(readFileSync(`/proc/${name}/stat`, "utf8"))];
        } catch {
          return []; // it ended meanwhile
        }
      });
    const sum = (belongs: (one: ProcessStat) => boolean) =>
      (processes.filter(belongs).reduce((total, one) => total + one.ticks, 0) * 1000) / TICKS_PER_SECOND;
    const parent = processes.find((one) => one.pid === databasePid);
    if (!parent) return undefined;
    return {
      serverMs: sum((one) => one.pid === serverPid),
      // A connection that ended has left its time with the database's first process.
      databaseMs:
        sum((one) => one.pid === databasePid || one.parentPid === databasePid) +
        (parent.childTicks * 1000) / TICKS_PER_SECOND,
    };
  } catch {
    return undefined;
  }
}

export interface ProcessStat {
  readonly pid: number;
  readonly parentPid: number;
  readonly ticks: number;
  /** Of children that ended. */
  readonly childTicks: number;
}

/** A line of /proc/PID/stat; the name in brackets may hold spaces and brackets. */
export function parseStat(line: string): ProcessStat {
  const after = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const number = (index: number) => Number(after[index]);
  return {
    pid: Number(line.slice(0, line.indexOf(" "))),
    parentPid: number(1),
    ticks: number(11) + number(12),
    childTicks: number(13) + number(14),
  };
}
