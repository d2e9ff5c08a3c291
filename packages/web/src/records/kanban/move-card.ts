import type { RecordGroups, RecordRow } from "@dabiao/core/records/record-query.ts";

/** The board with a card in the column its value says, counts and all: what is painted before the server has answered. */
export function moveCard(board: RecordGroups, row: RecordRow, group: string): RecordGroups {
  const to = (row.values[group] as string | null) ?? null;
  const from = board.groups.find(({ items }) => items.some(({ id }) => id === row.id));
  if (from?.key === to) {
    const items = (each: RecordRow[]) => each.map((item) => (item.id === row.id ? row : item));
    return { ...board, groups: board.groups.map((each) => ({ ...each, items: items(each.items) })) };
  }
  const known = board.groups.some(({ key }) => key === to)
    ? board.groups
    : [...board.groups, { key: to, count: 0, sum: null, items: [], next: null }];
  const groups = known.map((each) => {
    if (each.key === to) return { ...each, count: each.count + 1, items: [row, ...each.items] };
    const items = each.items.filter(({ id }) => id !== row.id);
    return items.length < each.items.length ? { ...each, count: each.count - 1, items } : each;
  });
  return { ...board, groups };
}
