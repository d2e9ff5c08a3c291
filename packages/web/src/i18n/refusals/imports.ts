export const importRefusals = {
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
} as const;
