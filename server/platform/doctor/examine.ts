import pg from "pg";

/** One invariant of the trade model on live data. `compared` 0 is not a pass: nothing was there to compare. */
export interface Finding {
  readonly invariant: string;
  readonly compared: number;
  readonly broken: number;
  readonly examples: readonly string[];
}

export interface Examination {
  readonly findings: readonly Finding[];
  /** What is on its way between two companies, so that their books may differ by it: how many of a kind, and their ids. */
  readonly inTransit: readonly { readonly what: string; readonly count: number; readonly ids: readonly string[] }[];
  /** Seconds since the sealer and the folder last ran. */
  readonly marks: readonly { readonly name: string; readonly seconds: number }[];
}

/** Asks every invariant of a live database, as the job role: it learns names, counts and ids, no company's data. */
export async function examine(job: pg.ClientConfig): Promise<Examination> {
  const client = new pg.Client(job);
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local statement_timeout = '30min'");
    const { rows } = await client.query<{
      invariant: string;
      compared: string;
      broken: string;
      examples: string[] | null;
    }>(
      "select invariant, compared, broken, examples from guard.examine() union all select invariant, compared, broken, examples from guard.examine_promises()",
    );
    const marks = await client.query<{ name: string; seconds: number }>(
      "select name, seconds from guard.marks() order by name",
    );
    const transit = await client.query<{ what: string; number_of: string; ids: string[] }>(
      "select what, number_of, ids from guard.in_transit() order by what",
    );
    await client.query("commit");
    return {
      findings: rows.map((row) => ({
        invariant: row.invariant,
        compared: Number(row.compared),
        broken: Number(row.broken),
        examples: row.examples ?? [],
      })),
      inTransit: transit.rows.map((row) => ({ what: row.what, count: Number(row.number_of), ids: row.ids })),
      marks: marks.rows,
    };
  } finally {
    await client.end();
  }
}
