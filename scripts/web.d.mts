/** Builds the pages when their sources are not those of the last build. */
export function ensureWeb(node: string): Promise<void>;
