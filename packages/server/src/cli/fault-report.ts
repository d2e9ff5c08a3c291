import { type Issue, Refusal } from "@dabiao/core/platform/refusal.ts";
import { refusalSentence } from "@dabiao/core/refusal-sentence.ts";
import { EXIT_USAGE } from "../platform/config/config.ts";
import { PlainFault } from "../platform/plain-fault.ts";
import { UsageFault } from "./command.ts";

const EXIT_FAILED = 1;

/** How a command that failed is told: to people (`text`), to programs (`json`) and to the shell. */
export interface FaultReport {
  readonly exitCode: number;
  /** A bug is shown as it is, with its stack. */
  readonly text: unknown;
  readonly json: object;
}

export function faultReport(error: unknown): FaultReport {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageFault) return { exitCode: EXIT_USAGE, ...told("usage", message) };
  if (error instanceof PlainFault) return { exitCode: error.exitCode, ...told("fault", message) };
  if (error instanceof Refusal) {
    const { code, params, path, issues } = error;
    const text = (issues.length > 0 ? issues : [error]).map(sentences).join("\n");
    // Words that do not fit their schema are words of the command line.
    const exitCode = code === "bad_request" ? EXIT_USAGE : EXIT_FAILED;
    return { exitCode, text, json: { error: { code, message: text, params, path, issues } } };
  }
  return { exitCode: EXIT_FAILED, text: error, json: told("bug", message).json };
}

function told(code: string, message: string) {
  return { text: message, json: { error: { code, message } } };
}

/** In both languages, with the place behind the part of the request, which the command line has none of. */
function sentences(issue: Issue): string {
  const place = issue.path.slice(1).join(".");
  const before = place === "" ? "" : `${place}: `;
  return `${before}${refusalSentence(issue, "zh-CN")}\n${before}${refusalSentence(issue, "en")}`;
}
