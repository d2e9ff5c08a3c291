import { type Actor, actorName } from "@dabiao/core/people/actor.ts";
import type { Changed, LiveMessage } from "@dabiao/core/platform/live.ts";
import type { Workspace } from "../postgres/db.ts";

/**
 * What each actor may hear of a change, in the actors' order; null is nothing. Without ids the message says
 * "some record of the object": the answer for those who may read the object but whose part is costly to find.
 */
export type LiveFilter = (
  workspace: Workspace,
  change: Changed,
  actors: readonly Actor[],
) => Promise<readonly (Changed | null)[]>;

/** The filter while no room gives a better one: everybody may know that something of the object changed, nobody what. */
export const withoutIds: LiveFilter = async (_workspace, change, actors) => actors.map(() => ({ ...change, ids: [] }));

/**
 * Filters a batch for many listeners: each distinct actor is asked about once, however many pages it has open.
 * Gives the messages for each actor, in order.
 */
export async function filterBatch(
  filter: LiveFilter,
  workspace: Workspace,
  messages: readonly LiveMessage[],
  actors: readonly Actor[],
): Promise<LiveMessage[][]> {
  const distinct = new Map(actors.map((actor) => [nameOf(actor), actor]));
  const names = [...distinct.keys()];
  const heard = new Map<string, LiveMessage[]>(names.map((name) => [name, []]));
  for (const message of messages) {
    const answers =
      message.kind === "changed" ? await filter(workspace, message, [...distinct.values()]) : names.map(() => message);
    for (const [index, name] of names.entries()) {
      const answer = answers[index];
      if (answer) heard.get(name)?.push(answer);
    }
  }
  return actors.map((actor) => heard.get(nameOf(actor)) ?? []);
}

function nameOf(actor: Actor): string {
  return `${actorName(actor)} ${actor.orgVersion} ${actor.roleKeys.join()}`;
}
