import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Parsed } from "../../src/model/field-type.ts";
import { FIELD_TYPES, fieldType } from "../../src/model/field-types.ts";
import { autonumberPeriod, autonumberText } from "../../src/model/fields/autonumber.ts";

const ZONE = "Asia/Shanghai";

function typed(type: string, input: unknown, settings: Record<string, unknown> = {}): Parsed<unknown> {
  const known = fieldType(type);
  assert.ok(known, type);
  return known.parse(input, known.settings.parse(settings), { zone: ZONE, lenient: true });
}

function value(type: string, input: unknown, settings: Record<string, unknown> = {}): unknown {
  const parsed = typed(type, input, settings);
  return parsed.ok ? parsed.value : parsed.issue.code;
}

const OPTIONS = [
  { key: "won", label: { zh: "赢单", en: "Won" } },
  { key: "lost", label: { zh: "输单", en: "Lost" } },
];

test("numbers are read as people type them, and money only in its currency", () => {
  assert.equal(value("money", "￥1,200"), "1200");
  assert.equal(value("money", "28万"), "280000");
  assert.equal(value("money", "１２．５"), "12.5");
  assert.equal(value("money", "US$5"), "value_other_unit");
  assert.equal(value("number", "￥1,200"), "1200");
  assert.equal(value("number", "US$5"), "value_other_unit");
  assert.equal(value("integer", "3.5"), "value_not_integer");
  assert.equal(value("number", 0.1 + 0.2), "0.3");
});

test("a rate is kept as a fraction, however it was typed", () => {
  assert.equal(value("percent", "12.5%"), "0.125");
  assert.equal(value("percent", "12.5"), "0.125");
  assert.equal(value("percent", "0.2", { plain: "fraction" }), "0.2");
});

test("days are read in Chinese and numeric forms; an impossible day is refused", () => {
  for (const text of ["2026/3/7", "2026-03-07", "2026年3月7日", "2026.3.7", "20260307", "２０２６／３／７"]) {
    assert.equal(value("date", text), "2026-03-07", text);
  }
  assert.equal(value("date", "2026-02-30"), "value_no_such_day");
  assert.equal(value("date", "明天"), "value_not_date");
});

test("10/20/2016 is a day only where the month is known to stand first", () => {
  assert.equal(value("date", "10/20/2016"), "value_date_order");
  assert.equal(value("date", "10/20/2016", { format: "mdy" }), "2016-10-20");
  assert.equal(value("date", "20/10/2016", { format: "mdy" }), "value_no_such_day");
});

test("a moment without an offset is in the workspace's zone", () => {
  assert.equal(value("datetime", "2026/3/7 14:05"), "2026-03-07T06:05:00.000Z");
  assert.equal(value("datetime", "2026年3月7日下午2点5分"), "2026-03-07T06:05:00.000Z");
  assert.equal(value("datetime", "2026-03-07"), "2026-03-06T16:00:00.000Z");
  assert.equal(value("datetime", "2026-03-07T06:05:00Z"), "2026-03-07T06:05:00.000Z");
});

test("times and durations are read as people say them", () => {
  assert.equal(value("time", "下午3:30"), "15:30:00");
  assert.equal(value("time", "9点半"), "09:30:00");
  assert.equal(value("time", "25:00"), "value_not_time");
  assert.equal(value("duration", "1小时30分"), "90");
  assert.equal(value("duration", "1.5h"), "90");
  assert.equal(value("duration", "1:30"), "90");
});

test("an option is found by its key or its label in either language", () => {
  for (const text of ["won", "赢单", "Won", " WON "])
    assert.equal(value("select", text, { options: OPTIONS }), "won", text);
  assert.equal(value("select", "未知", { options: OPTIONS }), "value_not_option");
  assert.deepEqual(value("multi_select", "赢单、Lost", { options: OPTIONS }), ["won", "lost"]);
});

test("phones, mails and addresses are kept in one form", () => {
  assert.equal(value("phone", "138 0013 8000"), "+8613800138000");
  assert.equal(value("phone", "021-62881234 转 8"), "+862162881234;ext=8");
  assert.equal(value("phone", "12"), "value_not_phone");
  assert.equal(value("email", "Wang@Example.COM"), "Wang@example.com");
  assert.equal(value("url", "example.com/a"), "https://example.com/a");
  assert.equal(value("url", "javascript:alert(1)"), "value_not_url");
  assert.deepEqual(value("address", "广东省深圳市南山区科技园1号"), {
    province: "广东省",
    city: "深圳市",
    district: "南山区",
    street: "科技园1号",
  });
  assert.deepEqual(value("address", "上海市浦东新区世纪大道1号"), {
    province: "上海市",
    city: "上海市",
    district: "浦东新区",
    street: "世纪大道1号",
  });
});

test("yes and no are understood; anything else is asked again", () => {
  assert.equal(value("boolean", "是"), true);
  assert.equal(value("boolean", "×"), false);
  assert.equal(value("boolean", "也许"), "value_not_boolean");
});

test("an automatic number counts anew where it is told to", () => {
  assert.equal(autonumberText("HT-{yyyy}{mm}-{0000}", "2026-03-09", 7), "HT-202603-0007");
  assert.equal(autonumberText("{00}", "2026-03-09", 1234), "1234");
  assert.equal(autonumberPeriod("month", "2026-03-09"), "2026-03");
});

test("nothing given empties every field that can be filled, and no input makes a field type fail", () => {
  const settings: Record<string, unknown> = {
    options: OPTIONS,
    object: "customer",
    formula: "1",
    result: "number",
    via: "a",
    field: "b",
    aggregate: "count",
  };
  const any = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 3 }),
    fc.object(),
  );
  for (const type of FIELD_TYPES) {
    const parsed = type.settings.parse(settings);
    const empty = type.parse("", parsed, { zone: ZONE, lenient: true });
    assert.ok(
      type.column(parsed) === null || type.type === "autonumber" || (empty.ok && empty.value === null),
      type.type,
    );
    fc.assert(
      fc.property(any, fc.boolean(), (input, lenient) => {
        const result = type.parse(input, parsed, { zone: ZONE, lenient });
        if (result.ok && result.value !== null)
          assert.equal(typeof type.toText(result.value, parsed, "zh-CN"), "string");
      }),
      { numRuns: 100 },
    );
  }
});

test("what was stored is accepted again as it is, so that a record can be saved unchanged", () => {
  const samples: [string, unknown, Record<string, unknown>?][] = [
    ["money", "28万"],
    ["percent", "12.5%"],
    ["date", "2026/3/7"],
    ["datetime", "2026/3/7 14:05"],
    ["time", "9点半"],
    ["phone", "021-62881234 转 8"],
    ["address", "上海市浦东新区世纪大道1号"],
    ["location", "31.23,121.47"],
    ["select", "赢单", { options: OPTIONS }],
    ["multi_select", "赢单、Lost", { options: OPTIONS }],
  ];
  for (const [name, input, settings = {}] of samples) {
    const type = fieldType(name)!;
    const stored = value(name, input, settings);
    const again = type.parse(stored, type.settings.parse(settings), { zone: ZONE, lenient: false });
    assert.deepEqual(again, { ok: true, value: stored }, name);
  }
});
