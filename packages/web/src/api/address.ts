import { API_PREFIX, type Contract, type ParamsInput, type QueryInput } from "@dabiao/core/platform/contract.ts";

/** A part of a request: left out when the contract has none, optional when nothing in it is required. */
export type Part<Name extends string, Value> = unknown extends Value
  ? { readonly [N in Name]?: undefined }
  : Record<never, never> extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

export type Addressed<C extends Contract> = Part<"params", ParamsInput<C>> & Part<"query", QueryInput<C>>;

/** The path and query of a call: for links, downloads and forms; `call` uses it too. */
export function addressOf<C extends Contract>(contract: C, given: Addressed<C>): string {
  const { params = {}, query = {} } = given as { params?: Record<string, unknown>; query?: Record<string, unknown> };
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) append(search, name, item);
  }
  return API_PREFIX + path + (search.size > 0 ? `?${search}` : "");
}

function append(search: URLSearchParams, name: string, value: unknown): void {
  if (value === undefined) return;
  search.append(name, typeof value === "object" ? JSON.stringify(value) : String(value));
}
