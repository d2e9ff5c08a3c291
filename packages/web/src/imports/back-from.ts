/** Where the import was begun and leads back to: `start`, the list of first steps, or nowhere. */
export function backFrom(): string | undefined {
  return new URLSearchParams(location.search).get("back") ?? undefined;
}
