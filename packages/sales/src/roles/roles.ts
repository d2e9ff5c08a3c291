import { DEFAULT_ROLES } from "@dabiao/core/people/default-roles.ts";
import { RoleBody } from "@dabiao/core/people/role.ts";
import { type Definition, text } from "../define.ts";

function likeSales(key: string, zh: string, en: string, does: string, doesEn: string): Definition<RoleBody> {
  const body = RoleBody.parse({ ...DEFAULT_ROLES["rep"], label: text(zh, en), description: text(does, doesEn) });
  return { kind: "role", key, body };
}

/** Roles whose people are measured by cards of their own; their rights are those of sales. */
export const salesRoles = [
  likeSales(
    "key_account",
    "大客户经理",
    "Key account manager",
    "经营少数大客户，看和改自己的记录。",
    "Keeps a few large customers; sees and changes own records.",
  ),
  likeSales(
    "newcomer",
    "新人",
    "Newcomer",
    "入职前三个月，目标按爬坡曲线打折。",
    "In the first three months; targets follow the ramp.",
  ),
  likeSales("service", "客服", "Service", "处理客户的咨询、故障和投诉。", "Handles questions, faults and complaints."),
] as const;
