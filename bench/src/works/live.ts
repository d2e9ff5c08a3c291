import { get, type IncomingMessage } from "node:http";
import type { Pool } from "pg";
import type { Company } from "../company.ts";
import { callOnce, quantile } from "../load.ts";
import type { Result } from "../result.ts";
import type { Sizes } from "../sizes.ts";

interface Given {
  readonly sizes: Sizes;
  readonly company: Company;
  readonly pool: Pool;
  readonly product: string;
}

const WRITES_PER_SECOND = 50;
const SETTLE_MS = 2_000;

/** From the answer of a write to the message in every listening browser. */
export async function measureLive({ sizes, company, pool, product }: Given): Promise<Result[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from ${company.workspace.schema}.opportunity limit 5000`,
  );
  const committedAt = new Map<string, number>();
  const delays: number[] = [];
  const listeners = await Promise.all(
    Array.from({ length: sizes.listeners }, (_, index) => {
      const { watchers } = company.tokens;
      return listen(product, watchers[index % watchers.length] ?? "", hear);
    }),
  );

  function hear(ids: readonly string[], at: number): void {
    for (const id of ids) {
      const since = committedAt.get(id);
      if (since !== undefined) delays.push(at - since);
    }
  }

  const writes = sizes.liveSeconds * WRITES_PER_SECOND;
  const began = performance.now();
  const answers: Promise<void>[] = [];
  for (let index = 0; index < writes; index++) {
    await until(began + (index * 1000) / WRITES_PER_SECOND);
    const id = rows[index % rows.length]?.id ?? "";
    const body = { values: { amount: String(2000 + index) } };
    const path = `api/v1/objects/opportunity/records/${id}`;
    answers.push(
      callOnce(undefined, { address: product, token: company.tokens.admin }, { method: "PATCH", path, body }).then(
        () => {
          committedAt.set(id, performance.now());
        },
      ),
    );
  }
  await Promise.all(answers);
  await until(performance.now() + SETTLE_MS);
  for (const listener of listeners) listener.destroy();
  delays.sort((a, b) => a - b);
  const heard = delays.length / (writes * sizes.listeners);
  const p95 = quantile(delays, 0.95) / 1000;
  return [
    {
      work: "commit to another browser's board",
      size: `${sizes.listeners} listeners, ${WRITES_PER_SECOND} writes/s, ${sizes.liveSeconds} s`,
      measured: `p95 ${(p95 * 1000).toFixed(0)} ms, median ${quantile(delays, 0.5).toFixed(0)} ms, ${(heard * 100).toFixed(1)} % heard by name`,
      figure: heard > 0.5 ? p95 : Number.POSITIVE_INFINITY,
      reach: { kind: "at most", value: 1, unit: " s" },
    },
  ];
}

function listen(
  address: string,
  token: string,
  hear: (ids: readonly string[], at: number) => void,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = get(
      new URL("api/v1/live", address),
      { headers: { authorization: `Bearer ${token}`, accept: "text/event-stream" } },
      (stream) => {
        if (stream.statusCode !== 200) reject(new Error(`the live channel answered ${stream.statusCode}`));
        let text = "";
        stream.setEncoding("utf8");
        stream.on("data", (part: string) => {
          const at = performance.now();
          text += part;
          for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
            const data = /^data: ?(.*)$/m.exec(text.slice(0, end))?.[1];
            text = text.slice(end + 2);
            if (data) hear((JSON.parse(data) as { ids?: string[] }).ids ?? [], at);
          }
        });
        stream.on("error", () => undefined);
        resolve(stream);
      },
    );
    sent.on("error", reject);
  });
}

function until(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
}
