/** Definitions as a page lists them: in the order the company gave them, the others after them by key. */
export function inOrder<Found extends { readonly key: string; readonly body: { readonly order?: number | undefined } }>(
  all: readonly Found[],
): Found[] {
  const last = Number.POSITIVE_INFINITY;
  return all.toSorted((a, b) => compare(a.body.order ?? last, b.body.order ?? last) || compare(a.key, b.key));
}

function compare<Value extends string | number>(a: Value, b: Value): number {
  return a < b ? -1 : Number(a > b);
}
