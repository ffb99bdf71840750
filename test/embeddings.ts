import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

const NUMBERS = 512;

/**
 * Hashed three-letter pieces of words: honest vectors of spelling, not of meaning. Texts that share pieces of words are
 * close, so the whole way can be tested without a model; how well meaning is found, it cannot say.
 */
function spellingVector(text: string): number[] {
  const vector = Array.from({ length: NUMBERS }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    for (let at = 0; at < word.length; at++) {
      let hash = 7;
      for (const sign of ` ${word} `.slice(at, at + 3)) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) >>> 0;
      vector[hash % NUMBERS] = (vector[hash % NUMBERS] ?? 0) + 1;
    }
  // A piece that stands often says little more than one that stands once.
  return vector.map(Math.sqrt);
}

type EmbeddingsRequest = { model: string; input: string[]; authorization: string | undefined };

/** What it answers: vectors, nothing at all, another form, a status, or vectors but for texts with a word, which it refuses. */
export type Mode = 'VECTORS' | 'SILENCE' | 'NONSENSE' | 'BROKEN' | { refuses: string };

/** A real HTTP server that serves embeddings in the OpenAI form, and can be told to fail or be killed. */
export async function embeddingsServer() {
  const requests: EmbeddingsRequest[] = [];
  const state: { mode: Mode } = { mode: 'VECTORS' };
  const server: Server = createServer(async (request: IncomingMessage, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { model, input } = JSON.parse(Buffer.concat(pieces).toString()) as { model: string; input: string[] };
    requests.push({ model, input, authorization: request.headers.authorization });
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    const { mode } = state;
    if (mode === 'SILENCE') return;
    if (mode === 'BROKEN' || request.url !== '/v1/embeddings') return answer(mode === 'BROKEN' ? 500 : 404, { error: { message: 'no' } });
    if (mode === 'NONSENSE') return answer(200, { data: [{ index: 0, embedding: ['a'] }] });
    if (typeof mode === 'object' && input.some((text) => text.includes(mode.refuses))) return answer(400, { error: { message: 'input' } });
    // In another order than asked: the index tells them apart.
    const data = input.map((text, index) => ({ object: 'embedding', index, embedding: spellingVector(text) })).toReversed();
    answer(200, { object: 'list', model, data, usage: { prompt_tokens: 0, total_tokens: 0 } });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const kill = async () => {
    server.closeAllConnections();
    await new Promise<void>((done) => server.close(() => done()));
  };
  afterAll(kill);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, kill, set: (mode: Mode) => Object.assign(state, { mode }) };
}
