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
    }>("select invariant, compared, broken, examples from guard.examine()");
    const marks = await client.query<{ name: string; seconds: number }>(
      "select name, seconds from guard.marks() order by name",
    );
    await client.query("commit");
    return {
      findings: rows.map((row) => ({
        invariant: row.invariant,
        compared: Number(row.compared),
        broken: Number(row.broken),
        examples: row.examples ?? [],
      })),
      marks: marks.rows,
    };
  } finally {
    await client.end();
  }
}
