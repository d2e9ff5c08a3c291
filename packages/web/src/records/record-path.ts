const STORED_AS = "dabiao.list";

/** The list a record was opened from, so that J and K go through it. */
export interface ListTrail {
  readonly object: string;
  readonly ids: readonly string[];
  readonly address: string;
}

const IDS_MAX = 2_000;

/** Kept for the tab: a record opened in another tab has no list behind it. */
export function keepTrail(trail: ListTrail): void {
  sessionStorage.setItem(STORED_AS, JSON.stringify({ ...trail, ids: trail.ids.slice(0, IDS_MAX) }));
}

export function readTrail(object: string): ListTrail | null {
  const text = sessionStorage.getItem(STORED_AS);
  if (!text) return null;
  const trail = JSON.parse(text) as ListTrail;
  return trail.object === object ? trail : null;
}
