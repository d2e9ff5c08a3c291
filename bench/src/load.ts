import { Agent, request } from "node:http";

export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  readonly path: string;
  readonly body?: unknown;
}

export interface Measured {
  /** Answers per second. */
  readonly rate: number;
  readonly medianMs: number;
  readonly p95Ms: number;
}

interface Target {
  readonly address: string;
  readonly token?: string;
}

/** Calls as fast as the answers come, `concurrency` at a time, for `seconds`; any answer but 2xx ends the benchmark. */
export async function load(
  target: Target,
  next: (index: number) => Call,
  seconds: number,
  concurrency = 10,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const times: number[] = [];
  let index = 0;
  const began = performance.now();
  const until = began + seconds * 1000;
  async function caller(): Promise<void> {
    while (performance.now() < until) {
      const started = performance.now();
      await callOnce(agent, target, next(index++));
      times.push(performance.now() - started);
    }
  }
  await Promise.all(Array.from({ length: concurrency }, caller));
  const elapsed = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { rate: times.length / elapsed, medianMs: quantile(times, 0.5), p95Ms: quantile(times, 0.95) };
}

/** One call; gives the body's text. */
export function callOnce(agent: Agent | undefined, { address, token }: Target, call: Call): Promise<string> {
  const body = call.body === undefined ? undefined : JSON.stringify(call.body);
  const headers: Record<string, string> = { accept: "application/json" };
  if (token) headers["authorization"] = `Bearer ${token}`;
  if (body !== undefined) {
    headers["content-type"] = "application/json";
    headers["content-length"] = String(Buffer.byteLength(body));
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(call.path, address),
      { method: call.method, headers, ...(agent ? { agent } : {}) },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const text = Buffer.concat(parts).toString();
          const status = answer.statusCode ?? 0;
          if (status >= 200 && status < 300) resolve(text);
          else reject(new Error(`${call.method} ${call.path} answered ${status}: ${text.slice(0, 400)}`));
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
