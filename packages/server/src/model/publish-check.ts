import type { Finding } from "@dabiao/core/metrics/lint/finding.ts";
import { parseBody } from "@dabiao/core/model/check-definition.ts";
import { stableText } from "@dabiao/core/model/json-value.ts";
import type { World } from "@dabiao/core/model/kind.ts";
import { kindNamed } from "@dabiao/core/model/kinds.ts";
import { worldWith } from "@dabiao/core/model/world.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { world } from "./world.ts";

/** A definition about to be published, as its kind reads it. */
export interface Candidate {
  readonly kind: string;
  readonly key: string;
  readonly body: unknown;
}

/**
 * What speaks against publishing a definition beyond what makes it invalid, in the world in which it already stands.
 * A room that knows looks at its own kinds and says nothing about others; the checks are put together at composition.
 */
export type PublishCheck = (
  ws: Workspace,
  candidate: Candidate,
  worlds: { readonly before: World; readonly after: World },
) => Promise<readonly Finding[]>;

/** Why something was published although its check said no. */
export interface Override {
  readonly reason: string;
  readonly findings: readonly Pick<Finding, "code" | "params" | "path">[];
}

export interface Reasoned {
  readonly checks?: readonly PublishCheck[] | undefined;
  /** The reason given, for findings that would block. */
  readonly reason?: string | undefined;
}

/**
 * Holds definitions against the checks, before the transaction that publishes them: checks read what they like.
 *
 * @returns by `kind/key` the overrides to be kept with the versions
 * @throws Refusal `definition_needs_reason` with the blocking findings when no reason is given
 */
export async function demandReason(
  ws: Workspace,
  changes: readonly Candidate[],
  { checks = [], reason = "" }: Reasoned,
): Promise<ReadonlyMap<string, Override>> {
  const overrides = new Map<string, Override>();
  if (checks.length === 0) return overrides;
  const before = await world(ws);
  const known = changes.flatMap(({ kind, key, body }) => {
    const parsed = parseBody(kindNamed(kind), body);
    return parsed.issues.length > 0 ? [] : [{ kind, key, body: parsed.body }];
  });
  const after = worldWith(before, known);
  for (const candidate of known) {
    const { kind, key, body } = candidate;
    if (stableText(before.get(kindNamed(kind), key) ?? null) === stableText(body)) continue;
    const found = [];
    for (const check of checks) found.push(...(await check(ws, candidate, { before, after })));
    const findings = found.filter(({ level }) => level === "block").map(pick);
    if (findings.length > 0) overrides.set(`${kind}/${key}`, { reason: reason.trim(), findings });
  }
  if (reason.trim() === "" && overrides.size > 0) refuse(overrides, changes.length > 1);
  return overrides;
}

function pick({ code, params, path }: Finding): Override["findings"][number] {
  return { code, params, path };
}

/** Among several definitions a finding says which one it is in. */
function refuse(overrides: ReadonlyMap<string, Override>, several: boolean): never {
  const issues = [...overrides].flatMap(([name, { findings }]) =>
    findings.map(({ code, params, path }) => ({
      code,
      params: Object.fromEntries(
        Object.entries(params).map(([key, value]) => [key, typeof value === "object" ? value.zh : value]),
      ),
      path: several ? [...name.split("/"), ...path] : path,
    })),
  );
  throw new Refusal("definition_needs_reason", { count: issues.length }, ["reason"], issues.slice(0, 200));
}
