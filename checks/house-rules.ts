/** A rule of the house, told for one file: what is wrong, line by line. */
export interface HouseRule {
  readonly name: string;
  readonly why: string;
  /** Files it looks at. */
  readonly applies: (path: string) => boolean;
  readonly find: (text: string) => readonly { readonly line: number; readonly text: string }[];
}

const isCode = (path: string) => /\.(ts|tsx|mjs|cjs|sql)$/.test(path) && !/generated/.test(path);

function linesWith(pattern: RegExp) {
  return (text: string) =>
    text.split("\n").flatMap((line, index) => (pattern.test(line) ? [{ line: index + 1, text: line.trim() }] : []));
}

/** What people forget and a tool remembers. Each rule is tried on planted bad code (house-rules.test.ts). */
export const HOUSE_RULES: readonly HouseRule[] = [
  {
    name: "no-skipped-test",
    why: "a test that does not run says nothing",
    applies: (path) => /\.test\.tsx?$/.test(path),
    find: linesWith(/\b(it|test|describe)(\.[a-z]+)*\.(skip|only|todo|skipIf|runIf|fails)\b|\bretry:\s*[1-9]/),
  },
  {
    name: "no-unfinished-work",
    why: "unfinished work stands in docs/status.md, not in the code",
    applies: (path) => isCode(path) && !path.startsWith("checks/"),
    find: linesWith(/\b(TODO|FIXME|XXX)\b|[Nn]ot implemented|[Cc]oming soon|[Pp]laceholder data/),
  },
  {
    name: "no-value-in-sql",
    why: "values are bound: an interpolated one is an injection, and a literal token can be read in pg_stat_activity",
    applies: (path) => /\.store\.ts$/.test(path),
    // a constant written in capitals is our own
    find: linesWith(/'\$\{(?![A-Z_]+\})/),
  },
  {
    name: "no-cursor-with-hold",
    why: "rows of a held cursor outlive the transaction on a pooled connection and reach the next company",
    applies: (path) => isCode(path) && !path.startsWith("checks/"),
    find: linesWith(/declare\s+\S+\s+.*cursor.*with\s+hold/i),
  },
  {
    name: "no-float-money",
    why: "yen are bigint, prices and quantities exact decimals",
    applies: (path) => /^(domain|server)\/.*\.ts$/.test(path) && !/\.test\.ts$/.test(path),
    find: linesWith(/parseFloat\(|\b\w*(Yen|Price)\w*:\s*number\b/),
  },
  {
    name: "no-clock-in-domain",
    why: "the domain is handed its dates, so that it can be tested on any day",
    applies: (path) => /^domain\/.*\.ts$/.test(path) && !/\.test\.ts$/.test(path),
    find: linesWith(/Math\.random|Temporal\.Now|Decimal\.(random|set)\b|toLocale\w*String/),
  },
  {
    name: "migration-sets-its-role",
    why: "nothing is created by the superuser: an object of its own would be outside the walls",
    applies: (path) => /^db\/migrations\/.*\.sql$/.test(path),
    find: (text) => {
      const first = text.split("\n").findIndex((line) => line.trim() !== "" && !line.startsWith("--"));
      return text.split("\n")[first]?.startsWith("set role ") && text.trimEnd().endsWith("reset role;")
        ? []
        : [{ line: first + 1, text: "starts with `set role`, ends with `reset role;`" }];
    },
  },
];
