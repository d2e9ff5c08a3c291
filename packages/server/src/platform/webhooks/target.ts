import { type LookupAddress, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { Refusal } from "@dabiao/core/platform/refusal.ts";

/**
 * Addresses inside the installation's own network, which a webhook could otherwise be made to call.
 * @source IANA IPv4 and IPv6 special-purpose address registries
 */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  PRIVATE.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  PRIVATE.addSubnet(network, prefix, "ipv6");
}

export function isPrivate(address: string): boolean {
  const family = isIP(address);
  return family === 0 || PRIVATE.check(address, family === 4 ? "ipv4" : "ipv6");
}

/**
 * Refuses an address that can be seen to be wrong at once: not http(s), with a password in it, or a private number.
 * Names are judged when they are looked up, at every delivery.
 *
 * @throws Refusal `webhook_target`
 */
export function refuseTarget(url: string, allowPrivate: boolean): void {
  const { protocol, hostname, username, password } = new URL(url);
  const bare = hostname.replace(/^\[|\]$/g, "");
  const isOpen = allowPrivate || (bare !== "localhost" && !(isIP(bare) && isPrivate(bare)));
  if (!isOpen || username || password || !/^https?:$/.test(protocol)) {
    throw new Refusal("webhook_target", { host: hostname }, ["body", "url"]);
  }
}

/** A name's addresses for the connection itself, so that no second look-up can give another answer than the one judged. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, "");
    const open = addresses.filter(({ address }) => !isPrivate(address));
    const [first] = open;
    if (!first) return callback(new Error(`${hostname} is an address of a private network`), "");
    if (options.all) return (callback as unknown as (error: null, all: LookupAddress[]) => void)(null, open);
    return callback(null, first.address, first.family);
  });
};
