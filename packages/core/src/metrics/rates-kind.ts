import { declareKind, type Kind } from "../model/kind.ts";
import type { Issue } from "../platform/refusal.ts";
import { type Rate, RatesBody } from "./rates.ts";

/** Exchange rates as definitions: who entered which rate when is kept like any other decision. */
export const ratesKind: Kind<RatesBody> = declareKind<RatesBody>({
  kind: "rates",
  schema: RatesBody,
  references: () => [],
  check: checkRates,
  checkChange: checkFrozen,
});

function checkRates({ to, rates }: RatesBody): Issue[] {
  const seen = new Set<string>();
  return rates.flatMap((rate, index): Issue[] => {
    const path = ["rates", index];
    const name = nameOf(rate);
    const twice = seen.has(name);
    seen.add(name);
    return [
      ...(rate.currency === to ? [{ code: "rate_own_currency", params: { currency: to }, path }] : []),
      ...(twice ? [{ code: "rate_twice", params: { currency: rate.currency, from: rate.from }, path }] : []),
    ];
  });
}

/**
 * What is published stays: neither changed nor taken away, and nothing is put in before it. A currency that is new
 * may begin on any day.
 *
 * @source SPEC.md CV-6
 */
function checkFrozen(before: RatesBody, after: RatesBody): Issue[] {
  const kept = new Map(after.rates.map((rate) => [nameOf(rate), rate.rate]));
  const known = new Map(before.rates.map((rate) => [nameOf(rate), rate]));
  const last = new Map<string, string>();
  for (const { currency, from } of before.rates) if (from > (last.get(currency) ?? "")) last.set(currency, from);
  const moved =
    before.to === after.to ? [] : [{ code: "rate_frozen", params: { currency: before.to, from: "" }, path: ["to"] }];
  const changed = before.rates.filter((rate) => kept.get(nameOf(rate)) !== rate.rate);
  const late = after.rates.filter((rate) => !known.has(nameOf(rate)) && rate.from <= (last.get(rate.currency) ?? ""));
  return [
    ...moved,
    ...[...changed, ...late].map(({ currency, from }) => ({
      code: "rate_frozen",
      params: { currency, from },
      path: ["rates"],
    })),
  ];
}

function nameOf({ currency, from }: Rate): string {
  return `${currency} ${from}`;
}
