import { field, money, object, text } from "../define.ts";

export const product = object("product", {
  order: 160,
  aliases: ["products", "产品目录"],
  label: text("产品", "Product"),
  plural: text("产品", "Products"),
  icon: "gift",
  nameField: "name",
  fields: [
    field("name", "text", text("产品名称", "Name"), { maxLength: 160 }, { required: true, aliases: ["product"] }),
    field("series", "text", text("系列", "Series"), { maxLength: 80 }),
    field("category", "text", text("类别", "Category"), { maxLength: 80 }),
    money("list_price", text("标准价", "List price"), { aliases: ["sales_price", "价格", "单价"] }),
    field("unit", "text", text("单位", "Unit"), { maxLength: 20 }),
    field("on_sale", "boolean", text("在售", "On sale"), {}, { default: "TRUE" }),
    field("external_no", "text", text("外部编号", "Outside number"), { maxLength: 80 }, { unique: true }),
  ],
});
