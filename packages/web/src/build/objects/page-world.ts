import type { KindSchema, World } from "@dabiao/core/model/kind.ts";
import { type ObjectBody, objectSchema } from "@dabiao/core/model/object.ts";
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { useObjectIndex } from "../../model/object-index.ts";
import { definitionQuery } from "../definition/definition-query.ts";

/**
 * The definitions as formulas and previews on the page see them: the object as it is drafted, and those it links to
 * as they stand.
 */
export function usePageWorld(object: string, body: ObjectBody | null): World {
  const index = useObjectIndex();
  const linked = body ? [...new Set(body.fields.flatMap(linksOf))].filter((key) => key !== object) : [];
  const known = linked.filter((key) => index.some((each) => each.key === key));
  const others = useQueries({
    queries: known.map((key) => ({ ...definitionQuery("object", key), staleTime: 60_000 })),
    combine: (results) => results.map(({ data }) => data),
  });
  return useMemo(() => {
    const bodies = new Map<string, ObjectBody>();
    for (const other of others) {
      const parsed = objectSchema.schema.safeParse(other?.body);
      if (other && parsed.success) bodies.set(other.key, parsed.data);
    }
    if (body) bodies.set(object, body);
    return worldOf(bodies);
  }, [object, body, others]);
}

function worldOf(bodies: ReadonlyMap<string, ObjectBody>): World {
  return {
    version: 0,
    get<Body>({ kind }: KindSchema<Body>, key: string) {
      return kind === objectSchema.kind ? (bodies.get(key) as Body | undefined) : undefined;
    },
    list<Body>({ kind }: KindSchema<Body>) {
      const entries = kind === objectSchema.kind ? [...bodies] : [];
      return entries.map(([key, body]) => ({ key, body: body as Body }));
    },
  };
}

function linksOf({ type, settings }: ObjectBody["fields"][number]): string[] {
  const target = settings["object"];
  return ["reference", "references", "rollup"].includes(type) && typeof target === "string" && target !== ""
    ? [target]
    : [];
}
