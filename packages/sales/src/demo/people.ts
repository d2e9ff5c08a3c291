import { type Chance, demoId } from "./random.ts";
import { GIVEN_NAMES, SURNAMES } from "./words.ts";

export interface DemoUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly leaderId: string;
}

export interface DemoMember {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  /** Keys of the default roles. */
  readonly role: "director" | "leader" | "rep" | "key_account" | "newcomer" | "service" | "ops" | "finance";
  readonly joinedOn: string;
  /** How well this person sells: 1 is the middle of the team. Zero for people who do not sell. */
  readonly skill: number;
  readonly region: string;
  /** Joined during the story, and finds the feet in the first three months. */
  readonly isNewcomer: boolean;
}

const REGIONS = [
  ["华东大区", "华东", ["华东一组", "华东二组", "华东三组"]],
  ["华南大区", "华南", ["华南一组", "华南二组"]],
  ["华北大区", "华北", ["华北一组", "华北二组", "华北三组"]],
] as const;

const PEOPLE = 60;
const RAMP_MONTHS = 3;

/** 60 people in four levels: the company, three regions, eight teams, and those in them. */
export function demoPeople(
  random: Chance,
  firstDay: string,
  today: string,
): { units: DemoUnit[]; members: DemoMember[] } {
  const units: DemoUnit[] = [];
  const members: DemoMember[] = [];
  const names = new Set<string>();

  function member(
    unitId: string,
    role: DemoMember["role"],
    region: string,
    skill: number,
    joinedOn = firstDay,
  ): DemoMember {
    const made = {
      id: demoId(random, firstDay),
      name: freshName(random, names),
      unitId,
      role,
      joinedOn,
      skill,
      region,
      isNewcomer: joinedOn > firstDay,
    };
    members.push(made);
    return made;
  }

  function unit(name: string, parentId: string | null, lead: (unitId: string) => DemoMember): DemoUnit {
    const id = demoId(random, firstDay);
    const made = { id, parentId, name, leaderId: lead(id).id };
    units.push(made);
    return made;
  }

  const company = unit("示例公司", null, (id) => member(id, "director", "全国", 0));
  member(company.id, "ops", "全国", 0);
  member(company.id, "finance", "全国", 0);
  member(company.id, "service", "全国", 0);
  member(company.id, "service", "全国", 0);
  for (const [name, region, teams] of REGIONS) {
    const area = unit(name, company.id, (id) => member(id, "director", region, 0));
    for (const team of teams) unit(team, area.id, (id) => member(id, "leader", region, 1.1));
  }
  const teams = units.filter((each) => each.name.endsWith("组"));
  for (let seat = 0; members.length < PEOPLE; seat++) {
    const team = teams[seat % teams.length] as DemoUnit;
    const newcomer = seat >= 38;
    const months = random.whole(0, 5);
    const joined = newcomer ? monthsBefore(today, months) : firstDay;
    const role = newcomer && months < RAMP_MONTHS ? "newcomer" : seat % 9 === 4 ? "key_account" : "rep";
    member(team.id, role, team.name.slice(0, 2), newcomer ? 0.8 : 0.7 + random.next() * 0.7, joined);
  }
  return { units, members };
}

function freshName(random: Chance, taken: Set<string>): string {
  for (;;) {
    const name = random.pick(SURNAMES) + random.pick(GIVEN_NAMES);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function monthsBefore(day: string, months: number): string {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
}
