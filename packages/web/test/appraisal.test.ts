import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { type Product, startProductOnTestServer } from "../../server/test/support/product.ts";
import { seriousFindings } from "./support/axe.ts";
import { openBrowser, openPage } from "./support/browser.ts";
import { openSettled } from "./support/settled.ts";
import { Api, claimCompany, PASSWORD } from "./support/signed-in.ts";

const PHONE = { width: 360, height: 780 };
const KEY = "short_card";

test("a scorecard is designed by hand and curve, and an appraisal is walked from goals to the archive", async (t) => {
  const product = await startProductOnTestServer(t, { RATE_LIMIT: "0" });
  const browser = await openBrowser(t);
  const boss = await openPage(t, browser);
  const phone = await openPage(t, browser, { viewport: PHONE, hasTouch: true });
  const api = await claimCompany(product, boss);
  await api.call("POST", "/demo");
  const { items } = await api.call("GET", "/members?role=rep&limit=1");
  const [rep] = items;
  await signInAs(product, api, phone, rep.id);
  await prepare(api, rep.id);
  const at = (path: string) => new URL(path, product.address).href;

  await t.test("[S-10] a weight of 59.99 is told as 0.01 short of 100 while it is typed", async () => {
    await openSettled(boss, at(`/kpi/cards/${KEY}`));
    const weight = boss.getByRole("textbox", { name: "签约额 的权重" });
    await weight.fill("59.99");
    await boss.getByText("权重合计 99.99%，还差 0.01%").waitFor();
    await weight.fill("60");
    await boss.getByText("权重合计 100%").waitFor();
  });

  await t.test("[S-02] the cap moves by the arrow keys and by the mouse, and the form follows", async () => {
    const cap = boss.getByRole("slider", { name: "封顶" });
    await cap.focus();
    await boss.keyboard.press("Shift+ArrowRight");
    const field = boss.getByRole("textbox", { name: "封顶" });
    const byKeys = Number(await field.inputValue());
    assert.ok(byKeys > 120, String(byKeys));
    const box = await cap.boundingBox();
    assert.ok(box);
    await boss.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await boss.mouse.down();
    await boss.mouse.move(box.x - 40, box.y + box.height / 2, { steps: 4 });
    await boss.mouse.up();
    assert.ok(Number(await field.inputValue()) < byKeys);
  });

  await t.test("[CV-5] an example says its points and how they came about", async () => {
    await boss.getByRole("textbox", { name: "如果实际是" }).fill("88");
    await boss.getByText("得 88 / 100 分").waitFor();
    await boss.getByText("达成率 = 88 ÷ 100 = 88%").waitFor();
    assert.deepEqual(await seriousFindings(boss), []);
  });

  await t.test("[A-04] on a phone the goals are confirmed with one press", async () => {
    await openSettled(boss, at("/kpi/cycles"));
    await boss.getByRole("button", { name: "开始一期考核" }).click();
    await boss.getByRole("combobox", { name: "考核方案" }).click();
    await boss.locator(".ant-select-item-option").filter({ hasText: "短考核" }).click();
    await boss.getByRole("button", { name: "建好" }).click();
    await boss.waitForURL(/\/kpi\/cycles\/[0-9a-f-]{36}/);
    await walkTo(boss, "目标确认");
    await openSettled(phone, at("/kpi/me"));
    await phone.getByRole("link", { name: "确认我的考核目标" }).click();
    await phone.getByRole("button", { name: "确认并签字" }).click();
    await phone.getByText("目标已确认").first().waitFor();
    assert.deepEqual(await seriousFindings(phone), []);
  });

  await t.test("[A-06] frozen, calibrated with a reason, and published", async () => {
    await boss.reload();
    await walkTo(boss, "校准");
    await boss.getByRole("tab", { name: "校准" }).click();
    await boss.getByRole("button", { name: `改 ${rep.name} 的结果` }).click();
    await boss.getByRole("textbox", { name: "加减分" }).fill("5");
    await boss.getByRole("textbox", { name: "为什么" }).fill("带了两名新人");
    await boss.getByRole("dialog").getByRole("button", { name: "改", exact: true }).click();
    await boss.getByText("带了两名新人").waitFor();
    assert.deepEqual(await seriousFindings(boss), []);
    await walkTo(boss, "签字与申诉");
  });

  await t.test("[A-08] the member sees the result with its reasons, and signs it; then it is archived", async () => {
    await openSettled(phone, at("/kpi/me"));
    await phone.getByRole("link", { name: "看结果，签字或申诉" }).click();
    await phone.locator(".score-card").first().click();
    await phone.getByText("得分怎么来的").waitFor();
    assert.deepEqual(await seriousFindings(phone), []);
    await phone.getByRole("button", { name: "Close" }).or(phone.locator(".ant-drawer-close")).first().click();
    await phone.getByRole("button", { name: "签字" }).click();
    await phone.getByRole("dialog").getByRole("button", { name: "签字" }).click();
    await phone.getByText("已签字").first().waitFor();
    await boss.reload();
    await walkTo(boss, "归档");
  });
});

/** Presses the one next step until the cycle on screen has come this far; some steps it takes by itself. */
async function walkTo(page: Page, state: string): Promise<void> {
  const now = page.locator('.cycle-steps [aria-current="step"]');
  for (let at = await now.innerText(); !at.includes(state); at = await now.innerText()) {
    await page.locator(".page-head .ant-btn-primary").click();
    await page.locator(".ant-modal-confirm .ant-btn-primary").click();
    await now.filter({ hasNotText: at.replace(/^\d\s*/, "") }).waitFor();
  }
}

/** Gives a member of the demo company an account and signs the page in with it. */
async function signInAs(product: Product, admin: Api, page: Page, memberId: string): Promise<void> {
  const { token } = await admin.call("POST", `/members/${memberId}/invite`);
  const own = new Api(product, page.context());
  await own.call("POST", `/invites/${token}`, { email: "rep@example.cn", password: PASSWORD });
}

/** A card of two lines for one person and a plan of the shortest way, both published. */
async function prepare(api: Api, memberId: string): Promise<void> {
  const line = (kpi: string, weight: string) => ({
    key: kpi,
    weight,
    source: { kind: "kpi", kpi, target: { kind: "fixed", amount: "100" } },
    rule: { kind: "proportional", attain: { formula: "up" } },
  });
  const card = {
    label: { zh: "短卡" },
    for: { members: [memberId] },
    items: [line("signed_amount", "60"), line("visit_count", "40")],
  };
  const stages = ["goal", "calibration", "confirm"].map((stage) => ({ stage, workdays: 3 }));
  const plan = { label: { zh: "短考核" }, cards: [KEY], stages, interviewGrades: [] };
  await publish(api, "scorecard", KEY, card);
  await publish(api, "appraisal_plan", "short_plan", plan);
}

async function publish(api: Api, kind: string, key: string, body: object): Promise<void> {
  await api.call("PUT", `/definitions/${kind}/${key}/draft`, { body });
  await api.call("POST", `/definitions/${kind}/${key}/versions`, { note: "试", failures: "refuse" });
}
