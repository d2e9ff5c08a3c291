import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { objectQuery } from "../model/object-index.ts";
import { useObjectFields } from "./use-object-fields.ts";

interface LinkedFields {
  readonly own: readonly FieldIndex[];
  /** The fields of an object that the record links to. */
  readonly of: (object: string) => readonly FieldIndex[];
}

/** An object's fields and those of the objects it refers to, as the reader may see them. */
export function useLinkedFields(object: string): LinkedFields {
  const own = useObjectFields(object);
  const targets = [
    ...new Set(own.flatMap(({ type, target }) => (type === "reference" && target?.object ? [target.object] : []))),
  ];
  const others = useQueries({
    queries: targets.map((key) => objectQuery(key)),
    combine: (results) => results.flatMap(({ data }) => data?.object ?? []),
  });
  return useMemo(() => {
    const byObject = new Map(others.map(({ key, fields }) => [key, fields]));
    return { own, of: (key: string) => byObject.get(key) ?? [] };
  }, [own, others]);
}
