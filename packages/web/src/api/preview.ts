const STORED_AS = "dabiao.preview";

/** Looks through another member's eyes, read-only, until it is ended; the choice lives as long as the tab. */
export function previewMember(memberId: string | null): void {
  if (memberId) sessionStorage.setItem(STORED_AS, memberId);
  else sessionStorage.removeItem(STORED_AS);
}

/** The member previewed in this tab. */
export function previewedMember(): string | null {
  return sessionStorage.getItem(STORED_AS);
}
