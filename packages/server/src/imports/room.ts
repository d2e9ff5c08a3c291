import type { Workspace } from "../platform/postgres/db.ts";

/** What imports need beside the workspace: where files lie and the time. */
export interface ImportsRoom {
  readonly dataDir: string;
  readonly clock: () => Date;
}

/** A workspace with that. */
export interface ImportPlace extends ImportsRoom {
  readonly workspace: Workspace;
}
