#!/usr/bin/env node
// The way in: plain JavaScript, so that it can tell a Node.js that is too old, and build what is missing or stale.
const OLDEST = [20, 19];
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  const isJapanese = /^ja/i.test(process.env.MUSUBI_LANG || process.env.LC_ALL || process.env.LANG || "");
  process.stderr.write(
    isJapanese
      ? `musubi: Node.js ${OLDEST.join(".")} 以降が必要です（現在 ${process.versions.node}）。Node.js 24 LTS をお勧めします: https://nodejs.org/\n`
      : `musubi: Node.js ${OLDEST.join(".")} or later is needed (this is ${process.versions.node}). We recommend Node.js 24 LTS: https://nodejs.org/\n`,
  );
  process.exit(1);
}

const { build } = await import("./build.mjs");
// Only the server serves the web; MUSUBI_WITHOUT_WEB=1 leaves it as it is (tests of the API, work on the server).
const needsWeb = process.argv[2] === "start" && !process.env.MUSUBI_WITHOUT_WEB;
const parts = needsWeb ? ["server", "web"] : ["server"];
try {
  await build(parts);
} catch (error) {
  const sentence = {
    EACCES: "the program's folder is not writable: have its owner run npm run build",
    EROFS: "the program's folder is read-only: run npm run build before it is made so",
    ENOSPC: "the disk is full: free some space and start again",
  }[error?.code];
  if (sentence) {
    process.stderr.write(`musubi: ${sentence}\n`);
    process.exit(1);
  }
  process.stderr.write(
    `musubi: the build failed\n${error instanceof Error ? (error.stack ?? error.message) : error}\n`,
  );
  process.exit(1);
}
process.setSourceMapsEnabled(true);
await import("../dist/server/main.js");
