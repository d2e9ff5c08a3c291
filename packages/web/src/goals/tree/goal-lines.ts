import type { Tree } from "@dabiao/core/goals/goal-tree.ts";
import { type GoalLine, type GoalNode, nodeKey } from "./goal-node.ts";

/** The windows of a node that were read so far, in order; none while they are on their way. */
export type WindowsOf = (key: string) => readonly Tree[];

/**
 * What the editor draws, top down: the top's own row, then of every open node the rows read so far, and a line that
 * asks for the rest.
 */
export function goalLines(top: Tree, isOpen: (key: string) => boolean, windowsOf: WindowsOf): GoalLine[] {
  const lines: GoalLine[] = [];
  const root = top.parent;
  if (root === null) {
    addChildren({ subject: { kind: "company" }, slice: null }, 0);
    return lines;
  }
  addRow(root, 0, true);
  return lines;

  function addRow(row: Tree["rows"][number], depth: number, isTop = false): void {
    const key = nodeKey(row);
    const open = row.children > 0 && (isTop || isOpen(key));
    lines.push({ kind: "row", key, depth, row, open });
    if (open) addChildren(row, depth + 1);
  }

  function addChildren(parent: GoalNode, depth: number): void {
    const key = nodeKey(parent);
    const windows = windowsOf(key);
    let read = 0;
    for (const { rows } of windows) {
      for (const row of rows) addRow(row, depth);
      read += rows.length;
    }
    const left = (windows.at(-1)?.total ?? 0) - read;
    if (left > 0) lines.push({ kind: "more", key: `${key}#more`, depth, parent, left });
  }
}
