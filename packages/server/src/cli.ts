import type { Command } from "./cli/command.ts";
import { COMMANDS } from "./cli/commands.ts";
import { faultReport } from "./cli/fault-report.ts";
import { commandName, parseCommand, usageOf } from "./cli/parse.ts";
import { EXIT_USAGE, readConfig } from "./platform/config/config.ts";

const argv = process.argv.slice(2);
const wantsJson = argv.includes("--json");

// Not process.exit: what was printed must reach a pipe before the process ends.
process.exitCode = await main();
if (process.channel) process.disconnect();

async function main(): Promise<number> {
  if (argv.length === 0 || argv.includes("--help") || argv[0] === "help") {
    console.log(await help());
    return argv.length === 0 ? EXIT_USAGE : 0;
  }
  try {
    const command = await COMMANDS[commandName(argv, Object.keys(COMMANDS))]!();
    const { flags, words, json } = parseCommand(argv, command);
    const outcome = await command.run({ config: readConfig(process.env), clock: () => new Date(), flags, words });
    console.log(json ? JSON.stringify(outcome.result) : outcome.text.join("\n"));
    return outcome.failed ? 1 : 0;
  } catch (error) {
    const { exitCode, text, json } = faultReport(error);
    if (wantsJson) console.log(JSON.stringify(json));
    else console.error(text);
    return exitCode;
  }
}

async function help(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const line = (command: Command) => `  ${usageOf(command)}\n      ${command.summary.zh}\n      ${command.summary.en}`;
  return ["达标 Dabiao", ...commands.map(line), "", "退出码 / exit codes: 0 成功 ok, 1 失败 failed, 2 用法 usage"].join(
    "\n",
  );
}
