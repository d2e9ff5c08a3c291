import type { z } from "zod";
import { PERMISSIONS, type RoleBody } from "./role.ts";

type Role = z.input<typeof RoleBody>;

/** The roles a new company starts with. They speak for every object by `*`, so objects added later are covered. */
export const DEFAULT_ROLES: Readonly<Record<string, Role>> = {
  admin: {
    label: { zh: "管理员", en: "Administrator" },
    description: {
      zh: "可以做一切，包括成员、角色和系统设置。",
      en: "May do everything, people, roles and system included.",
    },
    permissions: [...PERMISSIONS],
    objects: { "*": { read: "all", create: true, update: "all", delete: "all", export: true } },
  },
  director: {
    label: { zh: "总监", en: "Director" },
    description: {
      zh: "看全公司的记录和目标，改本部门及下级的记录。",
      en: "Sees all records and targets, changes those of own units and below.",
    },
    permissions: ["goals.manage", "goals.read_all", "export", "views.share"],
    objects: { "*": { read: "all", create: true, update: "subtree", delete: "subtree", export: true } },
  },
  leader: {
    label: { zh: "主管", en: "Team leader" },
    description: { zh: "看和改本部门及下级成员的记录。", en: "Sees and changes the records of own units and below." },
    permissions: ["export", "views.share"],
    objects: { "*": { read: "subtree", create: true, update: "subtree", delete: "own", export: true } },
  },
  rep: {
    label: { zh: "销售", en: "Sales" },
    description: { zh: "看和改自己的记录。", en: "Sees and changes own records." },
    permissions: [],
    objects: { "*": { read: "own", create: true, update: "own", delete: "none", export: false } },
  },
  ops: {
    label: { zh: "运营/HR", en: "Operations and HR" },
    description: {
      zh: "管理成员、目标、指标和导入导出。",
      en: "Manages people, targets, metrics, imports and exports.",
    },
    permissions: [
      "people.manage",
      "metrics.manage",
      "goals.manage",
      "goals.read_all",
      "goals.unlock",
      "appraisal.manage",
      "appraisal.read_all",
      "import",
      "export",
      "views.share",
    ],
    objects: { "*": { read: "all", create: true, update: "all", delete: "none", export: true } },
  },
  finance: {
    label: { zh: "财务", en: "Finance" },
    description: {
      zh: "看全公司的记录和目标，可导出，不改业务记录。",
      en: "Sees and exports all records and targets, changes none.",
    },
    permissions: ["goals.read_all", "export"],
    objects: { "*": { read: "all", create: false, update: "none", delete: "none", export: true } },
  },
};

/** What a person added from a list of names gets, and what whoever leads a unit gets beside. */
export const ROLE_OF_PERSON = "rep";
export const ROLE_OF_LEADER = "leader";
/** The role that can always put things right: the last member who has it cannot lose it. */
export const ROLE_OF_ADMIN = "admin";
