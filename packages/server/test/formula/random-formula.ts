import { textToken } from "@dabiao/core/formula/token-value.ts";
import fc from "fast-check";
import { day, shortText } from "./random-row.ts";

type Kind = "number" | "text" | "boolean" | "date" | "datetime" | "list";
type Source = fc.Arbitrary<string>;

/** Operands of a template, `{number}` and so on, are filled with formulas of that kind. */
const TEMPLATES: Readonly<Record<Kind, readonly string[]>> = {
  number: [
    "({number} + {number})",
    "({number} - {number})",
    "({number} * {number})",
    "({number} / {number})",
    "({number} ^ {small})",
    "-{number}",
    "+{number}",
    "ABS({number})",
    "SUM({number}, {number}, {number})",
    "MIN({number}, {number})",
    "MAX({number}, {number}, {number})",
    "MOD({number}, {number})",
    "INT({number})",
    "FLOOR({number})",
    "FLOOR({number}, {number})",
    "CEILING({number}, {number})",
    "CEILING({number})",
    "POWER({number}, {small})",
    "POWER({small}, {number})",
    "ROUND({number})",
    "ROUND({number}, {digits})",
    "ROUNDUP({number}, {digits})",
    "ROUNDDOWN({number}, {digits})",
    "LEN({text})",
    "LEN({list})",
    "YEAR({date})",
    "QUARTER({date})",
    "MONTH({datetime})",
    "DAY({date})",
    "WEEKDAY({date})",
    "DATEDIFF({date}, {date})",
    "DATEDIFF({date}, {date}, {unit})",
    "DATEDIFF({datetime}, {date}, {unit})",
    "({date} - {date})",
    "IF({boolean}, {number}, {number})",
    "IF({boolean}, {number})",
    "IFS({boolean}, {number}, {boolean}, {number})",
    "SWITCH({text}, {text}, {number}, {text}, {number}, {number})",
    "SWITCH({number}, {number}, {number})",
    "IFEMPTY({number}, {number})",
    "COALESCE({number}, {number}, 0)",
  ],
  text: [
    "({text} & {text})",
    "({number} & {date})",
    "({boolean} & {text})",
    "CONCAT({text}, {number}, {boolean}, {date})",
    "UPPER({text})",
    "LOWER({text})",
    "TRIM({text})",
    "LEFT({text}, {number})",
    "LEFT({text})",
    "RIGHT({text}, {small})",
    "RIGHT({text})",
    "MID({text}, {small}, {small})",
    "SUBSTITUTE({text}, {text}, {text})",
    "IF({boolean}, {text}, {text})",
    "SWITCH({date}, {date}, {text}, {text})",
    "IFEMPTY({text}, {text})",
    "COALESCE({text}, {text}, {text})",
  ],
  boolean: [
    "({number} = {number})",
    "({number} <> {number})",
    "({number} < {number})",
    "({number} >= {number})",
    "({text} = {text})",
    "({text} < {text})",
    "({text} >= {text})",
    "({date} <= {date})",
    "({date} = {datetime})",
    "({datetime} > {datetime})",
    "({datetime} = {datetime})",
    "({boolean} = {boolean})",
    "AND({boolean}, {boolean})",
    "OR({boolean}, {boolean}, {boolean})",
    "NOT({boolean})",
    "IN({number}, {number}, {number})",
    "IN({text}, {text}, {text})",
    "ISEMPTY({text})",
    "ISEMPTY({number})",
    "ISEMPTY({list})",
    "CONTAINS({text}, {text})",
    "CONTAINS({list}, {text})",
    "STARTSWITH({text}, {text})",
    "IF({boolean}, {boolean}, {boolean})",
  ],
  date: [
    "DATE({small}, {small}, {small})",
    "DATE(2024, {small}, {small})",
    "DATE({number}, 2, 29)",
    "DATEADD({date}, {small}, {unit})",
    "DATEADD({date}, {number}, {unit})",
    "DATEADD({datetime}, {small})",
    "({date} + {small})",
    "({date} - {number})",
    "EOMONTH({date}, {small})",
    "EOMONTH({date})",
    "MIN({date}, {date})",
    "MAX({date}, {datetime})",
    "IF({boolean}, {date}, {date})",
    "IFEMPTY({date}, {date})",
    "IF({boolean}, {datetime}, {date})",
  ],
  datetime: ["MIN({datetime}, {datetime})", "IF({boolean}, {datetime}, NOW())", "IFEMPTY({datetime}, {datetime})"],
  list: ["IF({boolean}, {list}, {list})", "COALESCE({list}, {list})"],
};

const SMALL = fc.oneof(
  fc.integer({ min: -3, max: 40 }).map(String),
  fc.constantFrom("0.5", "[n1]", "[n2]", "2.9", "-0.5", "1.01"),
);

const LEAVES: Readonly<Record<Kind, Source>> = {
  number: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("[n1]", "[n2]", "[n3]") },
    {
      weight: 1,
      arbitrary: fc.oneof(SMALL, fc.constantFrom("0", "5%", "10万", "1.5亿", "999999999999999999", "１２．５")),
    },
  ),
  text: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("[t1]", "[t2]", "[s1]") },
    { weight: 1, arbitrary: shortText.map(textToken) },
  ),
  boolean: fc.constantFrom("[b1]", "[b1]", "TRUE", "FALSE"),
  date: fc.oneof(
    fc.constantFrom("[d1]", "[d2]", "TODAY()"),
    day.map((iso) => `DATE(${iso.split("-").map(Number).join(", ")})`),
  ),
  datetime: fc.constantFrom("[i1]", "[i2]", "NOW()"),
  list: fc.constant("[l1]"),
};

const WORDS: Readonly<Record<string, Source>> = {
  small: SMALL,
  digits: fc.integer({ min: -12, max: 12 }).map(String),
  unit: fc.constantFrom('"day"', '"周"', '"月"', '"quarter"', '"Year"'),
};

/** Well-typed formulas of any kind, over the fields of `random-row.ts`. */
export const formula: Source = fc
  .constantFrom<Kind>("number", "number", "text", "boolean", "date", "datetime", "list")
  .chain((kind) => source(kind, 3));

/** One formula for each template, so that every function is tried in every run. */
export const everyTemplate: fc.Arbitrary<string[]> = fc.tuple(
  ...Object.values(TEMPLATES).flatMap((templates) => templates.map((template) => filled(template, 1))),
);

function source(kind: Kind, depth: number): Source {
  if (depth === 0) return LEAVES[kind];
  return fc.oneof(
    { weight: 1, arbitrary: LEAVES[kind] },
    { weight: 4, arbitrary: fc.constantFrom(...TEMPLATES[kind]).chain((template) => filled(template, depth - 1)) },
  );
}

function filled(template: string, depth: number): Source {
  const parts = template.split(/\{(\w+)\}/);
  const operands = parts
    .filter((_, index) => index % 2 === 1)
    .map((name) => WORDS[name] ?? source(name as Kind, depth));
  return fc
    .tuple(...operands)
    .map((texts) => parts.map((part, index) => (index % 2 === 1 ? texts[(index - 1) / 2] : part)).join(""));
}
