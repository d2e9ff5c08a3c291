import assert from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import type { Product } from "../../../server/test/support/product.ts";

export const PASSWORD = "correct horse battery";
export const OWNER = { email: "boss@example.cn", password: PASSWORD, name: "陈总" };

/** The demo company takes a while to make on a busy machine. */
const LONGEST_MS = 90_000;

/** The product's API with the cookies of a browser context: what is done here, its pages see. */
export class Api {
  readonly #product: Product;
  readonly #context: BrowserContext;

  constructor(product: Product, context: BrowserContext) {
    this.#product = product;
    this.#context = context;
  }

  // biome-ignore lint/suspicious/noExplicitAny: tests read answers freely; contracts are held by the server
  async call(method: string, path: string, body?: object): Promise<any> {
    const address = `${this.#product.address}api/v1${path}`;
    const response = await this.#context.request.fetch(address, {
      method,
      timeout: LONGEST_MS,
      ...(body ? { data: body } : {}),
    });
    const text = await response.text();
    assert.ok(response.ok(), `${method} ${path}: ${response.status()} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }
}

/** Claims a fresh installation for a company; the page's context is signed in as its administrator. */
export async function claimCompany(product: Product, page: Page): Promise<Api> {
  const api = new Api(product, page.context());
  await api.call("POST", "/setup", { token: product.setupToken, company: "蓝海科技", ...OWNER });
  return api;
}

/** Adds a member with an account of their own and signs the page's context in as them. */
export async function joinAs(
  product: Product,
  admin: Api,
  page: Page,
  given: { readonly name: string; readonly email: string; readonly roleKeys: readonly string[] },
): Promise<Api> {
  const { items } = await admin.call("GET", "/units");
  const { id } = await admin.call("POST", "/members", { ...given, unitId: items[0].id });
  const { token } = await admin.call("POST", `/members/${id}/invite`);
  const own = new Api(product, page.context());
  await own.call("POST", `/invites/${token}`, { email: given.email, password: PASSWORD });
  return own;
}
