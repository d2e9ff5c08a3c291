/** Rows of the fixed tables of people. Days are `YYYY-MM-DD`, half-open; a null `to_day` is open. */
export interface MemberRow {
  id: string;
  name: string;
  pinyin: string;
  search: string;
  email: string | null;
  phone: string | null;
  employee_no: string | null;
  account_id: string | null;
  state: "active" | "invited" | "left";
  joined_on: string | null;
  left_on: string | null;
  locale: string;
  created_at: Date;
  updated_at: Date;
}

export interface UnitRow {
  id: string;
  parent_id: string | null;
  name: string;
  level: string | null;
  leader_id: string | null;
  sort: number;
  archived: boolean;
  created_at: Date;
  updated_at: Date;
}

interface UnitParentRow {
  unit_id: string;
  parent_id: string | null;
  from_day: string;
  to_day: string | null;
}

interface UnitPathRow {
  ancestor_id: string;
  unit_id: string;
  depth: number;
  from_day: string;
  to_day: string | null;
}

export interface MembershipRow {
  id: string;
  member_id: string;
  unit_id: string;
  kind: "primary" | "secondary";
  from_day: string;
  to_day: string | null;
}

interface AuditEventRow {
  id: string;
  at: Date;
  kind: string;
  member_id: string | null;
  subject: string | null;
  subject_id: string | null;
  /** JSON text on the way in. */
  detail: unknown;
  source: string;
  request_id: string;
}

export interface ApiKeyRow {
  id: string;
  workspace_id: string;
  member_id: string;
  name: string;
  secret_hash: string;
  role_keys: string[];
  created_at: Date;
  expires_at: Date | null;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

declare module "../platform/postgres/tables.ts" {
  interface WorkspaceTables {
    member: MemberRow;
    unit: UnitRow;
    unit_parent: UnitParentRow;
    unit_path: UnitPathRow;
    membership: MembershipRow;
    member_role: { member_id: string; role_key: string };
    org_version: { singleton: boolean; version: string };
    audit_event: AuditEventRow;
  }

  interface PlatformTables {
    account: {
      id: string;
      name: string;
      email: string;
      locale: string;
      two_factor_enabled: boolean;
      created_at: Date;
      updated_at: Date;
    };
    session: {
      id: string;
      account_id: string;
      ip_address: string | null;
      user_agent: string | null;
      expires_at: Date;
      created_at: Date;
      updated_at: Date;
    };
    verification: { id: string; expires_at: Date };
    sign_in_failure: { key: string; failures: number; since: Date };
    one_time_link: {
      token_hash: string;
      kind: "invite" | "password";
      workspace_id: string;
      member_id: string;
      created_at: Date;
      expires_at: Date;
    };
    api_key: ApiKeyRow;
    instance_secret: { name: string; value: string; created_at: Date };
  }
}
