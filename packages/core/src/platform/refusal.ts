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
 * A rule said no. It becomes a 4xx answer `{code, params, path, issues}`; its sentences stand beside
 * its room's table in `refusal-texts.ts`, and docs/errors.md lists them.
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

/** A sentence in both languages, saying what is wrong and what to do. Parameters stand in single braces: `{limit}`. */
export interface RefusalText {
  readonly zh: string;
  readonly en: string;
}

/** The sentences of a room's refusals: one for each of its codes, and for no other. */
export type RefusalTexts<Table extends Readonly<Record<string, RefusalSpec>>> = Readonly<
  Record<keyof Table, RefusalText>
>;
