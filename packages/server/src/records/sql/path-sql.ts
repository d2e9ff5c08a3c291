import type { FieldShape } from "@dabiao/core/model/shape.ts";
import type { Sql } from "@dabiao/core/platform/sql.ts";

/** A field reached over references, as an expression on the first record's alias. */
export interface PathSql {
  readonly expression: Sql;
  /** The field at the end of the path. */
  readonly field: FieldShape;
  /** Whether the reader sees it with its middle hidden. */
  readonly masked: boolean;
}
