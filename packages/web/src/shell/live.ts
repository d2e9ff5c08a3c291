import type { LiveMessage } from "@dabiao/core/platform/live.ts";
import { type Query, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { hearLive, type LiveState } from "../api/live.ts";
import { staleQueries } from "./stale-queries.ts";

/** A restart of the server and a lift's dead spot are not worth a banner. */
const LOST_AFTER_MS = 5_000;

/**
 * A query says by `meta.objects` which objects its figures come from (`["opportunity"]`, or `["*"]` for any);
 * when one of them changes anywhere, the page reads it again. Messages carry no values, so rights stay the server's.
 *
 * @returns `lost` once the channel has been down for a while: until it is back, figures may be old
 */
export function useLiveInvalidation(): LiveState {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("live");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stale = staleQueries(client);
    const leave = hearLive({
      onMessage: (message) => stale.add(staleBy(message)),
      onState: (next) => {
        clearTimeout(timer);
        if (next === "live") setState("live");
        else timer = setTimeout(() => setState("lost"), LOST_AFTER_MS);
      },
    });
    return () => {
      clearTimeout(timer);
      stale.stop();
      leave();
    };
  }, [client]);
  return state;
}

function staleBy(message: LiveMessage): (query: Query) => boolean {
  return message.kind === "refetch" ? dependsOnRecords : (query) => dependsOn(query, message.object);
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
