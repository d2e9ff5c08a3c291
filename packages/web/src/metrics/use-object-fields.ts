import type { FieldIndex } from "@dabiao/core/model/world-contract.ts";
import { useQuery } from "@tanstack/react-query";
import { objectQuery } from "../model/object-index.ts";

/** The fields of an object as the reader may see them; none while they are read, or for an object out of reach. */
export function useObjectFields(object: string | undefined): readonly FieldIndex[] {
  const { data } = useQuery({ ...objectQuery(object ?? ""), enabled: object !== undefined && object !== "" });
  return data?.object?.fields ?? [];
}
