import type { RefusalTexts } from "../platform/refusal.ts";
import type { importRefusals } from "./refusals.ts";

/** Sentences for files that are imported. What is said of a single cell stands in `reason-text.ts`. */
export const importRefusalTexts: RefusalTexts<typeof importRefusals> = {
  import_empty_file: { zh: "文件是空的，请检查后重新上传。", en: "The file is empty. Check it and upload again." },
  import_unknown_format: {
    zh: "认不出这个文件。请另存为 CSV、XLSX 或 XLS。",
    en: "This file type is not known. Save it as CSV, XLSX or XLS.",
  },
  import_unknown_encoding: {
    zh: "认不出文字编码。请另存为 UTF-8 或 GB18030（GBK）的 CSV。",
    en: "The text encoding is not known. Save the CSV as UTF-8 or GB18030 (GBK).",
  },
  import_bad_csv: {
    zh: "第 {line} 行附近的引号或分隔符有误，无法读下去。",
    en: "Near line {line} quotes or delimiters are broken; the file cannot be read on.",
  },
  import_damaged_file: {
    zh: "文件已损坏，请在 Excel 中打开并另存一份。",
    en: "The file is damaged. Open it in a spreadsheet program and save a copy.",
  },
  import_zip_bomb: {
    zh: "文件解压后过大，已拒绝。请拆分或另存为 CSV。",
    en: "The file unpacks to too much and was refused. Split it or save it as CSV.",
  },
  import_too_large_inside: {
    zh: "工作簿太大，读不下来。请另存为 CSV 或拆成几份。",
    en: "The workbook is too large to read. Save it as CSV or split it.",
  },
  import_too_slow: {
    zh: "读取超时。请另存为 CSV 再导入。",
    en: "Reading took too long. Save it as CSV and import that.",
  },
  import_too_many_rows: { zh: "超过 {max} 行，请拆分文件。", en: "More than {max} rows. Split the file." },
  import_no_header: {
    zh: "第一行没有列名。请在第一行写上每列的名称。",
    en: "The first row has no column names. Write one above every column.",
  },
  import_duplicate_header: {
    zh: "列名「{header}」重复出现在 {columns} 列，请改成不同的名称。",
    en: "The header “{header}” stands in columns {columns}. Give them different names.",
  },
  import_file_too_large: {
    zh: "文件超过 {limit}，请拆成几份再上传。",
    en: "The file is larger than {limit}. Split it and upload the parts.",
  },
  import_file_missing: { zh: "没有收到文件，请选择一个文件再上传。", en: "No file arrived. Choose one and upload it." },
  import_file_gone: {
    zh: "这次导入的文件已被清理，请重新上传。",
    en: "The file of this import has been cleared away. Upload it again.",
  },
  import_not_ready: {
    zh: "这次导入现在不能做这一步（状态：{state}）。请刷新后重试。",
    en: "This import cannot take that step now (it is {state}). Reload and try again.",
  },
  import_no_field: {
    zh: "没有字段“{field}”，或你不能填写它。请改选一个字段。",
    en: "There is no field “{field}”, or you may not fill it in. Choose another.",
  },
  import_field_twice: {
    zh: "字段“{field}”被两列使用，请只保留一列。",
    en: "Two columns go into “{field}”. Keep one of them.",
  },
  import_no_column: {
    zh: "文件里没有第 {column} 列（从 0 数起）。请重新对应各列。",
    en: "The file has no column {column} (counted from 0). Map the columns again.",
  },
  import_key_unmapped: {
    zh: "用来识别记录的字段“{field}”没有对应的列。请为它选一列，或不用它识别。",
    en: "“{field}” finds the records, but no column goes into it. Map one, or choose no key.",
  },
  import_key_not_unique: {
    zh: "字段“{field}”不是唯一字段，不能用来识别记录。请换一个，或先把它设为唯一。",
    en: "“{field}” is not unique, so it cannot find records. Choose another, or make it unique first.",
  },
  import_nothing_mapped: {
    zh: "没有一列对应到字段，请至少对应一列。",
    en: "No column goes into a field. Map at least one.",
  },
  import_people_name: {
    zh: "人员文件要有一列姓名或负责人，请对应其中一列。",
    en: "A file of people needs a column of names or of leaders. Map one.",
  },
  import_not_undoable: {
    zh: "这次导入不能撤销：没有写入过数据，或已过可撤销的期限（状态：{state}）。",
    en: "This import cannot be undone: it wrote nothing, or its time for that is over (it is {state}).",
  },
  import_broken: {
    zh: "导入反复出错，已停止；已写入的可以撤销。请重试，仍不行请联系管理员查看日志。",
    en: "The import failed several times and was stopped; what it wrote can be undone. Try again, or ask an administrator to read the log.",
  },
};
