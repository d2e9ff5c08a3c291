import type { Tree, TreeQuery } from "@dabiao/core/goals/goal-tree.ts";
import { goalTree } from "@dabiao/core/goals/plan-contract.ts";
import { keepPreviousData, queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../api/call.ts";
import { goalLines } from "./goal-lines.ts";
import { type GoalLine, type GoalNode, nodeKey } from "./goal-node.ts";

/** Which tree: a KPI in a period, by columns, as a draft would make it or as it was known then. */
export interface TreeChoice {
  readonly kpi: string;
  readonly period: string;
  readonly grain: Exclude<TreeQuery["grain"], undefined> | null;
  /** A dimension opens people and units into its values instead. */
  readonly dimension: string | null;
  readonly draft: string | null;
  readonly asOf: string | null;
}

/** Rows of one window. */
const WINDOW = 200;
/** Windows on the screen at once; a company larger than this is opened unit by unit. */
const WINDOWS_MAX = 120;

export interface GoalTreeView {
  readonly top: ReturnType<typeof useQuery<Tree>>;
  readonly lines: readonly GoalLine[];
  toggle(node: GoalNode): void;
  more(node: GoalNode): void;
}

/** The tree as far as it is opened, read window by window. */
export function useGoalTree(choice: TreeChoice | null): GoalTreeView {
  const [opened, setOpened] = useState<ReadonlyMap<string, { readonly node: GoalNode; readonly windows: number }>>(
    new Map(),
  );
  const top = useQuery({ ...windowQuery(choice, null, 0), enabled: choice !== null });
  const root: GoalNode = top.data?.parent ?? { subject: { kind: "company" }, slice: null };
  const rootKey = nodeKey(root);
  const wanted = [...opened.values()]
    .flatMap(({ node, windows }) => Array.from({ length: windows }, (_, index) => ({ node, offset: index * WINDOW })))
    .filter(({ node, offset }) => nodeKey(node) !== rootKey || offset > 0)
    .slice(0, WINDOWS_MAX);
  const windows = useQueries({ queries: wanted.map(({ node, offset }) => windowQuery(choice, node, offset)) });
  const byNode = new Map<string, Tree[]>(top.data ? [[rootKey, [top.data]]] : []);
  wanted.forEach(({ node }, index) => {
    const data = windows[index]?.data;
    const key = nodeKey(node);
    if (data) byNode.set(key, [...(byNode.get(key) ?? []), data]);
  });
  return {
    top,
    lines: top.data
      ? goalLines(
          top.data,
          (key) => opened.has(key),
          (key) => byNode.get(key) ?? [],
        )
      : [],
    toggle(node) {
      const key = nodeKey(node);
      const next = new Map(opened);
      if (!next.delete(key)) next.set(key, { node, windows: 1 });
      setOpened(next);
    },
    more(node) {
      const key = nodeKey(node);
      setOpened(new Map(opened).set(key, { node, windows: (opened.get(key)?.windows ?? 1) + 1 }));
    },
  };
}

function windowQuery(choice: TreeChoice | null, node: GoalNode | null, offset: number) {
  const { kpi, period, grain, dimension, draft, asOf } = choice ?? EMPTY;
  return queryOptions({
    queryKey: ["goals", "tree", kpi, period, grain, dimension, draft, asOf, node && nodeKey(node), offset],
    queryFn: ({ signal }) =>
      call(goalTree, {
        body: {
          kpi,
          period,
          ...(grain ? { grain } : {}),
          ...(dimension ? { by: { dimension } } : {}),
          ...(draft ? { draft } : {}),
          ...(asOf ? { asOf } : {}),
          ...(node ? { parent: node.subject } : {}),
          ...(node?.slice ? { slice: node.slice } : {}),
          offset,
          limit: WINDOW,
        },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

const EMPTY: TreeChoice = { kpi: "", period: "", grain: null, dimension: null, draft: null, asOf: null };
