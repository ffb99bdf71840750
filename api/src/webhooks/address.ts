import ipaddr from 'ipaddr.js';
import { type FieldFault, fault } from '#i18n/fault.ts';

/** So long an address may be. */
const ADDRESS_MAX = 500;
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

/** Where events are sent; `named` where the settings name its host, which then may be anywhere. */
export type Target = { url: URL; named: boolean };

/**
 * Reads the address of a webhook.
 * @param hosts the origins that the settings name, such as http://127.0.0.1:4100
 * @returns what is wrong with it, where it is none
 */
export function readTarget(text: string, hosts: readonly string[]): Target | FieldFault {
  const url = text.length <= ADDRESS_MAX && !/[\s\\]/.test(text) ? URL.parse(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return text === '' ? fault('address', 'MISSING') : fault('address', 'WEBHOOK_ADDRESS', { max: ADDRESS_MAX });
  if (url.username !== '' || url.password !== '' || url.hash !== '') return fault('address', 'WEBHOOK_PARTS');
  if (hosts.includes(url.origin)) return { url, named: true };
  if (url.protocol !== 'https:' || (url.port !== '' && Number(url.port) < 1024)) return fault('address', 'WEBHOOK_HTTPS');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const literal = ipaddr.isValid(host);
  if (literal ? !isPublicAddress(host) : !host.replace(/\.$/, '').includes('.')) return fault('address', 'WEBHOOK_PUBLIC');
  return { url, named: false };
}
