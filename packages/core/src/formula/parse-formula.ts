import type { SyntaxNode } from "@lezer/common";
import { type FormulaIssue, formulaIssue } from "./formula-issue.ts";
import type { FormulaNode } from "./formula-node.ts";
import { parser } from "./generated/parser.ts";
import { MAX_DEPTH, MAX_NODES, MAX_SOURCE } from "./limits.ts";
import { numberOfToken, pathOfToken, textOfToken } from "./token-value.ts";

export type ParsedFormula =
  | { readonly ok: true; readonly node: FormulaNode }
  | { readonly ok: false; readonly issues: readonly FormulaIssue[] };

const OPERATORS: Readonly<Record<string, string>> = {
  Plus: "+",
  Minus: "-",
  Times: "*",
  Divide: "/",
  Power: "^",
  Concat: "&",
  Equal: "=",
  NotEqual: "<>",
  Less: "<",
  LessEqual: "<=",
  Greater: ">",
  GreaterEqual: ">=",
};

/** Characters PostgreSQL cannot keep in a text: NUL and halves of surrogate pairs. */
const UNKEEPABLE = /[\0\p{Surrogate}]/u;
/** A bracket or quote that is opened for good: as a token it would have been read. */
const UNCLOSED = /^[[［【"“]/;

/**
 * Reads a formula's source into its tree. Knows nothing of fields and types.
 *
 * @param source at most 4,000 characters; full-width punctuation and digits are read as their ASCII forms
 * @returns the tree, or the first fault with its place: `formula_syntax`, `formula_unclosed`, `formula_incomplete`, `formula_empty`,
 *   `formula_too_large`, `formula_number`, `formula_character`, `formula_bare_name`
 * @source SPEC FX-01, FX-02
 */
export function parseFormula(source: string): ParsedFormula {
  const whole = { from: 0, to: source.length };
  if (source.length > MAX_SOURCE) return fault("formula_too_large", whole, { what: "source", limit: MAX_SOURCE });
  if (source.trim() === "") return fault("formula_empty", whole);
  const stray = UNKEEPABLE.exec(source);
  if (stray) return fault("formula_character", { from: stray.index, to: stray.index + 1 });
  const top = parser.parse(source).topNode;
  const broken = firstError(top);
  if (broken) return syntaxFault(source, broken);
  const reader = new TreeReader(source);
  const node = reader.read(expressions(top)[0] as SyntaxNode, 1);
  return reader.issue || !node ? { ok: false, issues: reader.issue ? [reader.issue] : [] } : { ok: true, node };
}

function fault(code: string, at: { from: number; to: number }, params: FormulaIssue["params"] = {}): ParsedFormula {
  return { ok: false, issues: [formulaIssue(code, at, params)] };
}

function firstError(top: SyntaxNode): SyntaxNode | undefined {
  const cursor = top.cursor();
  do if (cursor.type.isError) return cursor.node;
  while (cursor.next());
  return undefined;
}

function syntaxFault(source: string, error: SyntaxNode): ParsedFormula {
  const rest = source.slice(error.from).trimStart();
  if (rest === "")
    return fault("formula_incomplete", { from: Math.max(0, source.trimEnd().length - 1), to: source.length });
  const from = source.length - rest.length;
  if (UNCLOSED.test(rest)) return fault("formula_unclosed", { from, to: source.length }, { found: rest.charAt(0) });
  const end = error.to > from ? error.to : from + ([...rest][0] ?? "").length;
  return fault("formula_syntax", { from, to: end }, { found: source.slice(from, Math.min(end, from + 20)) });
}

class TreeReader {
  issue: FormulaIssue | undefined;
  private nodes = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  read(tree: SyntaxNode, depth: number): FormulaNode | undefined {
    if (this.issue) return undefined;
    if (depth > MAX_DEPTH) return this.refuse("formula_too_large", tree, { what: "depth", limit: MAX_DEPTH });
    if (++this.nodes > MAX_NODES) return this.refuse("formula_too_large", tree, { what: "nodes", limit: MAX_NODES });
    const { from, to } = tree;
    const text = this.source.slice(from, to);
    switch (tree.name) {
      case "Group":
        return this.read(expressions(tree)[0] as SyntaxNode, depth + 1);
      case "Number": {
        const value = numberOfToken(text);
        if (value === undefined) return this.refuse("formula_number", tree);
        return { kind: "literal", type: "number", value, from, to };
      }
      case "Text":
        return { kind: "literal", type: "text", value: textOfToken(text), from, to };
      case "Reference":
        return { kind: "reference", path: pathOfToken(text), from, to };
      case "Name":
        return this.readName(tree, text);
      default:
        return this.readCall(tree, depth);
    }
  }

  private readName(tree: SyntaxNode, text: string): FormulaNode | undefined {
    const name = text.toUpperCase();
    if (name !== "TRUE" && name !== "FALSE") return this.refuse("formula_bare_name", tree, { name: text });
    return { kind: "literal", type: "boolean", value: name === "TRUE", from: tree.from, to: tree.to };
  }

  private readCall(tree: SyntaxNode, depth: number): FormulaNode | undefined {
    const nameTree = callee(tree);
    const written = this.source.slice(nameTree.from, nameTree.to);
    const sign = OPERATORS[nameTree.name];
    const name = tree.name === "Unary" ? `unary${sign}` : (sign ?? written.toUpperCase());
    const args: FormulaNode[] = [];
    for (const child of expressions(tree)) {
      if (child.from === nameTree.from) continue;
      const arg = this.read(child, depth + 1);
      if (!arg) return undefined;
      args.push(arg);
    }
    return { kind: "call", name, args, from: tree.from, to: tree.to, nameFrom: nameTree.from, nameTo: nameTree.to };
  }

  private refuse(code: string, at: SyntaxNode, params: FormulaIssue["params"] = {}): undefined {
    this.issue ??= formulaIssue(code, at, params);
    return undefined;
  }
}

const EXPRESSIONS = new Set(["Number", "Text", "Reference", "Name", "Call", "Group", "Unary", "Binary"]);

function children(tree: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = tree.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

function expressions(tree: SyntaxNode): SyntaxNode[] {
  return children(tree).filter((child) => EXPRESSIONS.has(child.name));
}

/** The token that names the call: the operator's sign, or the first token of a function call. */
function callee(tree: SyntaxNode): SyntaxNode {
  const all = children(tree);
  const sign = tree.name === "Call" ? all[0] : all.find((child) => child.name in OPERATORS);
  return sign as SyntaxNode;
}
