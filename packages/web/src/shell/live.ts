import type { LiveMessage } from "@dabiao/core/platform/live.ts";
import { type Query, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { hearLive } from "../api/live.ts";

/**
 * A query says by `meta.objects` which objects its figures come from (`["opportunity"]`, or `["*"]` for any);
 * when one of them changes anywhere, the page reads it again. Messages carry no values, so rights stay the server's.
 */
export function useLiveInvalidation(): void {
  const client = useQueryClient();
  useEffect(() => hearLive({ onMessage: (message) => refresh(client, message), onState: () => undefined }), [client]);
}

function refresh(client: QueryClient, message: LiveMessage): void {
  const stale = message.kind === "refetch" ? dependsOnRecords : (query: Query) => dependsOn(query, message.object);
  void client.invalidateQueries({ predicate: stale });
}

function dependsOn(query: Query, object: string): boolean {
  const objects = objectsOf(query);
  return objects.includes(object) || objects.includes("*");
}

function dependsOnRecords(query: Query): boolean {
  return objectsOf(query).length > 0;
}

function objectsOf(query: Query): readonly string[] {
  const objects: unknown = query.meta?.["objects"];
  return Array.isArray(objects) ? objects : [];
}
