import type { QueryClient } from "@tanstack/react-query";

/** Reads again what shows records of an object: lists, boards, counts, the record itself and figures over them. */
export async function refreshRecords(client: QueryClient, object: string): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ meta }) => {
      const objects: unknown = meta?.["objects"];
      return Array.isArray(objects) && (objects.includes(object) || objects.includes("*"));
    },
  });
}
