import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { why } from '#i18n/fault.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { mayUpload } from '../contributions/policy.ts';
import { canAdminister } from '../accounts/policy.ts';
import type { User } from '../accounts/user.ts';
import { canScreen } from '../screening/policy.ts';
import { FILE_MAX } from '../file-size.ts';
import { fault } from '../faults.ts';
import { BODY_LEVELS, LEVELS, nestsDeeper } from '../nesting.ts';

const KIB = 1024;
/** What a body may hold, in bytes, and how long it may take to arrive, in milliseconds. */
export const bodies = {
  /** Of somebody we do not know, to the API and the account forms. */
  stranger: 100 * KIB,
  /** A form of a page from somebody we do not know: what was typed before a session ended is shown again. */
  form: 256 * KIB,
  person: 1024 * KIB,
  /** A form with files; each file may have FILE_MAX, and what is more is cut and then refused in words. */
  upload: 4 * FILE_MAX + 1024 * KIB,
  parts: 1000,
  /** Of one form; those beyond are not kept, and the form says so beside its fields. */
  files: 20,
  /** Forms with files that are read at the same time: of people we know, and of all others, who take no place of theirs. */
  atOnce: 8,
  strangersAtOnce: 4,
  /** How long a form with files may send nothing at all, in milliseconds. */
  silence: 10_000,
};
export type BodyTimes = { small: number; upload: number };

/**
 * Bytes in all, of text in fields, and milliseconds; whether files are kept, and whether one that is too large goes on cut:
 * to where its size is refused beside the fields, so that these are not lost. `refusal` says beside the fields why none was kept.
 */
type Rule = { max: number; time: number; text: number; files: boolean; cut: boolean; refusal?: 'FILE_ROLE' | 'FILE_SIGNED_OUT'; stranger?: boolean };
declare module 'fastify' {
  interface FastifyRequest {
    /** What this request may send, known before any of it is read. */
    bodyRule: Rule | null;
  }
}

const isMultipart = (request: FastifyRequest) => /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');
const isJson = (request: FastifyRequest) => /\bjson\b/i.test(request.headers['content-type'] ?? '');
const hasBody = (request: FastifyRequest) =>
  request.method !== 'GET' &&
  request.method !== 'HEAD' &&
  (request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0);

/** Reads a body into memory. @throws Fault 413 beyond `max` bytes, 408 when it takes longer than `time` milliseconds */
function readBytes(payload: Readable, { max, time }: Rule): Promise<Buffer> {
  return new Promise((done, fail) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const end = (error: Error | null) => {
      clearTimeout(timer);
      payload.off('data', take).off('end', finish).off('error', broken).off('close', broken);
      if (!error) return done(Buffer.concat(pieces, length));
      pieces.length = 0;
      payload.pause();
      fail(error);
    };
    const timer = setTimeout(() => end(fault(408)), time);
    const take = (piece: Buffer) => {
      length += piece.length;
      if (length > max) return end(fault(413));
      pieces.push(piece);
    };
    const finish = () => end(null);
    const broken = () => end(fault(400));
    payload.on('data', take).on('end', finish).on('error', broken).on('close', broken);
  });
}

/**
 * Reads a form with files. Of a person who may not upload, and of files beyond the most at once, the fields are kept and the
 * files thrown away as they arrive; where the page tells of it (`cut`), their names and why stand beside the fields.
 * @throws Fault 413 where it has more bytes, parts or text than the rule allows; 408 when it takes too long; 400 when it is broken
 */
function readForm(payload: Readable, contentType: string, rule: Rule): Promise<FormData> {
  return new Promise((done, fail) => {
    const form = new FormData();
    let parser: InstanceType<typeof Busboy>;
    try {
      parser = new Busboy({
        headers: { 'content-type': contentType },
        limits: {
          fieldNameSize: 200,
          fieldSize: rule.text,
          fields: bodies.parts,
          // Those beyond bodies.files are named too, and thrown away as they arrive.
          files: bodies.parts,
          parts: bodies.parts,
          fileSize: FILE_MAX + 1,
          headerPairs: 20,
          headerSize: 8 * KIB,
        },
      });
    } catch {
      return fail(fault(400));
    }
    let length = 0;
    let text = 0;
    let files = 0;
    let ended = false;
    const end = (error: Error | null) => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      clearTimeout(silence);
      payload.off('data', take).off('end', finish).off('error', broken).off('close', broken);
      if (!error) return done(form);
      payload.pause();
      // What it still holds goes with it; it may complain of that.
      parser.removeAllListeners();
      parser.on('error', () => {});
      parser.destroy();
      fail(error);
    };
    const timer = setTimeout(() => end(fault(408)), rule.time);
    const silence = setTimeout(() => end(fault(408)), Math.min(bodies.silence, rule.time));
    const take = (piece: Buffer) => {
      silence.refresh();
      length += piece.length;
      if (length > rule.max) end(fault(413));
      else if (!parser.write(piece)) {
        payload.pause();
        parser.once('drain', () => ended || payload.resume());
      }
    };
    const finish = () => {
      // All has arrived; that the connection closes before it is parsed is no matter.
      payload.off('close', broken);
      parser.end();
    };
    const broken = () => end(fault(400));
    parser.on('field', (name: string | undefined, value: string, nameCut: boolean, valueCut: boolean) => {
      if (name === undefined) return;
      text += name.length + value.length;
      if (nameCut || valueCut || text > rule.text) return end(fault(413));
      form.append(name, value);
    });
    parser.on('file', (name: string | undefined, stream: Readable, filename: string | undefined, _encoding: string, type: string) => {
      const pieces: Buffer[] = [];
      if (filename) files++;
      text += filename?.length ?? 0;
      if (text > rule.text) return end(fault(413));
      const beyond = files > bodies.files && filename;
      if (beyond && !rule.cut) {
        stream.resume();
        return end(fault(413, { why: why('FILES_MANY', { max: bodies.files }) }));
      }
      const kept = rule.files && !beyond;
      const refusal = rule.refusal ? why(rule.refusal) : beyond ? why('FILE_COUNT', { max: bodies.files }) : null;
      stream.on('data', (piece: Buffer) => {
        if (kept) pieces.push(piece);
      });
      stream.on('error', broken);
      stream.on('limit', () => {
        if (kept && !rule.cut) end(fault(413, { why: why('FILE_TOO_LARGE', { megabytes: FILE_MAX / KIB / KIB }) }));
      });
      stream.on('end', () => {
        if (name === undefined) return;
        // Without a name nothing was chosen: an empty field, as when a form is written anew.
        if (!filename) form.append(name, '');
        else if (kept) form.append(name, new File(pieces as Buffer<ArrayBuffer>[], filename, { type }));
        else if (refusal) {
          form.append(`${name}.refused`, JSON.stringify(refusal));
          form.append(`${name}.refused.name`, filename);
        }
      });
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit']) parser.on(limit as 'partsLimit', () => end(fault(413)));
    parser.on('error', broken);
    parser.on('finish', () => end(null));
    payload.on('data', take).on('end', finish).on('error', broken).on('close', broken);
  });
}

/**
 * Bodies are read only after it is known who sends them: what somebody may send is decided from the headers, and what is more
 * is refused before it is read. Reads the session only where the size matters.
 * @param userFor who sends a request
 * @param withFiles whether the form of a page keeps its files (files/upload.ts)
 */
export function addBodies(
  app: FastifyInstance,
  { userFor, withFiles, times }: { userFor: (request: FastifyRequest) => Promise<User | null>; withFiles: (path: string) => boolean; times: BodyTimes },
): void {
  const reading = { stranger: 0, person: 0 };
  app.decorateRequest('bodyRule', null);
  app.addHook('onRequest', async (request) => {
    if (!hasBody(request)) return;
    // What is counted is what arrives: nothing is unpacked.
    if (!/^(identity)?$/i.test(request.headers['content-encoding']?.trim() ?? '')) throw fault(415, { why: why('BODY_PACKED') });
    const path = request.url.split('?')[0] ?? '/';
    const said = request.headers['transfer-encoding'] === undefined ? Number(request.headers['content-length']) : Number.POSITIVE_INFINITY;
    const rule = await ruleFor(path, said, request);
    if (Number.isFinite(said) && said > rule.max) throw fault(413);
    request.bodyRule = rule;
  });

  async function ruleFor(path: string, said: number, request: FastifyRequest): Promise<Rule> {
    const small = (max: number): Rule => ({ max, time: times.small, text: max, files: false, cut: false });
    if (path === '/files') {
      const user = await userFor(request);
      if (!user) throw fault(401);
      if (!mayUpload(user)) throw fault(403, { why: why('ONLY_UPLOADERS') });
      return { max: FILE_MAX + 100 * KIB, time: times.upload, text: bodies.stranger, files: true, cut: true };
    }
    const account = /^\/(auth|account)\//.test(path);
    const form = path !== '/graphql' && !account;
    const least = form ? bodies.form : bodies.stranger;
    // A form with a file is a person's; whoever sends a short one need not be known to be refused cheaply.
    if (account || (said <= least && !(form && isMultipart(request)))) return small(least);
    const user = await userFor(request);
    if (form && isMultipart(request)) {
      const files =
        user !== null && (mayUpload(user) || (path === '/screening' && canScreen(user)) || (path === '/uptake/reports/load' && canAdminister(user)));
      return {
        max: files ? bodies.upload : FILE_MAX + bodies.person,
        time: times.upload,
        text: user ? bodies.person : bodies.form,
        stranger: user === null,
        files,
        cut: withFiles(path),
        ...(files ? {} : { refusal: user ? 'FILE_ROLE' : 'FILE_SIGNED_OUT' }),
      };
    }
    return small(user ? bodies.person : least);
  }

  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', async (request: FastifyRequest, payload: Readable) => {
    const rule = request.bodyRule ?? { max: bodies.stranger, time: times.small, text: bodies.stranger, files: false, cut: false };
    const path = request.url.split('?')[0] ?? '/';
    if (!isMultipart(request) || /^\/(graphql|auth|account)(\/|$)/.test(path)) {
      const bytes = await readBytes(payload, rule);
      if (isJson(request) && nestsDeeper(bytes, BODY_LEVELS)) throw fault(400, { why: why('NESTED', { max: LEVELS }) });
      return bytes;
    }
    const who = rule.stranger ? 'stranger' : 'person';
    if (reading[who] >= (rule.stranger ? bodies.strangersAtOnce : bodies.atOnce)) throw fault(503, { retryAfter: 5 });
    reading[who]++;
    try {
      return await readForm(payload, request.headers['content-type'] ?? '', rule);
    } finally {
      reading[who]--;
    }
  });
}
