import type { Tree, TreeCell, TreeRow } from "@dabiao/core/goals/goal-tree.ts";
import type { Subject } from "@dabiao/core/goals/target.ts";
import type { z } from "zod";

export type GoalCell = z.infer<typeof TreeCell>;
export type GoalColumn = Tree["columns"][number];

/** A subject of the tree, and the slice where it is not the whole business: what names a row. */
export interface GoalNode {
  readonly subject: Subject;
  readonly slice: string | null;
}

export function nodeKey({ subject, slice }: GoalNode): string {
  const who = subject.kind === "company" ? "company" : `${subject.kind}:${subject.id}`;
  return slice === null ? who : `${who}/${slice}`;
}

/** A line the editor draws: a row of the tree at its depth, or a place where more rows follow. */
export type GoalLine =
  | {
      readonly kind: "row";
      readonly key: string;
      readonly depth: number;
      readonly row: TreeRow;
      readonly open: boolean;
    }
  | {
      readonly kind: "more";
      readonly key: string;
      readonly depth: number;
      readonly parent: GoalNode;
      readonly left: number;
    };

/** The row of a person or unit that a cell belongs to, with the cell and its column. */
export interface GoalPlace {
  readonly row: TreeRow;
  readonly cell: GoalCell;
  readonly column: GoalColumn;
  readonly index: number;
}
