import type { ReactNode } from "react";
import type { ListColumn } from "./columns.ts";
import type { ObjectDefinition } from "./definition.ts";
import type { ListQuery } from "./list-query.ts";
import type { ListState } from "./use-list.ts";

/** What every way of showing a list is given. */
export interface ViewProps {
  readonly definition: ObjectDefinition;
  readonly list: ListState;
  readonly columns: readonly ListColumn[];
  readonly query: ListQuery;
  readonly empty: ReactNode;
}
