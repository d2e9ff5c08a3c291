/** Field types as the palette groups them; all of `FIELD_TYPES` are here once. */
export const TYPE_GROUPS: readonly { readonly key: string; readonly types: readonly string[] }[] = [
  { key: "basic", types: ["text", "long_text", "number", "integer", "money", "percent", "rating", "boolean"] },
  { key: "choice", types: ["select", "multi_select"] },
  { key: "time", types: ["date", "datetime", "time", "duration"] },
  { key: "people", types: ["member", "members", "unit"] },
  { key: "link", types: ["reference", "references", "lookup", "rollup", "formula", "autonumber"] },
  { key: "contact", types: ["phone", "email", "url", "address", "location", "attachment"] },
];
