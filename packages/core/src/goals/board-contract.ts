import { z } from "zod";
import { contract } from "../platform/contract.ts";
import { Key } from "../platform/text.ts";
import { Board, BoardQuery } from "./board.ts";
import { Comparison, ComparisonQuery } from "./comparison.ts";
import { Outlook, OutlookQuery } from "./outlook.ts";

export const kpiBoard = contract({
  name: "kpi.board",
  method: "POST",
  path: "/kpi/board",
  access: "member",
  summary: "Actual, target, pace and projection of units and people",
  body: BoardQuery,
  response: Board,
});

export const kpiBoardLines = contract({
  name: "kpi.boardLines",
  method: "POST",
  path: "/kpi/board/lines",
  access: "member",
  summary: "The same board as lines of JSON, for large companies: its head, the whole, then a unit or person a line",
  body: BoardQuery,
  response: z.unknown(),
  transport: "stream",
});

export const kpiOutlook = contract({
  name: "kpi.outlook",
  method: "POST",
  path: "/kpi/outlook",
  access: "member",
  summary: "Where a KPI of the company, a unit or a person will end, by several methods, and its course day by day",
  body: OutlookQuery,
  response: Outlook,
});

export const kpiComparison = contract({
  name: "kpi.comparison",
  method: "POST",
  path: "/kpi/comparison",
  access: "member",
  summary: "A KPI against last year or the previous period, over spans of equal length, and over the same people",
  body: ComparisonQuery,
  response: Comparison,
});

export const targetedKpis = contract({
  name: "kpi.targeted",
  method: "GET",
  path: "/kpi/targeted",
  access: "member",
  summary: "KPIs that have, or ever had, targets: what a board opens on",
  response: z.object({ kpis: z.array(Key) }),
});
