import assert from "node:assert/strict";
import { test } from "node:test";
import { passwordIssues } from "@dabiao/core/people/password.ts";

const owner = { email: "zhang.wei@huawei-shop.cn", name: "张伟", company: "华为 Lanhai" };
const codes = (password: string) => passwordIssues(password, owner).map((issue) => issue.code);

for (const [password, expected] of [
  ["短密码", ["password_short", "password_repetitive"]],
  ["aaaaaaaaaaaa", ["password_repetitive"]],
  ["1234567890", ["password_repetitive"]],
  ["Password123!", ["password_common"]],
  ["zhang.wei88", ["password_personal"]],
  ["Lanhai@2026", ["password_personal"]],
  ["correct horse battery", []],
  ["春天里的三只小猫咪在唱歌", []],
] as const) {
  test(`the password ${password} is ${expected.length === 0 ? "strong enough" : expected.join(" and ")}`, () => {
    assert.deepEqual(codes(password), expected);
  });
}
