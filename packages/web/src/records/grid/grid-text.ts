import type { Locale } from "@dabiao/core/platform/text.ts";

/** The few sentences the grid says itself, most of them to screen readers. */
const ZH: Readonly<Record<string, string>> = {
  loadingOoo: "正在读取…",
  noRowsToShow: "没有记录",
  ariaRowSelect: "按空格键选择这一行",
  ariaRowDeselect: "按空格键取消选择这一行",
  ariaRowToggleSelection: "按空格键切换选择",
  ariaRowSelectionDisabled: "这一行不能选择",
  ariaColumnSelectAll: "选择全部",
  ariaSortableColumn: "按回车键排序",
  ariaSkeletonCellLoading: "正在读取这一行",
  ariaSkeletonCellLoadingFailed: "这一行没能读出来",
  ariaChecked: "已选",
  ariaUnchecked: "未选",
  ariaIndeterminate: "部分",
};

export function gridText(locale: Locale): Record<string, string> {
  return locale === "en" ? {} : { ...ZH };
}
