import { Refusal } from "@dabiao/core/platform/refusal.ts";
import { type Command, UsageFault } from "./cli/command.ts";
import { COMMANDS } from "./cli/commands.ts";
import { parseCommand, usageOf } from "./cli/parse.ts";
import { EXIT_USAGE, readConfig } from "./platform/config/config.ts";
import { PlainFault } from "./platform/plain-fault.ts";

const argv = process.argv.slice(2);
const wantsJson = argv.includes("--json");

// Not process.exit: what was printed must reach a pipe before the process ends.
process.exitCode = await main();
if (process.channel) process.disconnect();

async function main(): Promise<number> {
  if (argv.length === 0 || argv.includes("--help") || argv[0] === "help") {
    console.log(help());
    return argv.length === 0 ? EXIT_USAGE : 0;
  }
  try {
    const { command, flags, words, json } = parseCommand(argv, COMMANDS);
    const outcome = await command.run({ config: readConfig(process.env), clock: () => new Date(), flags, words });
    console.log(json ? JSON.stringify(outcome.result) : outcome.text.join("\n"));
    return outcome.failed ? 1 : 0;
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): number {
  const [code, exit] =
    error instanceof UsageFault
      ? ["usage", EXIT_USAGE]
      : error instanceof PlainFault
        ? ["fault", error.exitCode]
        : error instanceof Refusal
          ? [error.code, 1]
          : ["bug", 1];
  const params = error instanceof Refusal ? { params: error.params, path: error.path, issues: error.issues } : {};
  const message = error instanceof Error ? error.message : String(error);
  if (wantsJson) console.log(JSON.stringify({ error: { code, message, ...params } }));
  else
    console.error(
      code === "bug"
        ? error
        : [message, ...Object.entries(params).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)].join("\n"),
    );
  return exit as number;
}

function help(): string {
  const line = (command: Command) => `  ${usageOf(command)}\n      ${command.summary.zh}\n      ${command.summary.en}`;
  return ["达标 Dabiao", ...COMMANDS.map(line), "", "退出码 / exit codes: 0 成功 ok, 1 失败 failed, 2 用法 usage"].join(
    "\n",
  );
}
