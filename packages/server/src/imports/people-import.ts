import { addDays } from "@dabiao/core/calendar/day.ts";
import { type ColumnMapping, NO_COUNTS } from "@dabiao/core/imports/import.ts";
import { ProblemGroups } from "@dabiao/core/imports/problem-groups.ts";
import { readDay } from "@dabiao/core/model/read-day.ts";
import { PersonRow } from "@dabiao/core/people/member.ts";
import { type Issue, Refusal } from "@dabiao/core/platform/refusal.ts";
import type { PeopleResult } from "../people/people-batch.ts";
import { upsertPeople } from "../people/people-batch.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { accessOfStarter } from "./actor-access.ts";
import { insertChunk } from "./chunk-store.ts";
import { planPeople } from "./import-plan.ts";
import { changeImport, type StoredImport } from "./import-store.ts";
import type { FileRow, RowFault } from "./import-work.ts";
import { madePeople } from "./made-people-store.ts";
import { mappingOf, rowChunks } from "./open-work.ts";
import type { ImportPlace } from "./room.ts";

interface Read {
  readonly people: PersonRow[];
  readonly rows: FileRow[];
  readonly faults: RowFault[];
}

/** Holds a list of people against the members and units there are. Written for a moment and taken back: the rules are those of the run. */
export async function checkPeople(place: ImportPlace, stored: StoredImport): Promise<void> {
  const read = await readPeople(place, stored);
  const problems = new ProblemGroups();
  const total = read.rows.length + read.faults.length;
  for (const { row, ...fault } of read.faults) problems.add(row, fault, "error");
  let result: PeopleResult | null = null;
  try {
    await place.workspace.transaction(async (trx) => {
      result = await upsert(trx, place, stored, read);
      throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof Refusal) addIssues(problems, read, error);
    else if (!(error instanceof TakenBack)) throw error;
  }
  const list = problems.list();
  const counts = countsOf(
    total,
    result,
    list.reduce((sum, { count }) => sum + count, 0),
  );
  await changeImport(place.workspace, stored.id, ["checking"], { state: "checked", counts, problems: list });
}

/** Writes the list: all of it that can be read, in one transaction. */
export async function runPeople(place: ImportPlace, stored: StoredImport): Promise<void> {
  const read = await readPeople(place, stored);
  const { workspace, clock } = place;
  try {
    await workspace.transaction(async (trx) => {
      const result = await upsert(trx, place, stored, read);
      const counts = countsOf(read.rows.length + read.faults.length, result, read.faults.length);
      const last = Math.max(1, ...read.rows.map(({ row }) => row));
      await insertChunk(trx, stored.id, { phase: 1, firstRow: 1, lastRow: last, counts, faults: read.faults });
      const people = await madePeople(trx, trx.now);
      const done = await changeImport(trx, stored.id, ["running"], { state: "done", people, finishedAt: clock() });
      if (!done) throw new TakenBack();
    });
  } catch (error) {
    if (error instanceof TakenBack) return;
    if (!(error instanceof Refusal)) throw error;
    const [first] = error.issues;
    const failure = { code: first?.code ?? error.code, params: first?.params ?? error.params };
    await changeImport(workspace, stored.id, ["running"], { state: "failed", failure, finishedAt: clock() });
  }
}

/** Ends a transaction that shall leave nothing. */
class TakenBack extends Error {}

async function upsert(trx: Trx, place: ImportPlace, stored: StoredImport, { people }: Read): Promise<PeopleResult> {
  const access = await accessOfStarter(place.workspace, stored.actor, place.clock());
  return await upsertPeople(trx, access, people);
}

async function readPeople(place: ImportPlace, stored: StoredImport): Promise<Read> {
  const mapping = mappingOf(stored);
  const sheet = stored.sheets[mapping.sheet];
  if (!sheet) throw new Refusal("import_no_column", { column: 0 });
  const columns = planPeople(sheet, mapping);
  const read: Read = { people: [], rows: [], faults: [] };
  for await (const rows of rowChunks(place, stored)) {
    for (const row of rows) {
      const person = PersonRow.safeParse(personOf(columns, row.cells));
      if (person.success) {
        read.people.push(person.data);
        read.rows.push(row);
      } else read.faults.push(faultOf(columns, row, String(person.error.issues[0]?.path[0] ?? "name")));
    }
  }
  return read;
}

/** A leader named without units below leads a team of their own in the unit; a row of a leader alone is that leader. */
function personOf(columns: ReadonlyMap<string, ColumnMapping>, cells: readonly string[]) {
  const cell = (field: string) => {
    const column = columns.get(field);
    const raw = column ? (cells[column.column] ?? "").trim() : "";
    return (column?.values[raw] ?? raw) || undefined;
  };
  const leader = cell("leader");
  const units = [cell("unit_1"), cell("unit_2"), cell("unit_3")].filter((unit) => unit !== undefined);
  const hasTeam = columns.has("unit_2") || !columns.has("name");
  const unitPath = leader !== undefined && !hasTeam ? [...units, leader] : units;
  const name = columns.has("name") ? cell("name") : leader;
  const day = (field: string) => dayOf(cell(field), columns.get(field));
  const last = day("to_day");
  const known = {
    leaderName: leader,
    email: cell("email"),
    employeeNo: cell("employee_no"),
    joinedOn: day("joined_on"),
    fromDay: day("from_day"),
    // A list names the last day there; far in the future is still there.
    toDay: last === undefined || last >= "2999" ? undefined : isDay(last) ? addDays(last, 1) : last,
  };
  const given = Object.entries(known).filter(([, value]) => value !== undefined);
  return { name, ...(unitPath.length > 0 ? { unitPath } : {}), ...Object.fromEntries(given) };
}

/** A day as the file writes it; what is no day is left as it is, and told as a fault of its column. */
function dayOf(text: string | undefined, column: ColumnMapping | undefined): string | undefined {
  if (text === undefined) return undefined;
  const read = readDay(text, column?.dateOrder ?? "ymd");
  return read.kind === "day" ? read.day : text;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

const FIELD_OF: Readonly<Record<string, string>> = {
  joinedOn: "joined_on",
  fromDay: "from_day",
  toDay: "to_day",
  employeeNo: "employee_no",
  leaderName: "leader",
  unitPath: "unit_1",
};

function faultOf(columns: ReadonlyMap<string, ColumnMapping>, { row, cells }: FileRow, part: string): RowFault {
  const field = FIELD_OF[part] ?? part;
  const column = columns.get(field)?.column ?? null;
  const value = column === null ? "" : (cells[column] ?? "");
  const code = value === "" ? "field_required" : "import_bad_value";
  return { row, column, field, code, params: { field }, value };
}

function addIssues(problems: ProblemGroups, { rows }: Read, refusal: Refusal): void {
  const issues: readonly Issue[] = refusal.issues.length > 0 ? refusal.issues : [refusal];
  for (const { code, params, path } of issues) {
    const index = path.find((part) => typeof part === "number");
    const row = index === undefined ? 1 : (rows[index]?.row ?? 1);
    problems.add(row, { column: null, field: null, code, params: { ...params }, value: null }, "error");
  }
}

function countsOf(total: number, result: PeopleResult | null, failed: number) {
  if (!result) return { ...NO_COUNTS, total, done: total, failed: total };
  const created = Math.min(result.created, total);
  const updated = result.moved;
  const unchanged = Math.max(0, total - failed - created - updated);
  return { ...NO_COUNTS, total, done: total, created, updated, unchanged, failed };
}
