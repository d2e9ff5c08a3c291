import { field, money, object, reference, text } from "../define.ts";

export const order = object("order", {
  order: 110,
  label: text("订单", "Order"),
  plural: text("订单", "Orders"),
  icon: "shopping",
  nameField: "order_no",
  dateField: "ordered_on",
  fields: [
    field("order_no", "text", text("订单 ID", "Order number"), { maxLength: 80 }, { required: true, unique: true }),
    field("ordered_on", "date", text("订单日期", "Ordered on")),
    field("shipped_on", "date", text("发货日期", "Shipped on")),
    field("ship_mode", "text", text("邮寄方式", "Ship mode"), { maxLength: 40 }),
    reference("customer", text("客户", "Customer"), "customer"),
    field("region", "text", text("地区", "Region"), { maxLength: 40 }),
    field("amount", "rollup", text("订单金额", "Amount"), {
      object: "order_line",
      via: "order",
      aggregate: "sum",
      field: "amount",
    }),
  ],
});

export const orderLine = object("order_line", {
  order: 120,
  aliases: ["orders", "订单"],
  label: text("订单明细", "Order line"),
  plural: text("订单明细", "Order lines"),
  icon: "bars",
  nameField: "line_no",
  dateField: "ordered_on",
  fields: [
    field("line_no", "text", text("行 ID", "Line number"), { maxLength: 40 }, { required: true, unique: true }),
    reference("order", text("订单", "Order"), "order", {
      required: true,
      aliases: ["订单 ID", "订单编号", "order id"],
    }),
    reference("customer", text("客户", "Customer"), "customer", { aliases: ["客户名称"] }),
    reference("product", text("产品", "Product"), "product"),
    field("product_name", "text", text("产品名称", "Product name"), { maxLength: 200 }),
    field("category", "text", text("类别", "Category"), { maxLength: 40 }),
    field("sub_category", "text", text("子类别", "Sub-category"), { maxLength: 40 }),
    field("segment", "text", text("细分", "Segment"), { maxLength: 40 }),
    field("city", "text", text("城市", "City"), { maxLength: 40 }),
    field("province", "text", text("省/自治区", "Province"), { maxLength: 40 }),
    field("region", "text", text("地区", "Region"), { maxLength: 40 }),
    field("ordered_on", "date", text("订单日期", "Ordered on"), {}, { required: true }),
    field("shipped_on", "date", text("发货日期", "Shipped on")),
    field("ship_mode", "text", text("邮寄方式", "Ship mode"), { maxLength: 40 }),
    field("amount", "money", text("销售额", "Sales"), { currency: "CNY", decimals: 4 }, { required: true }),
    field("quantity", "integer", text("数量", "Quantity")),
    field("discount", "percent", text("折扣", "Discount")),
    field("profit", "money", text("利润", "Profit"), { currency: "CNY", decimals: 4 }),
  ],
});

/** A returned order. Its amount is that of the order's lines; it counts on its own day, not on the day of the sale. */
export const returnOrder = object("return_order", {
  order: 130,
  aliases: ["returns", "退货单"],
  label: text("退货", "Return"),
  plural: text("退货", "Returns"),
  icon: "rollback",
  nameField: "return_no",
  dateField: "returned_on",
  fields: [
    field(
      "return_no",
      "text",
      text("退货编号", "Return number"),
      { maxLength: 80 },
      { required: true, unique: true, aliases: ["订单 ID", "order id"] },
    ),
    reference("order", text("订单", "Order"), "order", {
      required: true,
      aliases: ["订单 ID", "订单编号", "order id"],
    }),
    field("returned_on", "date", text("退货日期", "Returned on"), {}, { default: "[order.ordered_on]" }),
    field("reason", "text", text("原因", "Reason"), { maxLength: 120 }),
    money("stated_amount", text("退货金额（部分退货时填）", "Amount, when only a part is returned")),
    field("order_amount", "lookup", text("订单金额", "Order amount"), { via: "order", field: "amount" }),
  ],
});
