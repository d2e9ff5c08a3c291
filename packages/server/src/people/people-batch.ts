import { ROLE_OF_LEADER, ROLE_OF_PERSON } from "@dabiao/core/people/default-roles.ts";
import type { PersonRow } from "@dabiao/core/people/member.ts";
import { EVER } from "@dabiao/core/platform/day.ts";
import { type Issue, Refusal } from "@dabiao/core/platform/refusal.ts";
import { newId } from "../platform/id.ts";
import type { Trx } from "../platform/postgres/db.ts";
import type { Access } from "./access.ts";
import { recordAudit } from "./audit-store.ts";
import { touchOrganisation } from "./organisation-store.ts";
import { type KnownPerson, knownPeople, placePeople, setLeaders } from "./people-batch-store.ts";
import { putHistories, type StayRow } from "./stay-history-store.ts";
import { UnitTree } from "./unit-tree-store.ts";

export interface PeopleResult {
  /** The member of each row, in the rows' order. */
  readonly memberIds: string[];
  readonly created: number;
  /** What was made, for whoever may have to take it back. */
  readonly made: { readonly members: string[]; readonly units: string[] };
  /** Members who were there and now belong to another unit, from today. */
  readonly moved: number;
  readonly units: number;
}

interface Placed {
  readonly memberId: string;
  readonly unitId: string;
  readonly isNew: boolean;
}

/**
 * Adds or updates people from a list of names: units on the path are made when missing, the leader of a row leads
 * the unit its path ends in. Rows find members by employee number, then e-mail, then a name only one member has.
 * New members belong to their unit since ever, so facts imported from years ago roll up; known ones move today. Rows
 * with days are a person's history of units: figures of every day then follow the unit of that day.
 *
 * @throws Refusal `bad_request` with one issue per row that cannot be told apart; then nothing is written
 */
export async function upsertPeople(
  trx: Trx,
  access: Access,
  rows: readonly PersonRow[],
  roleKeys: readonly string[] = [ROLE_OF_PERSON],
): Promise<PeopleResult> {
  access.demand("people.manage");
  await touchOrganisation(trx);
  const people = new People(await knownPeople(trx), rows);
  const tree = await UnitTree.read(trx);
  const placed: Placed[] = [];
  const leaders = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    const unitId = tree.find(row.unitPath ?? []);
    if (row.leaderName === undefined) continue;
    const leader = people.leader(row.leaderName, index);
    leaders.set(unitId, leader.id);
    if (leader.isNew && !leader.listed) placed.push({ memberId: leader.id, unitId, isNew: true });
  }
  const memberIds = rows.map((row) => {
    const person = people.of(row);
    // Known people whose row names no unit stay where they are.
    // Whoever comes with days stands where those days say.
    if (row.fromDay === undefined && (person.isNew || row.unitPath))
      placed.push({ memberId: person.id, unitId: tree.find(row.unitPath ?? []), isNew: person.isNew });
    return person.id;
  });
  people.refuseFaults();
  const histories = historiesOf(rows, memberIds, tree);
  await tree.insertMissing(trx);
  const created = people.created;
  const moved = await placePeople(trx, { created, placed, since: EVER, roleKeys });
  await putHistories(trx, histories);
  await setLeaders(trx, leaders, ROLE_OF_LEADER);
  const counts = { created: created.length, moved, units: tree.added.length };
  await recordAudit(trx, access.actor, { kind: "member_created", subject: "batch", detail: counts });
  return { memberIds, ...counts, made: { members: created.map((person) => person.id), units: tree.added } };
}

/** Stays in units, of the rows that say from which day on. @throws Refusal `days_reversed` */
function historiesOf(rows: readonly PersonRow[], memberIds: readonly string[], tree: UnitTree): StayRow[] {
  return rows.flatMap((row, index) => {
    if (row.fromDay === undefined) return [];
    const toDay = row.toDay ?? null;
    if (toDay !== null && toDay <= row.fromDay)
      throw new Refusal("days_reversed", { from: row.fromDay, to: toDay }, ["body", "rows", index, "toDay"]);
    return [
      {
        row: index,
        memberId: memberIds[index] ?? "",
        unitId: tree.find(row.unitPath ?? []),
        fromDay: row.fromDay,
        toDay,
      },
    ];
  });
}

interface Person {
  readonly id: string;
  readonly isNew: boolean;
  readonly listed: boolean;
}

/** Who the rows speak of: members who are there, and new ones. */
class People {
  readonly #known: {
    byNo: Map<string, KnownPerson>;
    byEmail: Map<string, KnownPerson>;
    byName: Map<string, KnownPerson[]>;
  };
  readonly #rows: ReadonlyMap<PersonRow, Person>;
  readonly #listed = new Map<string, Person[]>();
  readonly #leaders = new Map<string, Person>();
  readonly #new: (PersonRow & { id: string })[] = [];
  readonly #issues: Issue[] = [];

  constructor(known: readonly KnownPerson[], rows: readonly PersonRow[]) {
    const byName = new Map<string, KnownPerson[]>();
    for (const person of known) byName.set(person.name, [...(byName.get(person.name) ?? []), person]);
    this.#known = {
      byNo: new Map(known.flatMap((person) => (person.employeeNo ? [[person.employeeNo, person]] : []))),
      byEmail: new Map(known.flatMap((person) => (person.email ? [[person.email, person]] : []))),
      byName,
    };
    this.#rows = this.#match(rows);
  }

  of(row: PersonRow): Person {
    return this.#rows.get(row)!;
  }

  /** A leader by name: one of the rows, a member, or somebody new who joins the unit. */
  leader(name: string, index: number): Person {
    const path = ["body", "rows", index, "leaderName"];
    const listed = this.#listed.get(name) ?? [];
    const candidates = listed.length > 0 ? listed : (this.#known.byName.get(name) ?? []);
    if (candidates.length > 1) this.#issues.push({ code: "ambiguous_leader", params: { name }, path });
    const [found] = candidates;
    if (found) return { id: found.id, isNew: "isNew" in found && found.isNew, listed: listed.length > 0 };
    const known = this.#leaders.get(name);
    if (known) return { ...known, isNew: false };
    const person = this.#add({ name }, false);
    this.#leaders.set(name, person);
    return person;
  }

  refuseFaults(): void {
    if (this.#issues.length > 0) throw new Refusal("bad_request", {}, this.#issues[0]!.path, this.#issues.slice(0, 50));
  }

  get created(): readonly (PersonRow & { id: string })[] {
    return this.#new;
  }

  #match(rows: readonly PersonRow[]): ReadonlyMap<PersonRow, Person> {
    const people = new Map<PersonRow, Person>();
    const seen = new Map<string, number>();
    for (const [index, row] of rows.entries()) {
      const known = this.#find(row);
      const dated = row.fromDay !== undefined;
      const key =
        known?.id ?? row.employeeNo ?? row.email ?? `${row.name}|${dated ? "" : (row.unitPath?.join("/") ?? "")}`;
      const first = seen.get(key);
      const before = first === undefined ? undefined : rows[first];
      // One row a stay: the rows of somebody who moved are one person.
      const same = dated && before?.fromDay !== undefined ? people.get(before) : undefined;
      const person = same ?? (known ? { id: known.id, isNew: false, listed: true } : this.#add(row, true));
      people.set(row, person);
      if (same) continue;
      this.#listed.set(row.name, [...(this.#listed.get(row.name) ?? []), person]);
      if (first !== undefined) {
        const params = { name: row.name, row: first + 1 };
        this.#issues.push({ code: "duplicate_person", params, path: ["body", "rows", index] });
      } else seen.set(key, index);
    }
    return people;
  }

  #find(row: PersonRow): KnownPerson | undefined {
    const byKey =
      (row.employeeNo && this.#known.byNo.get(row.employeeNo)) || (row.email && this.#known.byEmail.get(row.email));
    if (byKey) return byKey;
    if (row.employeeNo || row.email) return undefined;
    const named = this.#known.byName.get(row.name) ?? [];
    return named.length === 1 ? named[0] : undefined;
  }

  #add(row: PersonRow, listed: boolean): Person {
    const person = { id: newId(), isNew: true, listed };
    this.#new.push({ ...row, id: person.id });
    return person;
  }
}
