import { test } from "node:test";
import type { RefusalSpec, RefusalText } from "@dabiao/core/platform/refusal.ts";
import { refusalTexts } from "@dabiao/core/refusal-texts.ts";
import { refusals } from "@dabiao/core/refusals.ts";
import { roomTables } from "../support/room-tables.ts";
import { assertWritten } from "../support/written-page.ts";

const ROOMS: Readonly<Record<string, string>> = {
  platform: "通用 / Everywhere",
  people: "人员与登录 / People and signing in",
  calendar: "日历 / Calendar",
  numbers: "数字 / Numbers",
  formula: "公式 / Formula",
  model: "对象与字段 / Definitions and values",
  records: "记录 / Records",
  imports: "导入 / Imports",
  metrics: "指标 / Metrics",
  goals: "目标 / Targets",
  appraisal: "考核 / Appraisal",
  solution: "方案与示例公司 / Solutions and the demo company",
};

const HEAD = `# 错误代码 / Error codes

每个 4xx 回答都是 \`{code, params, path, issues, requestId}\`。\`code\` 不会改名；\`params\` 是句子里的值；\`path\` 指出请求中出错的位置；有多处错误时逐条列在 \`issues\` 中。下表的句子说明错在哪里、该怎么做，网页和命令行显示的是同一句。

Every 4xx answer is \`{code, params, path, issues, requestId}\`. A \`code\` is never renamed; \`params\` are the values in its sentence; \`path\` is the place in the request; several faults stand one by one in \`issues\`. The sentences below say what is wrong and what to do; the pages and the command line show the same ones.

500（\`internal\`）是程序的错误，凭其中的 \`requestId\` 可在日志里找到。503 可以稍后用同一个 \`Idempotency-Key\` 重发。

A 500 (\`internal\`) is a fault of the product: its \`requestId\` finds the entry in the log. A 503 may be sent again after a moment, with the same \`Idempotency-Key\`.
`;

test("docs/errors.md lists every refusal with its status, parameters and what to do (UPDATE=1 writes it anew)", async () => {
  const tables = await roomTables<RefusalSpec>("refusals.ts");
  const sections = Object.entries(ROOMS).map(([room, title]) => {
    const rows = Object.keys(tables.get(room) ?? {}).map(rowOf);
    return `## ${title}\n\n| 代码 code | 状态 status | 参数 params | 怎么办 what to do |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`;
  });
  assertWritten("docs/errors.md", [HEAD, ...sections].join("\n"));
  const listed = Object.keys(ROOMS).flatMap((room) => Object.keys(tables.get(room) ?? {}));
  if (listed.length !== Object.keys(refusals).length) throw new Error("a room is missing in ROOMS");
});

function rowOf(code: string): string {
  const { status, params } = refusals[code] as RefusalSpec;
  const { zh, en } = refusalTexts[code] as RefusalText;
  const named = params.map((param) => `\`${param}\``).join(", ");
  return `| \`${code}\` | ${status} | ${named} | ${cell(zh)}<br>${cell(en)} |`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
