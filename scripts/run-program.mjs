import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { root } from "./root.mjs";

/** Runs a program to its end and gives its exit code. */
export async function runToEnd(program, words, { out = "stdout", cwd = root } = {}) {
  const child = spawn(program, words, { cwd, stdio: ["inherit", out === "stderr" ? 2 : "inherit", "inherit"] });
  return await exitCode(child);
}

/**
 * Runs a program that is told when to stop: signals are passed on, and a channel lets it notice that
 * this process is gone, so that killing `npm start` never leaves a server behind.
 */
export async function serve(program, words) {
  const child = spawn(program, words, { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const watch = process.env.npm_lifecycle_event ? watchParents(child) : undefined;
  const code = await exitCode(child);
  clearInterval(watch);
  return code;
}

/** npm passes signals on to a shell at best, and nobody can pass on a kill -9: then the line of parents changes. */
function watchParents(child) {
  const parents = lineOfParents();
  return setInterval(() => {
    if (lineOfParents() !== parents) child.kill("SIGTERM");
  }, 500);
}

/** The parent, and on Linux, where npm's shell stays in between, its parent too. */
function lineOfParents() {
  const parent = process.ppid;
  try {
    return `${parent} ${readFileSync(`/proc/${parent}/stat`, "utf8").replace(/^.*\) \S+ /s, "").split(" ", 1)}`;
  } catch {
    return String(parent);
  }
}

function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
