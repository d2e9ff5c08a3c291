import { PlainFault } from "../plain-fault.ts";

const REASONS: Readonly<Record<string, string>> = {
  "cut short": "文件不完整",
  "unknown content": "内容无法识别",
  "wrong checksum": "校验值不符",
  "not a backup": "不是达标的备份文件",
};

export function damaged(reason: keyof typeof REASONS & string): PlainFault {
  return new PlainFault(
    `备份文件已损坏或不是达标的备份（${REASONS[reason] ?? reason}），没有写入任何数据。请换一份备份。`,
    `The backup file is damaged or is no backup of Dabiao (${reason}); nothing was written. Use another backup.`,
  );
}
