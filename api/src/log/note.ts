import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

// Signed notes (C2SP signed-note), checkpoints (C2SP tlog-checkpoint) and cosignatures (C2SP tlog-cosignature), with Ed25519.

/** Kinds of signatures by their byte in the specification. */
const TYPES = { NOTE: 1, COSIGNATURE: 4 } as const;
type SignatureType = keyof typeof TYPES;

export type Verifier = { name: string; type: SignatureType; id: Buffer; key: KeyObject; text: string };
export type Signer = { verifier: Verifier; key: KeyObject; text: string };
/** Something that is no key, note or checkpoint: the message says what is wrong, as the end of a sentence. */
export class NoteFault extends Error {}

// DER wrapping of raw Ed25519 keys (RFC 8410).
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const rawPublic = (key: KeyObject) => key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length);
const keyName = (name: string) => {
  if (name === '' || /[\s+\p{Cc}]/u.test(name)) throw new NoteFault(`"${name}" is no name of a key: it has no space and no plus`);
  return name;
};

function makeVerifier(name: string, type: SignatureType, raw: Buffer): Verifier {
  const material = Buffer.concat([Buffer.of(TYPES[type]), raw]);
  const id = createHash('sha256')
    .update(`${keyName(name)}\n`)
    .update(material)
    .digest()
    .subarray(0, 4);
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, raw]), format: 'der', type: 'spki' });
  return { name, type, id, key, text: `${name}+${id.toString('hex')}+${material.toString('base64')}` };
}
function makeSigner(name: string, type: SignatureType, seed: Buffer): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
  const verifier = makeVerifier(name, type, rawPublic(createPublicKey(key)));
  return { verifier, key, text: `PRIVATE+KEY+${name}+${verifier.id.toString('hex')}+${Buffer.concat([Buffer.of(TYPES[type]), seed]).toString('base64')}` };
}

/** Makes a key of this name. `text` is to be kept where only its owner can read it. */
export function newSigner(name: string, type: SignatureType): Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return makeSigner(name, type, privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PRIVATE.length));
}

function readKey(text: string): { name: string; type: SignatureType; raw: Buffer; id: string } {
  const [, name, id, data] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(data ?? '', 'base64');
  const type = (Object.keys(TYPES) as SignatureType[]).find((one) => TYPES[one] === bytes[0]);
  if (!name || !id || !type || bytes.length !== 33) throw new NoteFault('it is no Ed25519 key in the form name+id+base64');
  return { name, type, raw: bytes.subarray(1), id };
}
/**
 * Reads a public key as it is published ("name+id+base64").
 * @throws NoteFault
 */
export function readVerifier(text: string): Verifier {
  const { name, type, raw, id } = readKey(text);
  const verifier = makeVerifier(name, type, raw);
  if (verifier.id.toString('hex') !== id) throw new NoteFault('its id does not belong to it; it was copied wrongly');
  return verifier;
}
/**
 * Reads a private key ("PRIVATE+KEY+name+id+base64").
 * @throws NoteFault
 */
export function readSigner(text: string): Signer {
  if (!text.trim().startsWith('PRIVATE+KEY+')) throw new NoteFault('it does not begin with PRIVATE+KEY+');
  const { name, type, raw, id } = readKey(text.trim().slice('PRIVATE+KEY+'.length));
  const signer = makeSigner(name, type, raw);
  if (signer.verifier.id.toString('hex') !== id) throw new NoteFault('its id does not belong to it; it was copied wrongly');
  return signer;
}

/** A checkpoint: the log's name, how many entries it covers, and the root of the tree over them. */
export type Checkpoint = { origin: string; size: number; root: Buffer; text: string };
export const checkpointText = (origin: string, size: number, root: Buffer) => `${origin}\n${size}\n${root.toString('base64')}\n`;

const line = (name: string, bytes: Buffer) => `— ${name} ${bytes.toString('base64')}\n`;
const message = (text: string, time: bigint) => Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);

/** The signature line of a key under a text that ends with a line end; a cosignature says when, in whole seconds. */
export function signatureLine({ verifier, key }: Signer, text: string, at: Date): string {
  if (verifier.type === 'NOTE') return line(verifier.name, Buffer.concat([verifier.id, sign(null, Buffer.from(text), key)]));
  const time = BigInt(Math.floor(at.getTime() / 1000));
  const stamp = Buffer.alloc(8);
  stamp.writeBigUInt64BE(time);
  return line(verifier.name, Buffer.concat([verifier.id, stamp, sign(null, message(text, time), key)]));
}
export const signNote = (signer: Signer, text: string, at: Date) => `${text}\n${signatureLine(signer, text, at)}`;

const MAX_NOTE = 100_000;
/**
 * Reads a signed checkpoint and checks the signature of a key; lines of other keys are left aside.
 * @returns the checkpoint, and when a cosignature was made
 * @throws NoteFault that says what is wrong with it
 */
export function openCheckpoint(note: string, verifier: Verifier): Checkpoint & { at: Date | null } {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || note.length > MAX_NOTE || !note.endsWith('\n')) throw new NoteFault('it is no signed note');
  const text = note.slice(0, end + 1);
  const signatures = note
    .slice(end + 2, -1)
    .split('\n')
    .map((one) => /^— (\S+) ([A-Za-z0-9+/]+=*)$/.exec(one));
  if (signatures.some((one) => one === null)) throw new NoteFault('it is no signed note');
  let at: Date | null | undefined;
  for (const [, name, data] of signatures as RegExpExecArray[]) {
    const bytes = Buffer.from(data ?? '', 'base64');
    if (name !== verifier.name || !bytes.subarray(0, 4).equals(verifier.id)) continue;
    const time = verifier.type === 'COSIGNATURE' && bytes.length === 76 ? bytes.readBigUInt64BE(4) : null;
    const signed = time === null ? Buffer.from(text) : message(text, time);
    if ((verifier.type === 'COSIGNATURE' && time === null) || !verify(null, signed, verifier.key, bytes.subarray(time === null ? 4 : 12)))
      throw new NoteFault(`the signature of ${verifier.name} does not fit its text`);
    at = time === null ? null : new Date(Number(time) * 1000);
  }
  if (at === undefined) throw new NoteFault(`it has no signature of the key ${verifier.text}`);
  return { ...readCheckpoint(text), at };
}
/**
 * Reads the text of a checkpoint without checking any signature.
 * @throws NoteFault
 */
export function readCheckpoint(text: string): Checkpoint {
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n/.exec(text) ?? [];
  if (!origin || !size || !root) throw new NoteFault('its text is no checkpoint');
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), text };
}
