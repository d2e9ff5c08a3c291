import type { Impact } from "@dabiao/core/model/contract.ts";
import { dependantsOf } from "@dabiao/core/model/dependants.ts";
import { differences } from "@dabiao/core/model/diff.ts";
import type { JsonValue } from "@dabiao/core/model/json-value.ts";
import { KINDS, kindNamed, permissionFor } from "@dabiao/core/model/kinds.ts";
import { type FieldBody, type ObjectBody, objectSchema } from "@dabiao/core/model/object.ts";
import { Refusal } from "@dabiao/core/platform/refusal.ts";
import type { Workspace } from "../platform/postgres/db.ts";
import { readColumns } from "./column-store.ts";
import { typeChange } from "./convert.ts";
import { tryConversion } from "./convert-store.ts";
import type { Definer } from "./definer.ts";
import { readHead } from "./definition-store.ts";
import { issuesTogether } from "./publish-store.ts";
import { countValues } from "./value-store.ts";
import { world } from "./world.ts";

/** Values a preview of a conversion reads. */
const SAMPLE = 5_000;

/** What publishing the draft would do: what it changes, what is wrong, who depends on it, which values it touches. */
export async function draftImpact(ws: Workspace, definer: Definer, kind: string, key: string): Promise<Impact> {
  definer.demand(permissionFor(kind));
  const known = kindNamed(kind);
  const head = await readHead(ws, kind, key);
  if (!head || head.draft === null) throw new Refusal("definition_no_draft", { kind, key });
  const now = await world(ws);
  const current = (now.get(known, key) ?? null) as JsonValue | null;
  const parsed = known.schema.safeParse(head.draft);
  const next = (parsed.success ? parsed.data : head.draft) as JsonValue;
  const isObject = kind === objectSchema.kind && current !== null && parsed.success;
  return {
    issues: issuesTogether(now, [{ kind, key, body: head.draft }]).map((issue) => ({
      ...issue,
      params: issue.params as Record<string, string>,
      path: [...issue.path],
    })),
    differences: differences(current, next).map((each) => ({ ...each, path: [...each.path] })) as Impact["differences"],
    dependants: dependantsOf(KINDS, now, { kind, key }).map((each) => ({ ...each, parts: [...each.parts] })),
    fields: isObject ? await fieldImpact(ws, key, current as unknown as ObjectBody, next as unknown as ObjectBody) : [],
  };
}

async function fieldImpact(
  ws: Workspace,
  object: string,
  before: ObjectBody,
  after: ObjectBody,
): Promise<Impact["fields"]> {
  const columns = new Map(
    (await readColumns(ws, object)).filter(({ state }) => state === "live").map(({ field, name }) => [field, name]),
  );
  const impact: Impact["fields"] = [];
  for (const old of before.fields) {
    const column = columns.get(old.key);
    const now = after.fields.find(({ key }) => key === old.key);
    const change = now ? typeChange(old, now) : "remove";
    if (change === "none") continue;
    const records = column === undefined ? 0 : await countValues(ws, object, column);
    impact.push({ field: old.key, change, records, ...(await failuresOf(ws, object, old, now, column, change)) });
  }
  const had = new Set(before.fields.map(({ key }) => key));
  const added = after.fields.filter(({ key }) => !had.has(key));
  return [
    ...impact,
    ...added.map(({ key }) => ({ field: key, change: "add" as const, records: 0, failed: 0, examples: [] })),
  ];
}

async function failuresOf(
  ws: Workspace,
  object: string,
  before: FieldBody,
  after: FieldBody | undefined,
  column: string | undefined,
  change: string,
): Promise<{ failed: number; examples: { value: string; code: string }[] }> {
  if (change !== "convert" || !after || column === undefined) return { failed: 0, examples: [] };
  const { failed, examples } = await tryConversion(ws, { object, before, after, from: column }, SAMPLE);
  return { failed, examples: [...examples] };
}
