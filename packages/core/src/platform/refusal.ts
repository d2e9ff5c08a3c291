/** Values a refusal's message may show. Decimals go in as strings. */
export type RefusalParams = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Where in the request the fault is, e.g. `["fields", 3, "key"]`. */
export type RefusalPath = readonly (string | number)[];

/** One thing that is wrong: what every 4xx answer is made of. */
export interface Issue {
  readonly code: string;
  readonly params: RefusalParams;
  readonly path: RefusalPath;
}

/**
 * A rule said no. It becomes a 4xx answer `{code, params, path, issues}`; its sentence is written in `web`,
 * in the user's language, under the key `refusal.<code>`, and explained in docs/errors.md.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly params: RefusalParams;
  readonly path: RefusalPath;
  readonly issues: readonly Issue[];

  constructor(code: string, params: RefusalParams = {}, path: RefusalPath = [], issues: readonly Issue[] = []) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.params = params;
    this.path = path;
    this.issues = issues;
  }
}

/** What a refusal code means to a client: its HTTP status and the parameters its sentence needs. */
export interface RefusalSpec {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503;
  readonly params: readonly string[];
}

/** Declares a room's refusal codes; the tables of all rooms are joined in `refusals.ts`. */
export function declareRefusals<const Table extends Readonly<Record<string, RefusalSpec>>>(table: Table): Table {
  return table;
}
