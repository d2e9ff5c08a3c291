import { type Logger, pino } from "pino";
import type { LogLevel } from "../config/config.ts";

export type Log = Logger;

/** What must never reach a log, wherever it stands in an object of up to two levels. */
const SECRETS = ["password", "token", "secret", "apiKey", "authorization", "cookie", "databaseUrl"];
const HEADERS = ["authorization", "cookie", "set-cookie", "x-api-key"];

/** JSON lines on standard error; standard output keeps the one line that says where the product is. */
export function createLog(level: LogLevel, stream: NodeJS.WritableStream = process.stderr): Log {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  for (const header of HEADERS)
    paths.push(`req.headers["${header}"]`, `res.headers["${header}"]`, `headers["${header}"]`);
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths, censor: "(removed)" },
      formatters: { level: (label) => ({ level: label }) },
    },
    stream,
  );
}
