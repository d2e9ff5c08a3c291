import { type Call, load, type Measured } from "../load.ts";
import type { Sizes } from "../sizes.ts";

export interface Side {
  readonly address: string;
  readonly token?: string;
  readonly next: (index: number) => Call;
}

/**
 * Two sides in turns, so that whatever else the machine does falls on both; each side's best round counts, because
 * noise only ever slows down.
 */
export async function compare(sizes: Sizes, first: Side, second: Side): Promise<{ first: Measured; second: Measured }> {
  await load(first, first.next, sizes.seconds / 2);
  await load(second, second.next, sizes.seconds / 2);
  const rounds: { first: Measured; second: Measured }[] = [];
  for (let round = 0; round < sizes.rounds; round++) {
    rounds.push({
      first: await load(first, first.next, sizes.seconds),
      second: await load(second, second.next, sizes.seconds),
    });
  }
  return { first: best(rounds.map((round) => round.first)), second: best(rounds.map((round) => round.second)) };
}

function best(measured: readonly Measured[]): Measured {
  return measured.reduce((a, b) => (b.rate > a.rate ? b : a));
}

export function perSecond({ rate, p95Ms }: Measured): string {
  return `${rate.toFixed(0)}/s, p95 ${p95Ms.toFixed(1)} ms`;
}
