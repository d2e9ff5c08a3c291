import type { Workspace } from "../platform/postgres/db.ts";

/** What imports need beside the workspace: where files lie and the time. */
export interface ImportsRoom {
  readonly dataDir: string;
  readonly clock: () => Date;
  /** The largest file taken, in bytes; 200 MB unless told otherwise. */
  readonly fileMax?: number;
}

/** A workspace with that. */
export interface ImportPlace extends ImportsRoom {
  readonly workspace: Workspace;
}
