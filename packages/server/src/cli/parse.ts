import { parseArgs } from "node:util";
import { type Command, type Flags, UsageFault } from "./command.ts";

export interface Parsed {
  readonly flags: Flags;
  readonly words: readonly string[];
  readonly json: boolean;
}

/** The name the words begin with; two-word names win over one-word ones. */
export function commandName(argv: readonly string[], names: readonly string[]): string {
  const given = argv.slice(0, 2).join(" ");
  const found = names.find((name) => name === given) ?? names.find((name) => name === argv[0]);
  if (found !== undefined) return found;
  const near = names.filter((name) => name.split(" ")[0] === argv[0]);
  const known = (near.length > 0 ? near : names).join(", ");
  throw new UsageFault({
    zh: `没有命令“${given}”。可用的命令：${known}。`,
    en: `There is no command "${given}". There are: ${known}.`,
  });
}

/** The flags and words behind a command's name. */
export function parseCommand(argv: readonly string[], command: Command): Parsed {
  const length = command.name.split(" ").length;
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(length),
      options: { ...command.flags, json: { type: "boolean" } },
      allowPositionals: true,
    });
    demandWords(command, positionals);
    demandFlags(command, values);
    const { json, ...flags } = values as Flags;
    return { flags, words: positionals, json: json === true };
  } catch (error) {
    if (error instanceof UsageFault) throw error;
    throw fault(error, command);
  }
}

/** How a command is written, for a person who wrote it otherwise. */
export function usageOf(command: Command): string {
  return `npm run dabiao -- ${command.name} ${command.usage}`.trimEnd();
}

function demandWords(command: Command, words: readonly string[]): void {
  const { least, most } = command.words;
  if (words.length >= least && words.length <= most) return;
  const usage = usageOf(command);
  throw words.length < least
    ? new UsageFault({ zh: `缺少参数。用法：${usage}`, en: `An argument is missing. Usage: ${usage}` })
    : new UsageFault({
        zh: `多余的参数“${words[most]}”。用法：${usage}`,
        en: `The argument "${words[most]}" is one too many. Usage: ${usage}`,
      });
}

function demandFlags(command: Command, given: Readonly<Record<string, unknown>>): void {
  const missing = (command.required ?? []).filter((name) => given[name] === undefined).map((name) => `--${name}`);
  if (missing.length === 0) return;
  const usage = usageOf(command);
  throw new UsageFault({
    zh: `缺少 ${missing.join("、")}。用法：${usage}`,
    en: `${missing.join(", ")} missing. Usage: ${usage}`,
  });
}

function fault(error: unknown, command: Command): UsageFault {
  const reason = error instanceof Error ? error.message.split(". To specify")[0] : String(error);
  const usage = usageOf(command);
  return new UsageFault({
    zh: `参数有误（${reason}）。用法：${usage}`,
    en: `Faulty arguments (${reason}). Usage: ${usage}`,
  });
}
