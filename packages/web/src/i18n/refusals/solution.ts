export const solutionRefusals = {
  demo_exists: {
    zh: "示例公司已经有了，可在右上角切换过去；要重新生成请先删除它。",
    en: "The demo company exists already; switch to it at the top right. To make it anew, remove it first.",
  },
} as const;
