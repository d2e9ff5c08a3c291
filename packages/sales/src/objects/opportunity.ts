import { field, money, object, option, reference, select, stages, text } from "../define.ts";
import { LOSS_REASONS, SOURCES } from "./options.ts";

/** The standard flow 录入 → 需求分析 → 方案制定 → 跟进拜访 → 促成签约; collection follows on the contract. */
export const opportunity = object("opportunity", {
  aliases: ["sales_pipeline", "pipeline", "deals", "商机台账"],
  label: text("商机", "Opportunity"),
  plural: text("商机", "Opportunities"),
  icon: "fund",
  nameField: "name",
  stage: stages("stage", {
    prospecting: "open",
    analysis: "open",
    proposal: "open",
    negotiation: "open",
    won: "won",
    lost: "lost",
    on_hold: "hold",
  }),
  dateField: "expected_close_on",
  fields: [
    field(
      "name",
      "text",
      text("商机名称", "Name"),
      { maxLength: 160 },
      {
        required: true,
        default: 'TRIM(IFEMPTY([customer.name], "") & " " & IFEMPTY([product.name], ""))',
        aliases: ["opportunity", "商机"],
      },
    ),
    reference("customer", text("客户", "Customer"), "customer", { aliases: ["account", "客户名称"] }),
    reference("product", text("产品", "Product"), "product", { aliases: ["产品名称"] }),
    money("amount", text("金额", "Amount"), { aliases: ["close_value", "成交金额", "签约额"] }),
    select(
      "stage",
      text("阶段", "Stage"),
      [
        option("prospecting", "信息录入", "Prospecting", "none"),
        option("analysis", "需求分析", "Engaging", "series-2"),
        option("proposal", "方案制定", "Proposal", "series-1"),
        option("negotiation", "跟进谈判", "Negotiation", "series-5"),
        option("won", "赢单", "Won", "ok"),
        option("lost", "输单", "Lost", "off"),
        option("on_hold", "暂缓", "On hold", "watch"),
      ],
      { required: true, default: '"prospecting"', aliases: ["deal_stage", "销售阶段"] },
    ),
    field("engaged_on", "date", text("接触日期", "Engaged on"), {}, { aliases: ["engage_date"] }),
    field("expected_close_on", "date", text("预计签约", "Expected close")),
    field("closed_on", "date", text("结单日期", "Closed on"), {}, { aliases: ["close_date", "成交日期"] }),
    field("cycle_days", "formula", text("成交周期（天）", "Cycle in days"), {
      formula: "DATEDIFF([engaged_on], [closed_on])",
      result: "number",
    }),
    select("source", text("来源", "Source"), SOURCES),
    select("loss_reason", text("输单原因", "Loss reason"), LOSS_REASONS),
    field("next_step", "text", text("下一步", "Next step"), { maxLength: 200 }),
    field("next_on", "date", text("下一步日期", "Next step on")),
    field("decision_maker", "text", text("决策人", "Decision maker"), { maxLength: 60 }),
    field("partners", "members", text("协作成员", "Team")),
    field(
      "external_no",
      "text",
      text("外部编号", "Outside number"),
      { maxLength: 80 },
      { unique: true, aliases: ["opportunity_id", "商机编号"] },
    ),
    field("note", "long_text", text("备注", "Note")),
  ],
});
