const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const PAGE = /\/o\/([a-z][a-z0-9_]{0,39})\//;

/** The record meant by an id or by the address of its page, which also says its object. */
export function recordIn(text: string): { readonly id: string; readonly object: string | null } | null {
  const id = ID.exec(text)?.[0];
  return id ? { id: id.toLowerCase(), object: PAGE.exec(text)?.[1] ?? null } : null;
}
