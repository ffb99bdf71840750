import ipaddr from 'ipaddr.js';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { isPublicAddress } from '../outgoing/public-address.ts';

/** So long an address may be. */
const ADDRESS_MAX = 500;
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
