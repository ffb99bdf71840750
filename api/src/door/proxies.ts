import { BlockList, isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { clientNetwork } from '#prisma/audit.ts';

/** Whose X-Forwarded-For is believed: nobody's, that of so many hops before us, or that of the named addresses and networks. */
export type Trusted = false | number | string[];

const named: Record<string, string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};
const isNetwork = (text: string) => {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  return family !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)));
};

/**
 * The setting TRUSTED_PROXIES: a number of hops (1: the one proxy before us), or addresses and networks separated by commas
 * (`10.0.0.5, 10.1.0.0/16`; `loopback`, `linklocal` and `uniquelocal` name the networks of these kinds). Empty or 0: none.
 * @returns a string that says what is wrong where it cannot be read
 */
export function readTrusted(text: string | undefined): { trusted: Trusted } | { fault: string } {
  const parts = (text ?? '').split(',').map((one) => one.trim());
  const given = parts.filter(Boolean);
  if (given.length === 0) return { trusted: false };
  if (given.length === 1 && /^\d+$/.test(given[0] ?? '')) {
    const hops = Number(given[0]);
    return hops > 10 ? { fault: 'write how many proxies stand before this server (at most 10)' } : { trusted: hops === 0 ? false : hops };
  }
  const wrong = given.filter((one) => !(one in named) && !isNetwork(one));
  return wrong.length > 0
    ? { fault: `${wrong.join(', ')} is no address; write a number of hops, or addresses and networks separated by commas, such as 10.0.0.5, 10.1.0.0/16` }
    : { trusted: given };
}

/**
 * Whose word on where a request came from is taken, for Fastify: asked of each address from the connection (hop 0) outwards.
 * Of hops alone Fastify itself trusts nobody, since anybody who reaches this server directly counts as the first; that only the
 * proxy reaches it is for whoever writes a number.
 */
export function trustOf(trusted: Trusted): false | ((address: string, hop: number) => boolean) {
  if (trusted === false) return false;
  const listed = proxiesOf(trusted);
  return typeof trusted === 'number' ? (_address, hop) => hop < trusted : (address) => listed(address);
}

/** Whether a connection comes from a proxy that is trusted; of a number of hops the next one always is. */
export function proxiesOf(trusted: Trusted): (address: string) => boolean {
  if (!Array.isArray(trusted)) return () => trusted !== false;
  const list = new BlockList();
  for (const network of trusted.flatMap((one) => named[one] ?? [one])) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = address.replace(/^::ffff:/i, '');
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}

/**
 * Headers that browsers, curl and programs of one's own send. Whatever stands between them and this server adds others, under
 * more names than anybody knows: so it is these that are listed.
 */
const direct = new RegExp(
  `^(${[
    'host|connection|keep-alive|user-agent|accept|accept-(encoding|language|charset|datetime)|cookie|origin|referer|content-(type|length|encoding|language)',
    'transfer-encoding|te|expect|range|if-(match|none-match|modified-since|unmodified-since|range)|cache-control|pragma|upgrade-insecure-requests|authorization',
    'mcp-.+|sec-.+|dnt|priority|purpose|save-data|device-memory|downlink|dpr|ect|rtt|viewport-width|width|x-requested-with',
  ].join('|')})$`,
);
/** Whether the request came through a proxy, whoever it is: whether it has a header that no browser and no curl sends. */
export const isForwarded = (request: Pick<FastifyRequest, 'headers'>): boolean => Object.keys(request.headers).some((name) => !direct.test(name));

/**
 * The address of who asks: what trusted proxies say, or the other end of the connection where that is none. Of IPv6 the first
 * 64 bits, which one household or machine has to itself: whatever is counted or kept by address takes all of them for one.
 */
export function clientOf(request: Pick<FastifyRequest, 'ip' | 'socket'>): string {
  const said = request.ip ?? '';
  // Some proxies write the port too: 203.0.113.9:4711, [2001:db8::1]:4711.
  for (const one of [said, said.replace(/^\[([^\]]+)\](:\d+)?$/, '$1'), said.replace(/^([\d.]+):\d+$/, '$1')]) if (isIP(one) !== 0) return clientNetwork(one);
  return clientNetwork(request.socket.remoteAddress ?? '');
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/^::ffff:/i, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}
/** Whether a host, with or without a port, is this machine by its own name: `localhost`, 127.0.0.1, [::1]. A name that somebody's DNS answers never is. */
export function isLocalHost(host: string | undefined): boolean {
  const name = /^(\[[0-9a-f:.]+\]|[^:]*)(:\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase();
  return name === 'localhost' || (name !== undefined && isLoopback(name));
}
