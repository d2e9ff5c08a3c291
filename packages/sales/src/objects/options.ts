import { option } from "../define.ts";

/** Options that several objects share. */
export const INDUSTRIES = [
  option("software", "软件", "Software"),
  option("technology", "科技", "Technology"),
  option("manufacturing", "制造", "Manufacturing"),
  option("retail", "零售", "Retail"),
  option("finance", "金融", "Finance"),
  option("medical", "医疗", "Medical"),
  option("education", "教育", "Education"),
  option("telecommunications", "通信", "Telecommunications"),
  option("marketing", "营销", "Marketing"),
  option("entertainment", "文娱", "Entertainment"),
  option("services", "服务", "Services"),
  option("employment", "人力资源", "Employment"),
  option("government", "政府与公共", "Public sector"),
  option("other", "其他", "Other"),
] as const;

export const TIERS = [
  option("a", "A 级", "A", "ahead"),
  option("b", "B 级", "B", "ok"),
  option("c", "C 级", "C", "watch"),
  option("d", "D 级", "D", "none"),
] as const;

export const SOURCES = [
  option("website", "官网", "Website"),
  option("referral", "转介绍", "Referral"),
  option("exhibition", "展会", "Exhibition"),
  option("cold_call", "电话拓展", "Cold call"),
  option("advertising", "广告投放", "Advertising"),
  option("partner", "渠道伙伴", "Partner"),
  option("other", "其他", "Other"),
] as const;

export const CUSTOMER_TYPES = [
  option("key", "大客户", "Key account"),
  option("growth", "成长型", "Growing"),
  option("small", "小微", "Small"),
  option("channel", "渠道", "Channel partner"),
] as const;

/** Where a sale comes from: a first one, another one, or the next term of the same one. */
export const CONTRACT_KINDS = [
  option("new", "新签", "New business"),
  option("repeat", "增购复购", "Repeat business"),
  option("renewal", "续约", "Renewal"),
] as const;

export const LOSS_REASONS = [
  option("price", "价格", "Price"),
  option("rival", "败给竞争对手", "Lost to a rival"),
  option("budget", "客户无预算", "No budget"),
  option("timing", "时机不对", "Bad timing"),
  option("fit", "产品不匹配", "Poor fit"),
  option("silent", "客户失联", "No answer"),
  option("other", "其他", "Other"),
] as const;
