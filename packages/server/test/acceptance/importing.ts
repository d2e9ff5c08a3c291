import { setTimeout as sleep } from "node:timers/promises";
import type { Caller, Json } from "./caller.ts";

/** Uploads a text or bytes as a file; answers the import's id once it is read. */
export async function uploaded(caller: Caller, name: string, content: string | Buffer): Promise<string> {
  const form = new FormData();
  form.append("file", new Blob([typeof content === "string" ? content : new Uint8Array(content)]), name);
  const { id } = await caller.ok("POST", "/imports", form);
  await reached(caller, id, "read", "failed");
  return id;
}

/** Takes the suggested mapping with a key, and waits until every row is checked. */
export async function checked(caller: Caller, id: string, key: string | null): Promise<Json> {
  const { mapping } = await caller.ok("GET", `/imports/${id}/suggestion`);
  await caller.ok("PUT", `/imports/${id}/mapping`, { ...mapping, key });
  return await reached(caller, id, "checked", "failed");
}

export async function reached(caller: Caller, id: string, ...states: string[]): Promise<Json> {
  for (;;) {
    const run = await caller.ok("GET", `/imports/${id}`);
    if (states.includes(run.state)) return run;
    await sleep(30);
  }
}
