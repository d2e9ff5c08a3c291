import type { FormulaScope } from "@dabiao/core/formula/formula-scope.ts";
import type { FormulaType } from "@dabiao/core/formula/formula-type.ts";

const FIELDS: Readonly<Record<string, { readonly label: string; readonly type: FormulaType }>> = {
  amount: { label: "金额", type: { kind: "number" } },
  discount: { label: "折扣", type: { kind: "number" } },
  name: { label: "名称", type: { kind: "text" } },
  paid: { label: "已回款", type: { kind: "boolean" } },
  signed: { label: "签约日", type: { kind: "date" } },
  created: { label: "创建时间", type: { kind: "datetime" } },
  stage: {
    label: "阶段",
    type: {
      kind: "select",
      options: [
        { id: "won", label: "赢单" },
        { id: "lost", label: "输单" },
      ],
    },
  },
  tags: { label: "标签", type: { kind: "list", options: [{ id: "vip", label: "重点" }] } },
  "customer.industry": { label: "客户.行业", type: { kind: "text" } },
};

/** A deal with a customer, known by labels and by keys. */
export const sampleScope: FormulaScope = {
  allowClock: true,
  names: () => [],
  resolve(path) {
    const written = path.join(".");
    const found = Object.entries(FIELDS).find(([key, { label }]) => key === written || label === written);
    return found && { key: found[0].split("."), type: found[1].type };
  },
};

export function sampleLabels(path: readonly string[]): { labels: string[]; type: FormulaType } | undefined {
  const field = FIELDS[path.join(".")];
  return field && { labels: field.label.split("."), type: field.type };
}
