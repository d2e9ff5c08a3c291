/** How much the works run on. The full sizes fit 2 cores and 16 GB; the quick ones show the same in under three minutes. */
export interface Sizes {
  readonly name: "full" | "quick";
  readonly members: number;
  /** Deals of the lists, reads and writes. */
  readonly deals: number;
  /** Deals of the board. */
  readonly boardDeals: number;
  readonly importRows: number;
  readonly listeners: number;
  readonly liveSeconds: number;
  /** Seconds each side of a ratio is measured, in each of `rounds` rounds. */
  readonly seconds: number;
  readonly rounds: number;
}

export const FULL: Sizes = {
  name: "full",
  members: 10_000,
  deals: 1_000_000,
  boardDeals: 10_000_000,
  importRows: 100_000,
  listeners: 200,
  liveSeconds: 15,
  seconds: 2,
  rounds: 6,
};

export const QUICK: Sizes = {
  name: "quick",
  members: 1_000,
  deals: 50_000,
  boardDeals: 200_000,
  importRows: 5_000,
  listeners: 50,
  liveSeconds: 4,
  seconds: 0.5,
  rounds: 6,
};
