// Completes package-lock.json after `npm install`: npm leaves out optional packages of other platforms that it could not look up, and
// `npm ci` then refuses the file. Their names and versions stand in the package that asks for them; what they are for stands in the name.
import { readFileSync, writeFileSync } from "node:fs";

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openharmony", "win32", "netbsd", "openbsd", "sunos", "aix"];
const PROCESSORS = ["arm64", "riscv64", "ppc64", "s390x", "loong64", "mips64el", "ia32", "x64", "arm"];

function isKnown(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf("/node_modules/"), 0))) {
    if (lock.packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

let added = 0;
for (const [path, asking] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(asking.optionalDependencies ?? {})) {
    const system = SYSTEMS.find((one) => name.includes(one));
    if (path === "" || isKnown(path, name) || !system) continue;
    const processor = PROCESSORS.find((one) => name.includes(one));
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(asking.dev && { dev: true }),
      optional: true,
      ...(processor && { cpu: [processor] }),
      os: [system],
      ...(system === "linux" && { libc: [name.includes("musl") ? "musl" : "glibc"] }),
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} packages of other platforms added\n`);
