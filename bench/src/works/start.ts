import type { Product } from "../product.ts";
import type { Result } from "../result.ts";

const SETTLE_MS = 10_000;

/** The time to ready on an existing data directory, and the memory of the app and PostgreSQL when nobody calls. */
export async function measureStart(product: Product): Promise<Result[]> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  const memory = product.memoryMb();
  return [
    {
      work: "start",
      size: "installed, data directory exists",
      measured: `${(product.readyMs / 1000).toFixed(2)} s`,
      figure: product.readyMs / 1000,
      reach: { kind: "at most", value: 5, unit: " s" },
    },
    {
      work: "idle memory, app + PostgreSQL",
      size: "proportional set size",
      measured: `${memory} MB`,
      figure: memory,
      reach: { kind: "at most", value: 350, unit: " MB" },
    },
  ];
}
