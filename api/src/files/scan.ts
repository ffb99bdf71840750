import { connect } from 'node:net';

/** How long the scanner may take for a file (milliseconds). */
const PATIENCE = 30_000;
const PART = 64 * 1024;

/** What a scanner said of some bytes: nothing wrong, the name of what it found, or why it cannot tell. */
export type Scan = { found: string | null };
/** The scanner is away, or cannot tell. */
export class ScannerSilent extends Error {}

/** What is wrong with the address of a scanner; null where nothing is. */
export function scannerFault(address: string): string | null {
  const url = URL.parse(address);
  const fits = url?.protocol === 'unix:' ? url.pathname.startsWith('/') : url?.protocol === 'tcp:' && url.hostname !== '' && url.port !== '';
  return fits ? null : 'write tcp://host:3310, or unix:/run/clamav/clamd.ctl';
}

const lengthOf = (part: Uint8Array) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(part.length);
  return length;
};

/**
 * Has clamd look at bytes (its command INSTREAM): ClamAV's own protocol over its socket, a few lines; no program is run.
 * @param address `tcp://host:port` or `unix:/path`
 * @throws ScannerSilent where it does not answer in time, or answers that it cannot look
 */
export function scan(address: string, bytes: Uint8Array): Promise<Scan> {
  const url = new URL(address);
  const socket = url.protocol === 'unix:' ? connect(url.pathname) : connect(Number(url.port), url.hostname.replace(/^\[|\]$/g, ''));
  return new Promise<Scan>((done, fail) => {
    let said = '';
    const silent = (why: string) => {
      socket.destroy();
      fail(new ScannerSilent(why));
    };
    socket.setTimeout(PATIENCE, () => silent('no answer in time'));
    socket.on('error', (error) => silent(error.message));
    socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')));
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += PART) {
        const part = bytes.subarray(at, at + PART);
        socket.write(lengthOf(part));
        socket.write(part);
      }
      socket.write(Buffer.alloc(4));
    });
    socket.on('close', () => {
      const answer = said.replace(/\0.*$/s, '').trim();
      if (/^stream: OK$/.test(answer)) return done({ found: null });
      const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
      if (found) return done({ found: found.slice(0, 120) });
      fail(new ScannerSilent(answer === '' ? 'it closed the connection' : answer.slice(0, 200)));
    });
  });
}
