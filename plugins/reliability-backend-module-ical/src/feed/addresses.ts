import dns from 'node:dns';
import { BlockList, isIP, LookupFunction } from 'node:net';

/** Networks that are not the public internet (IANA special-purpose registries), and those that lead into IPv4. */
const IPV4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

const IPV6: readonly [string, number][] = [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const blocked = new BlockList();
for (const [net, bits] of IPV4) blocked.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of IPV6) blocked.addSubnet(net, bits, 'ipv6');

/** The IPv4 address in one that NAT64 or a mapping wraps into IPv6; the URL parser writes them as numbers. */
function wrapped(address: string): string | undefined {
  const lower = address.toLowerCase();
  const rest = /^(?:::ffff:|64:ff9b::)(.+)$/.exec(lower)?.[1];
  if (!rest) return undefined;
  if (isIP(rest) === 4) return rest;
  const [high, low] = rest.padStart(5, '0:').split(':').slice(-2);
  const number = parseInt(high, 16) * 65_536 + parseInt(low, 16);
  return [24, 16, 8, 0].map(bits => (number >>> bits) & 255).join('.');
}

/** Whether an IP address is none of the public internet: our own host, a private network, a cloud's metadata. */
export function isPrivate(address: string): boolean {
  const inner = wrapped(address);
  if (inner !== undefined) return isPrivate(inner);
  const family = isIP(address);
  if (family === 0) return true;
  return blocked.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** A host has an address that must not be asked. */
export class PrivateAddress extends Error {}

/**
 * Looks a host up for a connection and refuses private addresses. It is asked when the connection is made, so
 * that a name cannot lead elsewhere after it was checked.
 *
 * @param resolve - the lookup to rely on
 */
export const publicLookup =
  (resolve: LookupFunction = dns.lookup): LookupFunction =>
  (hostname, options, callback) =>
    resolve(hostname, options, (error, address, family) => {
      const addresses = Array.isArray(address)
        ? address.map(each => each.address)
        : [address];
      if (!error && addresses.some(isPrivate)) {
        callback(new PrivateAddress(), '', 4);
        return;
      }
      callback(error, address, family);
    });
