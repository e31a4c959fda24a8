import pg from "pg";

/** From so many bytes on a value is sent as it stands. */
const LARGE = 65_536;
const MOST_BYTES = 2 ** 31 - 1;

type Value = Buffer | string | number | null;

interface Statement {
  readonly name?: string;
  readonly text: string;
}

/** What of pg's query and connection is used here: its `Query` sends its own messages, and this one only sends one of them otherwise. */
interface Connection {
  readonly stream: { write(part: Buffer): void };
  parse(message: Statement & { readonly types: readonly number[] }): void;
  describe(message: { readonly type: "P"; readonly name: string }): void;
  readonly submittedNamedStatements: Record<string, string>;
}
const PgQuery = pg.Query as unknown as new (
  config: Statement & {
    readonly values: readonly Value[];
    readonly callback: (error: Error | null, result: pg.QueryResult) => void;
  },
) => pg.Submittable & {
  hasBeenParsed(connection: Connection): boolean;
  _getRows(connection: Connection): void;
};

/** Whether it is worth sending these values as they stand: some are large, and all have a form that needs no rules. */
export function areLarge(values: readonly unknown[]): values is readonly Value[] {
  return (
    values.some((value) => Buffer.isBuffer(value) && value.length >= LARGE) &&
    values.every(
      (value) => value === null || Buffer.isBuffer(value) || typeof value === "string" || typeof value === "number",
    )
  );
}

/**
 * Runs a statement with large binary values without putting them together into one message first: pg grows and copies it on the way, which for a
 * plan's columns of numbers costs more than making them.
 */
export function queryLarge(
  client: pg.ClientBase,
  statement: Statement,
  values: readonly Value[],
): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    client.query(new LargeQuery(statement, values, (error, result) => (error ? reject(error) : resolve(result))));
  });
}

class LargeQuery extends PgQuery {
  private readonly statement: Statement;
  private readonly given: readonly Value[];

  constructor(
    statement: Statement,
    values: readonly Value[],
    callback: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    super({ ...statement, values, callback });
    this.statement = statement;
    this.given = values;
  }

  /** As pg's own, but for the message that binds the values. */
  prepare(connection: Connection): void {
    const { name = "", text } = this.statement;
    if (!this.hasBeenParsed(connection)) {
      connection.parse({ name, text, types: [] });
      if (name !== "") connection.submittedNamedStatements[name] = text;
    }
    for (const part of bindMessage(name, this.given)) connection.stream.write(part);
    connection.describe({ type: "P", name: "" });
    this._getRows(connection);
  }
}

/**
 * The message that binds values to a prepared statement, in parts to be sent one after the other.
 *
 * Source: PostgreSQL, "Frontend/Backend Protocol", message formats, Bind.
 */
function bindMessage(name: string, values: readonly Value[]): Buffer[] {
  const bodies = values.map((value) =>
    value === null || Buffer.isBuffer(value) ? value : Buffer.from(String(value), "utf8"),
  );
  const title = Buffer.from(name, "utf8");
  // Code, length, the unnamed portal, the statement, one format for each value, and how many values follow.
  const head = Buffer.alloc(1 + 4 + 1 + title.length + 1 + 2 + 2 * values.length + 2);
  let at = head.write("B") + 4 + 1;
  at += title.copy(head, at) + 1;
  at = head.writeInt16BE(values.length, at);
  for (const value of values) at = head.writeInt16BE(Buffer.isBuffer(value) ? 1 : 0, at);
  head.writeInt16BE(values.length, at);
  const parts: Buffer[] = [head];
  for (const body of bodies) {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body === null ? -1 : body.length);
    parts.push(length);
    if (body !== null) parts.push(body);
  }
  // Results as text.
  parts.push(Buffer.from([0, 1, 0, 0]));
  const bytes = parts.reduce((sum, part) => sum + part.length, 0) - 1;
  if (bytes > MOST_BYTES) throw new RangeError("a statement's values are larger than its message may be");
  head.writeInt32BE(bytes, 1);
  return parts;
}
