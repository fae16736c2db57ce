import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { inProject } from "./tools/project.ts";

const run = promisify(execFile);

// The first has no window to draw in, and takes half of the others' time.
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const MAC_APPS = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
// Swedish letters and the emoji that people answer with must have glyphs on the screenshots.
const FONTS = ["fonts-liberation", "fonts-noto-color-emoji"];
/** The second is for a Debian that lacks the first. */
const DEBIAN_PACKAGES = ["chromium-headless-shell", "chromium"];
const DOWNLOAD_LIMIT = 120_000;
const PACKAGE_LIMIT = 400_000;

/**
 * The path of a Chromium that runs: $CHROMIUM, the system's, Playwright's, fetched by Playwright, or Debian's package,
 * in this order. Says in a line what it fetches.
 * @throws Error with a sentence when there is none to be had
 */
export async function findChromium(): Promise<string> {
  const asked = process.env["CHROMIUM"];
  if (asked) {
    if (await isProgram(asked)) return asked;
    throw new Error(`CHROMIUM is ${asked}, which is no program.`);
  }
  const found = (await installed()) ?? (await fetchedByPlaywright()) ?? (await fromDebian());
  if (found === null) throw new Error("No Chromium found or fetched. Install one, or set CHROMIUM to its path.");
  return found;
}

async function installed(): Promise<string | null> {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return firstProgram([...candidates, ...MAC_APPS, chromium.executablePath()]);
}

async function fetchedByPlaywright(): Promise<string | null> {
  console.log("Fetching a Chromium through Playwright.");
  try {
    const command = [inProject("node_modules", "playwright-core", "cli.js"), "install", "chromium"];
    await run(process.execPath, command, { timeout: DOWNLOAD_LIMIT });
  } catch {
    return null;
  }
  const path = chromium.executablePath();
  return (await starts(path)) ? path : null;
}

async function fromDebian(): Promise<string | null> {
  if (process.getuid?.() !== 0 || !(await isProgram("/usr/bin/apt-get"))) return null;
  const options = { timeout: PACKAGE_LIMIT, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  const install = ["install", "-y", "-qq", "--no-install-recommends", ...FONTS];
  for (const name of DEBIAN_PACKAGES) {
    console.log(`Installing ${[name, ...FONTS].join(", ")} with apt-get.`);
    try {
      await run("apt-get", ["update", "-qq"], options);
      await run("apt-get", [...install, name], options);
      return `/usr/bin/${name}`;
    } catch (error) {
      console.error(`apt-get failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return null;
}

async function firstProgram(paths: string[]): Promise<string | null> {
  for (const path of paths) if (await isProgram(path)) return path;
  return null;
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** A downloaded Chromium may lack the system's libraries. */
async function starts(path: string): Promise<boolean> {
  return run(path, ["--version"], { timeout: 20_000 }).then(
    () => true,
    () => false,
  );
}
