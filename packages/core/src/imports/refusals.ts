import { declareRefusals } from "../platform/refusal.ts";

export const importRefusals = declareRefusals({
  import_empty_file: { status: 400, params: [] },
  import_unknown_format: { status: 400, params: [] },
  import_unknown_encoding: { status: 400, params: [] },
  import_bad_csv: { status: 400, params: ["line"] },
  import_damaged_file: { status: 400, params: [] },
  import_zip_bomb: { status: 400, params: [] },
  import_too_large_inside: { status: 400, params: [] },
  import_too_slow: { status: 400, params: [] },
  import_too_many_rows: { status: 400, params: ["max"] },
  import_no_header: { status: 400, params: [] },
  import_duplicate_header: { status: 400, params: ["header", "columns"] },
});
