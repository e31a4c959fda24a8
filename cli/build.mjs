// Builds dist/server (the server and this command line, one file) and dist/web, each only when its inputs changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const WEEK_MS = 7 * 24 * 3600 * 1000;

// The command line says reasons in the screens' words.
const SENTENCES = ["items", "planning"].flatMap((area) => ["ja", "en"].map((of) => `web/${area}/messages.${of}.json`));

/** What each part is made of, and how. */
const PARTS = {
  server: { inputs: ["domain", "server", "cli", "sample", "package-lock.json", ...SENTENCES], make: makeServer },
  web: { inputs: ["domain", "web", "cli/build.mjs", "package-lock.json", "vite.config.ts"], make: makeWeb },
};

/**
 * Brings parts of dist/ up to date.
 * @param {readonly ("server" | "web")[]} parts
 */
export async function build(parts) {
  for (const part of parts) {
    const { inputs, make } = PARTS[part];
    const fingerprint = fingerprintOf(inputs);
    const stamp = join(dist, `${part}.inputs`);
    if (existsSync(join(dist, part)) && readIfThere(stamp) === fingerprint) continue;
    process.stderr.write(`  building ${part} …`);
    const startedAt = performance.now();
    const half = join(dist, `${part}.${process.pid}`);
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true });
    try {
      await make(half);
      moveIntoPlace(half, join(dist, part));
      writeFileSync(stamp, fingerprint);
    } catch (error) {
      process.stderr.write("\n");
      throw error;
    } finally {
      rmSync(half, { recursive: true, force: true });
    }
    process.stderr.write(` ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
}

/** Besides the command line, each `*.worker.ts` becomes a file of its own: worker threads load them by address. */
async function makeServer(out) {
  const esbuild = await import("esbuild");
  const workers = filesIn(join(root, "server")).filter((file) => file.endsWith(".worker.ts"));
  const entries = workers.map((file) => [`workers/${basename(file, ".ts")}`, file]);
  await esbuild.build({
    entryPoints: { main: join(root, "cli/main.ts"), ...Object.fromEntries(entries) },
    outdir: out,
    bundle: true,
    splitting: true, // what a command imports late is a file of its own
    chunkNames: "parts/[name]-[hash]",
    platform: "node",
    format: "esm",
    packages: "external",
    target: "node20.19",
    sourcemap: true,
    keepNames: true,
    logLevel: "warning",
  });
}

async function makeWeb(out) {
  if (!existsSync(join(root, "web/index.html"))) return;
  const vite = await import("vite");
  const configFile = ["vite.config.ts", "web/vite.config.ts"].map((name) => join(root, name)).find(existsSync);
  await vite.build({
    root: join(root, "web"),
    configFile: configFile ?? false,
    logLevel: "warn",
    build: { outDir: out, emptyOutDir: true },
  });
}

/**
 * Replaces file by file, the entry last: a copy that is running, a browser that has the old page open, and a second
 * build at the same time all find whole files. What is no longer made goes after a week.
 */
function moveIntoPlace(half, place) {
  const made = filesIn(half).map((file) => relative(half, file));
  const isEntry = (file) => file === "main.js" || file === "index.html";
  for (const file of made.sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)))) {
    mkdirSync(dirname(join(place, file)), { recursive: true });
    renameSync(join(half, file), join(place, file));
  }
  mkdirSync(place, { recursive: true });
  for (const file of filesIn(place)) {
    const isOld = Date.now() - statSync(file).mtimeMs > WEEK_MS;
    if (isOld && !made.includes(relative(place, file))) rmSync(file, { force: true });
  }
}

/** A checksum over the names and contents of all input files; tests and prose build nothing. */
function fingerprintOf(inputs) {
  const hash = createHash("sha256");
  for (const file of inputs.map((input) => join(root, input)).flatMap(filesIn)) {
    if (/\.(test\.tsx?|md|sql)$/.test(file) || relative(root, file).startsWith(join("sample", "data"))) continue;
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === "ENOTDIR") return [path];
    throw error;
  }
  return entries
    .map((entry) => join(path, entry.name))
    .sort()
    .flatMap((file) => filesIn(file));
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build(["server", "web"]);
