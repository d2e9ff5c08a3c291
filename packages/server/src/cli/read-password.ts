import { UsageFault } from "./command.ts";

/** From the environment or a pipe; never from the command line, where every user of the machine could read it. */
export async function readPassword(): Promise<string> {
  const given = process.env["DABIAO_PASSWORD"];
  if (given) return given;
  if (process.stdin.isTTY) throw missing();
  let text = "";
  for await (const chunk of process.stdin) text += String(chunk);
  const [line = ""] = text.split(/\r?\n/, 1);
  if (line === "") throw missing();
  return line;
}

function missing(): UsageFault {
  return new UsageFault({
    zh: "没有密码。请用管道传入，如 npm run dabiao -- setup … < 密码文件，或设置环境变量 DABIAO_PASSWORD。",
    en: "There is no password. Pipe it in, as in npm run dabiao -- setup … < passwordfile, or set DABIAO_PASSWORD.",
  });
}
