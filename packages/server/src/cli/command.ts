import type { ParseArgsConfig } from "node:util";
import type { Config } from "../platform/config/config.ts";

export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** What a command gives: `result` for `--json`, `text` for people; a failed check is not an error, but exits 1. */
export interface Outcome {
  readonly result: object;
  readonly text: readonly string[];
  readonly failed?: boolean;
}

/** A flag that may be repeated gives a list. */
export type Flags = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface Given {
  readonly config: Config;
  readonly clock: () => Date;
  readonly flags: Flags;
  readonly words: readonly string[];
}

/** One command of `npm run dabiao -- …`: its words, what it takes, and one call to the room that does it. */
export interface Command {
  /** `backup`, or two words such as `api-key create`. */
  readonly name: string;
  /** What follows the name, as the help shows it: `<file> [--force]`. */
  readonly usage: string;
  readonly summary: Said;
  readonly flags?: NonNullable<ParseArgsConfig["options"]>;
  /** Flags that must be given. */
  readonly required?: readonly string[];
  /** How many words may follow the name. */
  readonly words: { readonly least: number; readonly most: number };
  run(given: Given): Promise<Outcome>;
}

/** Faulty words on the command line: shown with the usage, exit code 2. */
export class UsageFault extends Error {
  constructor({ zh, en }: Said) {
    super(`${zh}\n${en}`);
    this.name = "UsageFault";
  }
}
