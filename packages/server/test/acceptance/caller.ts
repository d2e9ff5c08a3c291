import assert from "node:assert/strict";

// biome-ignore lint/suspicious/noExplicitAny: answers of many shapes, read by the tests only
export type Json = any;

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly text: string;
  readonly headers: Headers;
}

/** Somebody who calls the running product over HTTP: with a session's cookie, with a key, or as nobody. */
export class Caller {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(address: string, headers: Readonly<Record<string, string>> = {}) {
    this.address = address;
    this.headers = headers;
  }

  with(headers: Readonly<Record<string, string>>): Caller {
    return new Caller(this.address, { ...this.headers, ...headers });
  }

  at(address: string): Caller {
    return new Caller(address, this.headers);
  }

  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const isForm = body instanceof FormData;
    const type: Record<string, string> = body === undefined || isForm ? {} : { "content-type": "application/json" };
    const response = await fetch(`${this.address}api/v1${path}`, {
      method,
      headers: { ...this.headers, ...type, ...headers },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, body: isJson ? JSON.parse(text) : null, text, headers: response.headers };
  }

  get(path: string): Promise<Answer> {
    return this.send("GET", path);
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.send("POST", path, body);
  }

  /** What must work: the body of an answer that is not refused. */
  async ok(method: string, path: string, body?: unknown): Promise<Json> {
    const answer = await this.send(method, path, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text.slice(0, 800)}`);
    return answer.body;
  }

  async listen(until: AbortSignal): Promise<AsyncIterableIterator<string>> {
    const response = await fetch(`${this.address}api/v1/live`, { headers: this.headers, signal: until });
    assert.equal(response.status, 200);
    return events(response.body!);
  }
}

/** The data of server-sent events, one by one; ends when the connection does. */
async function* events(body: ReadableStream<Uint8Array>): AsyncIterableIterator<string> {
  let rest = "";
  const decoder = new TextDecoder();
  try {
    for await (const chunk of body) {
      rest += decoder.decode(chunk, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) if (line.startsWith("data:")) yield line.slice(5).trim();
    }
  } catch (error) {
    if ((error as Error).name !== "AbortError") throw error;
  }
}

/** What a browser would send next: the cookies of an answer. */
export function cookieOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
