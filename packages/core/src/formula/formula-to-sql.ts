import { raw, type Sql, sql } from "../platform/sql.ts";
import { between } from "./between.ts";
import type { CheckedFormula } from "./check-formula.ts";
import { type CheckedLiteral, type CheckedNode, kindsOf } from "./checked-node.ts";
import type { SqlClock } from "./formula-function.ts";
import { MAX_SQL } from "./limits.ts";
import { formulaFunction } from "./registry.ts";

export type ColumnOf = (path: readonly string[]) => Sql;

/**
 * Compiles a formula to a SQL expression. Only immutable functions, explicit zone, every literal a parameter, and no
 * error at run time for any row.
 *
 * @param column gives the expression of a field: numeric, text, boolean, date, timestamptz or text[] by its kind
 * @param clock  the moment, for TODAY() and NOW(); its zone also turns instants into business days
 * @returns an expression of the formula's type; a number has at most 16 decimals and is null from 1e30 on
 * @source SPEC FX-06 to FX-17; scale.md 12 and 17
 */
export function formulaToSql(formula: CheckedFormula, column: ColumnOf, clock: SqlClock): Sql {
  const value = new SqlWriter(column, clock, Number.POSITIVE_INFINITY).write(formula.ast);
  if (formula.type.kind !== "number" || formula.ast.kind !== "call") return value;
  return sql`round(${between(value, raw("-1e30"), raw("1e30"))}, 16)`;
}

/** Whether the SQL of a formula stays within its size; asked when it is checked, so compiling cannot fail later. */
export function fitsSql(ast: CheckedNode): boolean {
  const clock: SqlClock = { now: raw("now"), today: raw("today"), zone: "UTC" };
  const writer = new SqlWriter(() => raw("column"), clock, MAX_SQL);
  writer.write(ast);
  return !writer.full;
}

class SqlWriter {
  full = false;
  private readonly column: ColumnOf;
  private readonly clock: SqlClock;
  private readonly limit: number;

  constructor(column: ColumnOf, clock: SqlClock, limit: number) {
    this.column = column;
    this.clock = clock;
    this.limit = limit;
  }

  write(node: CheckedNode): Sql {
    if (this.full) return raw("null");
    switch (node.kind) {
      case "literal":
        return literalSql(node);
      case "reference":
        return this.column(node.path);
      case "call": {
        const constants = node.args.map((arg) => (arg.kind === "literal" ? String(arg.value) : undefined));
        const args = node.args.map((arg) => this.write(arg));
        const declared = formulaFunction(node.name);
        if (!declared) return raw("null");
        const written = declared.sql(args, { clock: this.clock, kinds: kindsOf(node.args), constants });
        if (length(written) > this.limit) this.full = true;
        return written;
      }
    }
  }
}

function literalSql(node: CheckedLiteral): Sql {
  if (typeof node.value === "boolean") return raw(node.value ? "true" : "false");
  return node.type.kind === "number" ? sql`${node.value}::numeric` : sql`${node.value}::text`;
}

/** Characters, with a few for each placeholder. */
function length(fragment: Sql): number {
  return fragment.strings.reduce((total, text) => total + text.length + 4, 0);
}
