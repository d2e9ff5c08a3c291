import {
  asKind,
  commonKind,
  constantArgument,
  constantText,
  countText,
  fitted,
  parametersFor,
} from "./argument-fit.ts";
import type { CheckedNode } from "./checked-node.ts";
import { dateOperator } from "./date-operator.ts";
import type { FormulaFunction, FormulaParameter } from "./formula-function.ts";
import { type FormulaIssue, formulaIssue } from "./formula-issue.ts";
import type { CallNode, FormulaNode, ReferenceNode } from "./formula-node.ts";
import type { FormulaScope } from "./formula-scope.ts";
import type { FormulaKind } from "./formula-type.ts";
import { optionLiterals } from "./option-literals.ts";
import { formulaFunction } from "./registry.ts";
import { referenceToken, textToken } from "./token-value.ts";

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** One pass over a formula's tree: collects issues, references and the rewrites of the canonical form. */
export class TypeChecker {
  readonly issues: FormulaIssue[] = [];
  readonly references: (readonly string[])[] = [];
  usesClock = false;
  private readonly edits: Edit[] = [];
  private readonly scope: FormulaScope;

  constructor(scope: FormulaScope) {
    this.scope = scope;
  }

  /** The node with its types, or undefined with at least one issue told. */
  check(node: FormulaNode): CheckedNode | undefined {
    switch (node.kind) {
      case "literal":
        return { kind: "literal", type: { kind: node.type }, value: node.value };
      case "reference":
        return this.reference(node);
      case "call":
        return this.call(node);
    }
  }

  /** The source with every rewrite applied. */
  canonical(source: string): string {
    let text = source;
    for (const edit of this.edits.toSorted((a, b) => b.from - a.from)) {
      text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
    }
    return text;
  }

  private reference(node: ReferenceNode): CheckedNode | undefined {
    const found = this.scope.resolve(node.path);
    if (!found) return this.refuse("formula_unknown_field", node, { name: node.path.join(".") });
    const known = this.references.some(
      (path) => path.length === found.key.length && path.every((key, at) => key === found.key[at]),
    );
    if (!known) this.references.push(found.key);
    this.edits.push({ from: node.from, to: node.to, text: referenceToken(found.key) });
    return { kind: "reference", type: found.type, path: found.key };
  }

  private call(node: CallNode): CheckedNode | undefined {
    const declared = formulaFunction(node.name);
    const name = { from: node.nameFrom, to: node.nameTo };
    if (!declared) this.refuse("formula_unknown_function", name, { name: node.name });
    if (declared?.usesClock) {
      this.usesClock = true;
      if (!this.scope.allowClock) this.refuse("formula_clock", name, { name: node.name });
    }
    const args = node.args.map((arg) => this.check(arg));
    if (!declared) return undefined;
    const parameters = parametersFor(declared, args.length);
    if (!parameters) {
      const counts = { name: node.name, expected: countText(declared), found: args.length };
      return this.refuse("formula_argument_count", name, counts);
    }
    if (!args.every((arg) => arg !== undefined)) return undefined;
    const onDates = dateOperator(node.name, args);
    return onDates ?? this.typedCall(node, declared, parameters, this.withOptionIds(node, parameters, args));
  }

  private typedCall(
    node: CallNode,
    declared: FormulaFunction,
    parameters: readonly FormulaParameter[],
    given: readonly CheckedNode[],
  ): CheckedNode | undefined {
    const args = given.map((arg, index) => this.argument(node, index, arg, parameters[index]!));
    if (!args.every((arg) => arg !== undefined)) return undefined;
    const subject = this.unified(node, parameters, args, "subject");
    const result = this.unified(node, parameters, args, "result");
    if (subject === "mixed" || result === "mixed") return undefined;
    const converted = args.map((arg, index) => {
      const kind = { subject, result, option: undefined, none: undefined }[parameters[index]?.group ?? "none"];
      return kind ? asKind(arg, kind) : arg;
    });
    const kind = declared.result === "result" ? (result ?? "text") : declared.result;
    return { kind: "call", type: { kind }, name: declared.name, args: converted };
  }

  private argument(
    node: CallNode,
    index: number,
    arg: CheckedNode,
    parameter: FormulaParameter,
  ): CheckedNode | undefined {
    const fit = fitted(arg, parameter);
    const at = node.args[index]!;
    if (!fit) {
      const types = { name: node.name, expected: parameter.accepts, found: arg.type.kind };
      return this.refuse("formula_argument_type", at, types);
    }
    const constant = constantArgument(fit, parameter);
    if (constant) return constant;
    return this.refuse("formula_constant", at, { name: node.name, allowed: constantText(parameter.constant!) });
  }

  /** The common kind of a group's arguments; undefined where there is no such group. */
  private unified(
    node: CallNode,
    parameters: readonly FormulaParameter[],
    args: readonly CheckedNode[],
    group: "subject" | "result",
  ): FormulaKind | "mixed" | undefined {
    const members = args
      .map((arg, index) => ({ arg, index }))
      .filter(({ index }) => parameters[index]?.group === group);
    if (members.length === 0) return undefined;
    const kind = commonKind(members.map(({ arg }) => arg.type.kind));
    if (kind) return kind;
    const expected = members[0]!.arg.type.kind;
    const odd = members.find(({ arg }) => !commonKind([expected, arg.type.kind])) ?? members.at(-1)!;
    this.refuse("formula_type_mixed", node.args[odd.index]!, { name: node.name, expected, found: odd.arg.type.kind });
    return "mixed";
  }

  private withOptionIds(
    node: CallNode,
    parameters: readonly FormulaParameter[],
    args: readonly CheckedNode[],
  ): CheckedNode[] {
    const options = args.find((arg) => arg.kind === "reference" && arg.type.options)?.type.options;
    const named = options
      ? optionLiterals(
          node,
          parameters,
          args.map(({ type }) => type.kind),
        )
      : [];
    return args.map((arg, index) => {
      if (!named.includes(index) || arg.kind !== "literal" || !options) return arg;
      const option = options.find(({ id }) => id === arg.value) ?? options.find(({ label }) => label === arg.value);
      const at = node.args[index]!;
      if (!option)
        this.refuse("formula_option", at, {
          option: String(arg.value),
          options: options.slice(0, 20).map(({ label }) => label),
        });
      else if (option.id !== arg.value) this.edits.push({ from: at.from, to: at.to, text: textToken(option.id) });
      return { ...arg, value: option?.id ?? arg.value };
    });
  }

  private refuse(code: string, at: { from: number; to: number }, params: FormulaIssue["params"]): undefined {
    this.issues.push(formulaIssue(code, at, params));
    return undefined;
  }
}
