import { traceSentence } from "@dabiao/core/appraisal/scoring/trace-text.ts";
import type { Sheet, SheetLine } from "@dabiao/core/appraisal/sheet.ts";
import { type Locale, localText } from "@dabiao/core/platform/text.ts";

const WORDS = {
  "zh-CN": {
    title: "绩效考核表",
    line: "考核项",
    weight: "权重 %",
    target: "目标",
    actual: "实际",
    score: "得分",
    points: "计入总分",
    records: "记录数",
    total: "总分",
    grade: "等级",
    coefficient: "系数",
    comment: "上级评语",
    self: "自评",
    signatures: "签字",
    adjustments: "冻结后的更正",
    appeals: "申诉",
    submitted: "已提交",
    inReview: "处理中",
    needInfo: "要补充",
    upheld: "维持原结果",
    adjusted: "已调整",
    hash: "内容指纹 SHA-256",
    frozen: "数据冻结于",
    why: "计算过程",
    none: "无",
    goal: "目标确认",
    goalImposed: "目标代为确认",
    interviewManager: "面谈（上级）",
    interviewMember: "面谈（本人）",
    result: "结果确认",
  },
  en: {
    title: "Appraisal sheet",
    line: "Line",
    weight: "Weight %",
    target: "Target",
    actual: "Actual",
    score: "Score",
    points: "Points",
    records: "Records",
    total: "Total",
    grade: "Grade",
    coefficient: "Coefficient",
    comment: "Manager's comment",
    self: "Self-review",
    signatures: "Signatures",
    adjustments: "Corrections after freezing",
    appeals: "Appeals",
    submitted: "Submitted",
    inReview: "In review",
    needInfo: "More needed",
    upheld: "Upheld",
    adjusted: "Adjusted",
    hash: "Content hash SHA-256",
    frozen: "Figures frozen at",
    why: "How it was computed",
    none: "none",
    goal: "Goals confirmed",
    goalImposed: "Goals imposed",
    interviewManager: "Interview (manager)",
    interviewMember: "Interview (member)",
    result: "Result signed",
  },
} as const;

const STYLE = `body{font:14px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#111;margin:24px auto;max-width:900px}
table{border-collapse:collapse;width:100%;margin:12px 0}th,td{border:1px solid #999;padding:4px 8px;text-align:left;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums}small{color:#555;overflow-wrap:anywhere}h1{font-size:20px}h2{font-size:16px;margin:16px 0 4px}
@media print{body{margin:0}tr,section{break-inside:avoid}}`;

/** A sheet as a page to print and sign: nothing in it but what the screen shows, and no scripts. */
export function printSheet(sheet: Sheet, locale: Locale): string {
  const words = WORDS[locale];
  const text = (value: string | null | undefined) => safe(value ?? "");
  const row = (
    line: SheetLine,
  ) => `<tr><td>${text(localText(line.label, locale))}<br><small>${steps(line, locale)}</small></td>
<td class="n">${text(line.effectiveWeight ?? line.weight)}</td><td class="n">${text(line.target)}</td><td class="n">${text(line.actual)}</td>
<td class="n">${text(line.score)}</td><td class="n">${text(line.points)}</td><td class="n">${line.evidence ?? ""}</td></tr>`;
  const parts = sheet.parts.map(
    (
      part,
    ) => `<h2>${text(localText(part.cardLabel, locale))} v${part.cardVersion} · ${text(part.unit)} · ${text(part.manager)}</h2>
<table><thead><tr><th>${words.line}<th>${words.weight}<th>${words.target}<th>${words.actual}<th>${words.score}<th>${words.points}<th>${words.records}</tr></thead>
<tbody>${part.lines.map(row).join("")}</tbody></table>`,
  );
  const signatures = sheet.signatures.map(
    ({ kind, name, at, hash, reason }) =>
      `<tr><td>${words[kind]}</td><td>${text(name)}</td><td>${text(at)}</td><td><small>${text(hash)}</small>${reason ? `<br>${text(reason)}` : ""}</td></tr>`,
  );
  const changes = sheet.adjustments.map(
    ({ at, label, field, before, after, difference }) =>
      `<tr><td>${text(at)}</td><td>${text(label ? localText(label, locale) : field)}</td><td>${text(before)} → ${text(after)}</td><td class="n">${text(difference)}</td></tr>`,
  );
  const appeals = sheet.appeals.map(
    ({ at, reason, answer, state }) => `<p>${text(at)} ${text(reason)}<br>${words[state]} ${text(answer)}</p>`,
  );
  const table = (rows: readonly string[]) =>
    rows.length === 0 ? `<p>${words.none}</p>` : `<table>${rows.join("")}</table>`;
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(sheet.name)} ${text(localText(sheet.cycle, locale))}</title><style>${STYLE}</style><body>
<h1>${words.title}</h1><p><b>${text(sheet.name)}</b> · ${text(sheet.unit)} · ${text(localText(sheet.cycle, locale))} · ${text(sheet.period)} (${text(sheet.from)} – ${text(sheet.to)})</p>
${parts.join("")}
<p><b>${words.total} ${text(sheet.total)}</b> · ${words.grade} ${text(sheet.grade)} · ${words.coefficient} ${text(sheet.coefficient)}</p>
<section><h2>${words.self}</h2><p>${text(sheet.selfSummary)}</p><h2>${words.comment}</h2><p>${text(sheet.comment)}</p></section>
<section><h2>${words.adjustments}</h2>${table(changes)}</section>
<section><h2>${words.appeals}</h2>${appeals.join("") || `<p>${words.none}</p>`}</section>
<section><h2>${words.signatures}</h2>${table(signatures)}</section>
<p><small>${words.frozen} ${text(sheet.frozenAt)}<br>${words.hash} ${text(sheet.hash)}</small></p></body></html>`;
}

function steps({ trace }: SheetLine, locale: Locale): string {
  return trace.map((step) => safe(traceSentence(step as Parameters<typeof traceSentence>[0], locale))).join("<br>");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function safe(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
