import pg from "pg";

/** What was decided about the sample: it is loaded once, and not again after somebody removed it. */
export type SampleNote = "loaded" | "declined";

/** The decision about the sample so far; null before the first start has ended. */
export async function readSampleNote(admin: pg.ClientConfig): Promise<SampleNote | null> {
  return withAdmin(admin, async (client) => {
    await client.query(
      "create table if not exists musubi_meta.note (subject text primary key, value text not null, noted_at timestamptz not null default now())",
    );
    const { rows } = await client.query<{ value: SampleNote }>(
      "select value from musubi_meta.note where subject = 'sample'",
    );
    return rows[0]?.value ?? null;
  });
}

export async function writeSampleNote(admin: pg.ClientConfig, value: SampleNote): Promise<void> {
  await withAdmin(admin, (client) =>
    client.query(
      `insert into musubi_meta.note (subject, value) values ('sample', $1)
       on conflict (subject) do update set value = excluded.value, noted_at = now()`,
      [value],
    ),
  );
}

async function withAdmin<T>(admin: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
