import { resolve } from "node:path";
import { z } from "zod";
import { PlainFault } from "../plain-fault.ts";

/** Everything the environment may say. Unset means the default; an empty value counts as unset. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Absolute. Holds the embedded database, attachments and backups. */
  readonly dataDir: string;
  /** A PostgreSQL of one's own instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly databaseConnections: number;
  /** The address users type, when a proxy stands before this one: links in mails and allowed origins follow it. */
  readonly publicUrl: string | undefined;
  readonly logLevel: LogLevel;
  /** Whether `X-Forwarded-*` headers are believed: only behind a proxy that sets them. */
  readonly trustProxy: boolean;
  /** Requests a minute from one member or key; 0 counts nothing. */
  readonly rateLimit: number;
  /** Whether webhooks may call this machine and its private network. */
  readonly webhookPrivateTargets: boolean;
}

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const EXIT_USAGE = 2;

interface Setting {
  readonly schema: z.ZodType;
  readonly zh: string;
  readonly en: string;
}

const SETTINGS = {
  PORT: setting(wholeNumber(0, 65_535).default(4100), "0 到 65535 之间的整数", "a whole number from 0 to 65535"),
  HOST: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .default("127.0.0.1"),
    "一个主机名或 IP 地址，如 127.0.0.1 或 0.0.0.0",
    "a host name or IP address, such as 127.0.0.1 or 0.0.0.0",
  ),
  DATA_DIR: setting(
    z
      .string()
      .regex(/^[^\0]+$/)
      .default("./data"),
    "一个目录路径",
    "a directory's path",
  ),
  DATABASE_URL: setting(
    url(["postgres:", "postgresql:"]).optional(),
    "形如 postgres://用户:密码@主机:5432/数据库 的地址",
    "an address like postgres://user:password@host:5432/database",
  ),
  DATABASE_CONNECTIONS: setting(wholeNumber(2, 500).default(10), "2 到 500 之间的整数", "a whole number from 2 to 500"),
  PUBLIC_URL: setting(
    url(["http:", "https:"]).optional(),
    "用户访问的完整地址，如 https://crm.example.com",
    "the full address users open, such as https://crm.example.com",
  ),
  LOG_LEVEL: setting(
    z.enum(LOG_LEVELS).default("warn"),
    `${LOG_LEVELS.join("、")} 之一`,
    `one of ${LOG_LEVELS.join(", ")}`,
  ),
  TRUST_PROXY: setting(z.stringbool().default(false), "true 或 false", "true or false"),
  RATE_LIMIT: setting(
    wholeNumber(0, 999_999).default(30_000),
    "0 到 999999 之间的整数",
    "a whole number from 0 to 999999",
  ),
  WEBHOOK_PRIVATE_TARGETS: setting(z.stringbool().default(false), "true 或 false", "true or false"),
} as const;

type Name = keyof typeof SETTINGS;
type Value<N extends Name> = z.output<(typeof SETTINGS)[N]["schema"]>;

/**
 * Reads the settings, all faults at once.
 * @throws PlainFault with one line per faulty setting, exit code 2
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: { name: Name; given: string }[] = [];
  const values = new Map<Name, unknown>();
  for (const name of Object.keys(SETTINGS) as Name[]) {
    const given = env[name] === "" ? undefined : env[name];
    const parsed = SETTINGS[name].schema.safeParse(given);
    if (parsed.success) values.set(name, parsed.data);
    else faults.push({ name, given: given ?? "" });
  }
  if (faults.length > 0) throw faultySettings(faults);
  const value = <N extends Name>(name: N) => values.get(name) as Value<N>;
  return {
    host: value("HOST"),
    port: value("PORT"),
    dataDir: resolve(value("DATA_DIR")),
    databaseUrl: value("DATABASE_URL"),
    databaseConnections: value("DATABASE_CONNECTIONS"),
    publicUrl: value("PUBLIC_URL"),
    logLevel: value("LOG_LEVEL"),
    trustProxy: value("TRUST_PROXY"),
    rateLimit: value("RATE_LIMIT"),
    webhookPrivateTargets: value("WEBHOOK_PRIVATE_TARGETS"),
  };
}

function faultySettings(faults: readonly { name: Name; given: string }[]): PlainFault {
  const list = (language: "zh" | "en", say: (name: string, given: string, wanted: string) => string) =>
    faults.map(({ name, given }) => say(name, shown(name, given), SETTINGS[name][language])).join("\n");
  return new PlainFault(
    `以下设置有误：\n${list("zh", (name, given, wanted) => `  ${name}=${given} 应为 ${wanted}`)}`,
    `These settings are faulty:\n${list("en", (name, given, wanted) => `  ${name}=${given} should be ${wanted}`)}`,
    EXIT_USAGE,
  );
}

/** A database address holds a password. */
function shown(name: Name, given: string): string {
  return name === "DATABASE_URL" ? "(…)" : given.slice(0, 200);
}

function setting<Schema extends z.ZodType>(
  schema: Schema,
  zh: string,
  en: string,
): Setting & { readonly schema: Schema } {
  return { schema, zh, en };
}

function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

function url(protocols: readonly string[]) {
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));
}
