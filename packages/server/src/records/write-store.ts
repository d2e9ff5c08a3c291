import { evaluateFormula } from "@dabiao/core/formula/evaluate-formula.ts";
import type { FieldShape, ObjectShape } from "@dabiao/core/model/shape.ts";
import { Decimal } from "@dabiao/core/numbers/decimal.ts";
import { dayAt } from "@dabiao/core/platform/day.ts";
import { type Issue, Refusal } from "@dabiao/core/platform/refusal.ts";
import { readValues } from "@dabiao/core/records/read-values.ts";
import { searchedFields } from "@dabiao/core/records/record-terms.ts";
import { formulaValue, rowFormula } from "@dabiao/core/records/row-formula.ts";
import { sameValue } from "@dabiao/core/records/same-value.ts";
import type { WriteBatch, WriteOp, WriteResult } from "@dabiao/core/records/write-batch.ts";
import type { Access } from "../people/access.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import { type Cause, insertRecords, purgeRecords, updateRecords } from "./apply-store.ts";
import { giveNumbers } from "./autonumber-store.ts";
import { checkVersions } from "./conflict-store.ts";
import { currentReader } from "./current-reader.ts";
import { fillFromReferences } from "./default-store.ts";
import { type Draft, sound } from "./draft.ts";
import { lockRecords } from "./lock-store.ts";
import { noteOwners } from "./ownership-store.ts";
import { checkReferences, checkUnique, uniqueSets } from "./precheck-store.ts";
import { checkRules, ruleFields } from "./rule-store.ts";
import { companyCalendar, objectOf, type Reader } from "./sql/reader.ts";
import { wakeDispatcher } from "./wake.ts";
import { areMany, writeMany } from "./write-many-store.ts";

/**
 * The one way records change: authorise, validate, derive, then one statement per table with the change log in it,
 * all in the caller's transaction.
 *
 * @throws Refusal with every issue found, when the batch says `refuse`; its paths begin at `["ops", row]`
 */
export async function writeRecords(trx: Trx, access: Access, batch: WriteBatch): Promise<WriteResult> {
  const reader = await currentReader(trx, access);
  const object = objectOf(reader.world, batch.object);
  const drafts = batch.ops.map((op, row) => draftOf(trx, reader, object, op, row, batch));
  await fillFromReferences(trx, reader, object, drafts);
  requireFilled(object, drafts);
  refuseRepeats(drafts);
  await readStanding(trx, reader, object, drafts);
  await checkVersions(trx, object, drafts);
  keepDifferences(object, drafts);
  const hold = !batch.dryRun && areMany(drafts.length);
  await checkReferences(trx, reader, object, drafts, hold);
  await checkUnique(trx, reader, object, drafts);
  await checkRules(trx, reader, object, drafts);
  const issues = drafts.flatMap((draft) => draft.issues.map((issue) => ({ ...issue, row: draft.row })));
  if (batch.onError === "refuse" && issues.length > 0) throw refusalOf(issues);
  const cause = { object: object.key, source: batch.source, cause: batch.cause, memberId: access.memberId };
  if (!batch.dryRun) await apply(trx, object, cause, sound(drafts), hold);
  return resultOf(drafts, issues);
}

/** Whether a batch comes down to one writing statement: a single new record whose number no counter has to give. */
export function isOneStatement(object: ObjectShape, { ops }: Pick<WriteBatch, "ops">): boolean {
  const [only] = ops;
  return ops.length === 1 && only?.op === "create" && !object.ownFields.some(({ type }) => type.type === "autonumber");
}

function draftOf(trx: Trx, reader: Reader, object: ObjectShape, op: WriteOp, row: number, batch: WriteBatch): Draft {
  const id = op.id ?? newId(trx.now);
  const baseVersion = "version" in op ? op.version : undefined;
  const draft: Draft = { row, op: op.op, id, baseVersion, values: {}, before: null, issues: [] };
  if (!("values" in op)) return draft;
  const history = reader.access.actor.kind === "system" || batch.source === "import";
  const context = { zone: trx.zone, lenient: batch.lenient ?? false };
  const read = readValues(object, op.values, context, { history, stored: batch.stored ?? false });
  draft.values = read.values;
  draft.issues.push(...read.issues);
  refuseUnwritable(reader, object, draft);
  if (op.op === "create") fillNew(trx, reader, object, draft);
  return draft;
}

function refuseUnwritable(reader: Reader, object: ObjectShape, draft: Draft): void {
  const right = reader.access.object(object.key);
  if (draft.op === "create" && !right.create) draft.issues.push(forbidden("create"));
  for (const key of Object.keys(draft.values)) {
    if (right.field(key) === "write") continue;
    draft.issues.push({ field: key, code: "field_not_writable", params: { object: object.key, field: key } });
  }
}

/** The maker owns a new record unless someone else is named; empty fields take their defaults. */
function fillNew(trx: Trx, reader: Reader, object: ObjectShape, draft: Draft): void {
  if (!("owner" in draft.values)) draft.values["owner"] = reader.access.memberId;
  for (const field of object.ownFields) {
    if (field.body.default === undefined || field.computed || (draft.values[field.key] ?? null) !== null) continue;
    const value = defaultValue(trx, reader, object, field, draft.values);
    if (value !== null) draft.values[field.key] = value;
  }
}

/** A default over the record's own fields sees them as given (see default-store.ts for the others); what it gives is read like a canonical input. */
function defaultValue(
  trx: Trx,
  reader: Reader,
  object: ObjectShape,
  field: FieldShape,
  values: Draft["values"],
): unknown {
  const formula = rowFormula(reader.world, object.key, field.body.default ?? "");
  if (!formula || formula.references.some(({ length }) => length > 1)) return null;
  const { zone } = companyCalendar(reader.world);
  const clock = { now: trx.now.toISOString(), today: dayAt(trx.now, zone), zone };
  const value = evaluateFormula(
    formula,
    ([key = "", ...rest]) => (rest.length > 0 ? null : formulaValue(object, key, values[key])),
    clock,
  );
  const text = Decimal.isDecimal(value) ? value.toFixed() : value;
  const parsed = field.type.parse(text, field.settings, { zone, lenient: false });
  return parsed.ok ? parsed.value : null;
}

function requireFilled(object: ObjectShape, drafts: readonly Draft[]): void {
  const required = object.ownFields.filter(({ body, computed }) => body.required && !computed);
  for (const { key } of required) {
    for (const { op, values, issues } of drafts) {
      const missing = op === "create" ? (values[key] ?? null) === null : values[key] === null;
      if (!missing || issues.some(({ field }) => field === key)) continue;
      issues.push({ field: key, code: "field_required", params: { field: key } });
    }
  }
}

/** A record may stand in a batch once: two operations on it would each be blind to the other. */
function refuseRepeats(drafts: readonly Draft[]): void {
  const seen = new Set<string>();
  for (const { id, issues } of drafts) {
    if (seen.has(id))
      issues.push({ field: null, code: "value_repeated_in_batch", params: { fields: ["id"], value: id } });
    seen.add(id);
  }
}

/** Locks what is to change and holds it against the writer's reach. */
async function readStanding(trx: Trx, reader: Reader, object: ObjectShape, drafts: readonly Draft[]): Promise<void> {
  const standing = drafts.filter(({ op }) => op !== "create");
  for (const action of ["update", "delete"] as const) {
    const mine = standing.filter(({ op }) => (op === "update") === (action === "update"));
    if (mine.length === 0) continue;
    const fields = neededFields(reader, object, mine);
    const records = await lockRecords(
      trx,
      reader,
      object,
      mine.map(({ id }) => id),
      fields,
      action,
    );
    for (const draft of mine) {
      draft.before = records.get(draft.id) ?? null;
      const issue = standingIssue(object, draft);
      if (issue) draft.issues.push(issue);
    }
  }
}

function neededFields(reader: Reader, object: ObjectShape, drafts: readonly Draft[]): FieldShape[] {
  const whole = drafts.some(({ op }) => op === "purge");
  const keys = new Set(drafts.flatMap(({ values }) => Object.keys(values)));
  const searched = searchedFields(object).map(({ key }) => key);
  if (searched.some((key) => keys.has(key))) for (const key of [...searched, object.nameField]) keys.add(key);
  if (drafts.some(({ op }) => op === "update")) for (const key of ruleFields(reader, object)) keys.add(key);
  for (const fields of uniqueSets(object)) {
    const restored = drafts.some(({ op }) => op === "restore");
    if (restored || fields.some(({ key }) => keys.has(key))) for (const { key } of fields) keys.add(key);
  }
  return [...object.fields.values()].filter(
    ({ key, column, system }) => column !== null && (keys.has(key) || (whole && !system)),
  );
}

function standingIssue(object: ObjectShape, { op, id, before }: Draft) {
  if (!before?.visible) return { field: null, code: "record_not_found", params: { object: object.key, id } };
  if (!before.allowed) return forbidden(op);
  if (op === "restore" || op === "purge") {
    return before.deletedAt === null ? { field: null, code: "record_not_deleted", params: { id } } : null;
  }
  return before.deletedAt === null ? null : { field: null, code: "record_deleted", params: { id } };
}

function forbidden(what: string) {
  return { field: null, code: "forbidden", params: { what } };
}

function keepDifferences(object: ObjectShape, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.op !== "update" || !draft.before) continue;
    const { values } = draft.before;
    const differs = ([key, value]: [string, unknown]) =>
      !sameValue(object.fields.get(key)?.family ?? "text", value, values[key]);
    draft.values = Object.fromEntries(Object.entries(draft.values).filter(differs));
  }
}

async function apply(
  trx: Trx,
  object: ObjectShape,
  cause: Cause,
  drafts: readonly Draft[],
  held: boolean,
): Promise<void> {
  const created = drafts.filter(({ op }) => op === "create");
  const updated = drafts.filter((draft) => changes(draft));
  await giveNumbers(trx, object, created);
  const write = async () => {
    await insertRecords(trx, object, cause, created);
    await updateRecords(trx, object, cause, updated);
  };
  await (held && created.length + updated.length > 0 ? writeMany(trx, write) : write());
  await purgeRecords(
    trx,
    object,
    cause,
    drafts.filter(({ op }) => op === "purge"),
  );
  const moved = updated.filter(({ op, values }) => op === "update" && "owner" in values);
  await noteOwners(
    trx,
    object.key,
    moved.map(({ id, before, values }) => ({ id, from: ownerOf(before?.values), to: ownerOf(values) })),
  );
  if (drafts.some((draft) => draft.op === "create" || draft.op === "purge" || changes(draft))) wakeDispatcher(trx);
}

function ownerOf(values: Readonly<Record<string, unknown>> | undefined): string | null {
  const owner = values?.["owner"];
  return typeof owner === "string" ? owner : null;
}

/** Saving without a difference writes nothing: no version, no change row. */
function changes({ op, values }: Draft): boolean {
  return op === "delete" || op === "restore" || (op === "update" && Object.keys(values).length > 0);
}

type RowIssue = WriteResult["issues"][number];

function resultOf(drafts: readonly Draft[], issues: readonly RowIssue[]): WriteResult {
  const count = (...ops: WriteOp["op"][]) => sound(drafts).filter(({ op }) => ops.includes(op)).length;
  return {
    records: drafts.map((draft) => (draft.issues.length > 0 ? null : { id: draft.id, version: versionAfter(draft) })),
    issues: [...issues],
    created: count("create"),
    updated: sound(drafts).filter((draft) => draft.op === "update" && changes(draft)).length,
    deleted: count("delete", "purge"),
  };
}

function versionAfter(draft: Draft): number {
  if (draft.op === "create") return 1;
  if (draft.op === "purge") return 0;
  return (draft.before?.version ?? 0) + (changes(draft) ? 1 : 0);
}

/** One fault is told as itself; several are told together. */
function refusalOf(issues: readonly RowIssue[]): Refusal {
  const told: Issue[] = issues.slice(0, 1_000).map(({ row, field, code, params }) => ({
    code,
    params: params as Issue["params"],
    path: field === null ? ["ops", row] : ["ops", row, "values", field],
  }));
  const [first] = told;
  const rows = new Set(issues.map(({ row }) => row)).size;
  if (first && rows === 1) return new Refusal(first.code, first.params, first.path, told);
  return new Refusal("batch_refused", { rows }, ["ops"], told);
}
