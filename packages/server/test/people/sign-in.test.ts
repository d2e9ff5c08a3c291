import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { issueSetupToken } from "../../src/platform/setup-token-store.ts";
import { ask, emptyApp, OWNER, PASSWORD, peopleApp } from "./people-app.ts";

test("a fresh install is claimed once, by its token only, and the first person is signed in as administrator", async (t) => {
  const { app, db } = await emptyApp(t);
  const token = await issueSetupToken(db, new Date());
  const claim = { company: "蓝海科技", ...OWNER };
  assert.deepEqual((await ask(app, null, "GET", "/setup")).body, { claimed: false });
  assert.equal((await ask(app, null, "POST", "/setup", { ...claim, token: "guess" })).body.code, "setup_token_wrong");
  const weak = await ask(app, null, "POST", "/setup", { ...claim, token, password: "蓝海科技123" });
  assert.deepEqual([weak.status, weak.body.code], [422, "weak_password"]);
  assert.deepEqual(
    weak.body.issues.map((issue: { code: string }) => issue.code),
    ["password_short", "password_personal"],
  );
  const claimed = await ask(app, null, "POST", "/setup", { ...claim, token });
  assert.equal(claimed.status, 200);
  const me = (await ask(app, claimed.cookie, "GET", "/session")).body;
  assert.deepEqual([me.workspace.name, me.member.name, me.member.roleKeys], ["蓝海科技", "陈总", ["admin"]]);
  assert.ok(me.member.permissions.includes("people.manage"));
  assert.equal((await ask(app, null, "POST", "/setup", { ...claim, token })).body.code, "setup_claimed");
});

test("a wrong password and an unknown address get the same answer, and guessing is stopped", async (t) => {
  const { call } = await peopleApp(t);
  const wrong = await call(null, "POST", "/session", { email: OWNER.email, password: "not the password" });
  const unknown = await call(null, "POST", "/session", { email: "nobody@example.cn", password: "not the password" });
  assert.equal(wrong.status, 401);
  assert.deepEqual(wrong.body, unknown.body);
  for (let attempt = 0; attempt < 7; attempt++) {
    await call(null, "POST", "/session", { email: OWNER.email, password: "not the password" });
  }
  const locked = await call(null, "POST", "/session", { email: OWNER.email, password: PASSWORD });
  assert.deepEqual([locked.status, locked.body.code], [429, "sign_in_locked"]);
});

test("sessions are listed, one can be ended from another, and signing out ends its own", async (t) => {
  const { call, admin } = await peopleApp(t);
  const second = await call(null, "POST", "/session", OWNER);
  const { items } = (await call(admin, "GET", "/account/sessions")).body;
  assert.equal(items.length, 2);
  const other = items.find((session: { current: boolean }) => !session.current);
  assert.equal((await call(admin, "DELETE", `/account/sessions/${other.id}`)).status, 204);
  assert.equal((await call(second.cookie, "GET", "/session")).status, 401);
  assert.equal((await call(admin, "DELETE", "/session")).status, 204);
  assert.equal((await call(admin, "GET", "/session")).status, 401);
});

test("a new password ends the other sessions, and a weak one is refused with reasons", async (t) => {
  const { call, admin } = await peopleApp(t);
  const second = await call(null, "POST", "/session", OWNER);
  const weak = await call(admin, "PUT", "/account/password", { current: PASSWORD, next: "1234567890" });
  assert.equal(weak.body.code, "weak_password");
  const wrong = await call(admin, "PUT", "/account/password", {
    current: "something else",
    next: "eleven green bottles",
  });
  assert.equal(wrong.body.code, "wrong_password");
  const changed = await call(admin, "PUT", "/account/password", { current: PASSWORD, next: "eleven green bottles" });
  assert.equal(changed.status, 204);
  assert.equal((await call(second.cookie, "GET", "/session")).status, 401);
  assert.equal((await call(changed.cookie, "GET", "/session")).status, 200);
  assert.equal((await call(null, "POST", "/session", OWNER)).status, 401);
});

test("with two-factor sign-in a password alone opens nothing; six digits or a backup code do", async (t) => {
  const { call, admin } = await peopleApp(t);
  const started = await call(admin, "POST", "/account/two-factor", { password: PASSWORD });
  assert.equal(started.body.backupCodes.length, 10);
  const code = totp(started.body.secret, Date.now());
  const on = await call(admin, "PUT", "/account/two-factor", { code });
  assert.equal(on.status, 204);
  const half = await call(null, "POST", "/session", OWNER);
  assert.equal(half.body.state, "second_factor");
  assert.equal((await call(half.cookie, "GET", "/session")).status, 401);
  assert.equal((await call(half.cookie, "POST", "/session/second-factor", { code: "000000" })).body.code, "wrong_code");
  const proved = await call(half.cookie, "POST", "/session/second-factor", {
    code: totp(started.body.secret, Date.now()),
  });
  assert.equal(proved.body.state, "signed_in");
  assert.equal((await call(proved.cookie, "GET", "/session")).body.account.twoFactor, true);
  const again = await call(null, "POST", "/session", OWNER);
  const [backupCode] = started.body.backupCodes;
  const byBackup = await call(again.cookie, "POST", "/session/second-factor", { backupCode });
  assert.equal(byBackup.body.state, "signed_in");
  const off = await call(byBackup.cookie, "POST", "/account/two-factor/removal", { password: PASSWORD });
  assert.equal(off.status, 204);
  assert.equal((await call(null, "POST", "/session", OWNER)).body.state, "signed_in");
});

test("the session cookie cannot be read by scripts nor sent from other sites", async (t) => {
  const { app } = await peopleApp(t);
  const response = await app.inject({ method: "POST", url: "/api/v1/session", payload: OWNER });
  const cookie = response.cookies.find(({ name }) => name === "dabiao.session_token");
  assert.deepEqual([cookie?.httpOnly, cookie?.sameSite], [true, "Lax"]);
});

/** RFC 6238 with the defaults of authenticators: SHA-1, 30 s, six digits. */
function totp(secret: string, nowMs: number): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(nowMs / 30_000)));
  const mac = createHmac("sha1", key).update(counter).digest();
  const value = mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff;
  return String(value % 1_000_000).padStart(6, "0");
}
