import {
  calibration,
  getCycle,
  getSheet,
  listAnomalies,
  listAppraisalTasks,
  listCards,
  listCycles,
  listSheets,
  myScore,
  teamScores,
} from "@dabiao/core/appraisal/contract.ts";
import type { SheetState } from "@dabiao/core/appraisal/cycle.ts";
import { PAGE_MAX } from "@dabiao/core/platform/page.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";

/** Everything of appraisals is read again after any of its writes. */
export const APPRAISAL = ["appraisal"] as const;
/** Live figures may rest on any object. */
const LIVE = { objects: ["*"] };

export const cardsQuery = queryOptions({
  queryKey: [...APPRAISAL, "cards"],
  queryFn: ({ signal }) => call(listCards, { signal }),
});

export function myScoreQuery(member?: string) {
  return queryOptions({
    queryKey: [...APPRAISAL, "score", member ?? "me"],
    queryFn: ({ signal }) => call(myScore, { body: member === undefined ? {} : { member }, signal }),
    meta: LIVE,
  });
}

export function teamScoresQuery(unit?: string) {
  return queryOptions({
    queryKey: [...APPRAISAL, "team", unit ?? "all"],
    queryFn: ({ signal }) =>
      call(teamScores, { body: { ...(unit === undefined ? {} : { unit }), page: { limit: 50 } }, signal }),
    meta: LIVE,
  });
}

export const cyclesQuery = queryOptions({
  queryKey: [...APPRAISAL, "cycles"],
  queryFn: ({ signal }) => call(listCycles, { query: { limit: PAGE_MAX }, signal }),
});

export function cycleQuery(cycleId: string) {
  return queryOptions({
    queryKey: [...APPRAISAL, "cycle", cycleId],
    queryFn: ({ signal }) => call(getCycle, { params: { cycleId }, signal }),
  });
}

/** What a list of sheets is narrowed to. */
export interface SheetFilter {
  readonly cycle: string;
  readonly states?: SheetState[];
  readonly unit?: string;
  readonly order?: "name" | "total";
}

export function sheetsQuery(filter: SheetFilter) {
  return infiniteQueryOptions({
    queryKey: [...APPRAISAL, "sheets", filter],
    initialPageParam: "",
    queryFn: ({ signal, pageParam }) =>
      call(listSheets, {
        body: { ...filter, page: { limit: 100, ...(pageParam === "" ? {} : { cursor: pageParam }) } },
        signal,
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function sheetQuery(sheetId: string) {
  return queryOptions({
    queryKey: [...APPRAISAL, "sheet", sheetId],
    queryFn: ({ signal }) => call(getSheet, { params: { sheetId }, signal }),
  });
}

export function calibrationQuery(cycleId: string, unit?: string) {
  return queryOptions({
    queryKey: [...APPRAISAL, "calibration", cycleId, unit ?? "all"],
    queryFn: ({ signal }) =>
      call(calibration, { params: { cycleId }, body: unit === undefined ? {} : { unit }, signal }),
  });
}

export function tasksQuery(whose: "mine" | "all", cycle?: string) {
  return queryOptions({
    queryKey: [...APPRAISAL, "tasks", whose, cycle ?? "any"],
    queryFn: ({ signal }) =>
      call(listAppraisalTasks, {
        body: { whose, ...(cycle === undefined ? {} : { cycle }), page: { limit: PAGE_MAX } },
        signal,
      }),
  });
}

export function anomaliesQuery(cycleId: string) {
  return queryOptions({
    queryKey: [...APPRAISAL, "anomalies", cycleId],
    queryFn: ({ signal }) => call(listAnomalies, { params: { cycleId }, signal }),
  });
}
