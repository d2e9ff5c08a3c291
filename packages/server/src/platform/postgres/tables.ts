import type { Generated } from "kysely";

/**
 * Fixed tables of the product. A room adds its own by declaration merging in its `tables.ts`:
 *
 *   declare module "../platform/postgres/tables.ts" { interface WorkspaceTables { member: MemberTable } }
 *
 * Platform tables live in `public`, workspace tables in every workspace's own schema. Tables of records
 * (what users may shape) are not here: they are built from definitions and spoken to in SQL fragments.
 */
// biome-ignore lint/suspicious/noEmptyInterface: rooms merge their tables into it
export interface WorkspaceTables {}

export interface PlatformTables {
  workspace: {
    id: string;
    /** Ten base-32 characters; the schema is `w_<key>`. Never changes. */
    key: string;
    name: string;
    kind: "company" | "demo";
    zone: string;
    version: Generated<number>;
    state: "founding" | "active" | "maintenance" | "removed";
    fault: string | null;
    created_at: Date;
  };
  setup_token: {
    singleton: Generated<boolean>;
    token_hash: string;
    created_at: Date;
  };
  workspace_account: {
    workspace_id: string;
    account_id: string;
    member_id: string;
    last_used_at: Date;
  };
}
