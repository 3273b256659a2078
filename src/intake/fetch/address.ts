/** Which addresses of the network a program may be sent to by what it reads. */
import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Thrown where a name or an address leads into a private network, to this machine, or nowhere. */
export class Refused extends Error {
  constructor(readonly address: string) {
    super(`${address} is no public address`);
  }
}

/**
 * Whether an IP address is one of the public network: not private, loopback, link-local, shared, reserved, multicast, nor
 * an IPv6 form that carries such an IPv4 address within (mapped, 6to4, NAT64, Teredo).
 */
export function isPublic(given: string): boolean {
  if (!ipaddr.isValid(given)) return false;
  const address = ipaddr.parse(given);
  if (address.kind() === 'ipv4') return address.range() === 'unicast';
  const six = address as ipaddr.IPv6;
  // Whatever wraps an IPv4 address is judged by that; tunnels, whose other end is not known, are refused.
  if (six.isIPv4MappedAddress()) return isPublic(six.toIPv4Address().toString());
  const range = six.range();
  if (range === 'rfc6052') return isPublic(six.toByteArray().slice(12).join('.'));
  return range === 'unicast';
}

/** The host of an address as it stands in brackets or not. */
const bare = (host: string): string => host.replace(/^\[|\]$/g, '');

/** Throws Refused where a host is written as an IP address that is not public. Names are judged when they are looked up; `allowed` are trusted all the same. */
export function checkHost(host: string, allowed: readonly string[] = []): void {
  const plain = bare(host);
  if (isIP(plain) !== 0 && !isPublic(plain) && !allowed.includes(plain)) throw new Refused(plain);
}

type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

const system: Resolve = (host) => new Promise((resolve, reject) => lookup(host, { all: true, verbatim: true }, (error, found) => (error ? reject(error) : resolve(found))));

/**
 * A lookup for sockets that gives public addresses only. A socket connects to what this very lookup gave, so that a name
 * that is public when it is checked and private when it is used gains nothing.
 */
export function guardedLookup(resolve: Resolve = system, allowed: readonly string[] = []): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then((found) => {
      const wanted = found.filter(({ family }) => !options.family || options.family === family || options.family === `IPv${family}`), open = wanted.filter(({ address }) => isPublic(address) || allowed.includes(address));
      if (open.length === 0) callback(new Refused(wanted[0]?.address ?? host), '', 0);
      else if (options.all) callback(null, [...open]);
      else callback(null, (open[0] as LookupAddress).address, (open[0] as LookupAddress).family);
    }, (error: NodeJS.ErrnoException) => callback(error, '', 0));
  };
}
