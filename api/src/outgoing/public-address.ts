import ipaddr from 'ipaddr.js';

const global6 = ipaddr.parseCIDR('2000::/3');

/**
 * Whether a network address is one that anybody on the internet can have: none of this machine, a private network, a link, a provider's
 * own, a group, or one that stands for an address of the older kind (mapped, 6to4, Teredo, NAT64), whatever it then stands for.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  return read.range() === 'unicast' && (read.kind() === 'ipv4' || read.match(global6));
}
