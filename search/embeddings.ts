import { z } from 'zod';

/** Where a service of embeddings answers, and how its models are called. */
export type EmbeddingsSettings = {
  /** The whole address of the endpoint. */
  url: string;
  key: string | null;
  /** For records. */
  model: string;
  /** For what people type; the same, unless the service tells the two apart by name. */
  queryModel: string;
};

/** The service does not answer as it should. `refused` where it is the text that it does not take. */
export class EmbeddingsFault extends Error {
  readonly refused: boolean;
  constructor(message: string, refused = false) {
    super(message);
    this.refused = refused;
  }
}

/** Of one answer, in bytes: 32 vectors of 3,072 numbers written out are about 2 MB. */
const ANSWER_MAX = 16_000_000;
/** Numbers of one vector; the largest models that are offered give 4,096. */
const NUMBERS_MAX = 8192;
const answers = z.object({ data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1).max(NUMBERS_MAX) })) });

/** The endpoint of an address: itself, or the usual path below a host or below `/v1`. */
export function endpointOf(address: string): string {
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/embeddings') ? path : path.endsWith('/v1') ? `${path}/embeddings` : `${path}/v1/embeddings`;
  return url.href;
}

/** A vector of length one, so that the cosine of two is the sum of their products. Zero where it has no direction. */
function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  return Float32Array.from(numbers, (each) => (length > 0 ? each / length : 0));
}

/** The text of an answer, no more of it than may be. */
async function readText(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > ANSWER_MAX) throw new EmbeddingsFault(`answers with more than ${ANSWER_MAX} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

/**
 * The vectors of some texts, in their order, each of length one.
 * @param timeout for the whole answer, in milliseconds
 * @throws EmbeddingsFault, whatever goes wrong
 */
export async function embed(
  { url, key }: Pick<EmbeddingsSettings, 'url' | 'key'>,
  model: string,
  texts: readonly string[],
  timeout: number,
): Promise<Float32Array[]> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      // Records and questions go to the address of the settings and nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new EmbeddingsFault(`answers ${response.status}`, [400, 413, 422].includes(response.status));
    }
    const { data } = answers.parse(JSON.parse(await readText(response)));
    const vectors = texts.map((_, index) => data.find((one) => one.index === index)?.embedding);
    if (vectors.some((one) => one === undefined || one.length !== vectors[0]?.length)) throw new EmbeddingsFault('does not answer with a vector for each text');
    return (vectors as number[][]).map(unit);
  } catch (error) {
    if (error instanceof EmbeddingsFault) throw error;
    if (error instanceof z.ZodError || error instanceof SyntaxError) throw new EmbeddingsFault('answers in another form');
    const { name, message, cause } = error as Error;
    throw new EmbeddingsFault(
      name === 'TimeoutError' ? `did not answer within ${timeout} ms` : `cannot be reached (${(cause as Error | undefined)?.message || message})`,
    );
  }
}
