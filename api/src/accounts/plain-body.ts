import { forbiddenSign, plain } from '#prisma/content/text.ts';

/** What is compared or hashed as it came, and kept as no text. */
const secret = /password$/i;

function textsOf(value: unknown, name = ''): { name: string; text: string }[] {
  if (typeof value === 'string') return secret.test(name) ? [] : [{ name, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, key));
}

/**
 * A request to the sign-in library with its texts by the rule of the API (prisma/content/text.ts): one with a character that
 * no text may hold is answered here (400) with the field named, for the library would fail on it.
 * Bodies that are no JSON pass as they came; the library refuses them itself.
 */
export async function plainBody(request: Request): Promise<Request | Response> {
  if (request.method !== 'POST' || !/\bjson\b/i.test(request.headers.get('content-type') ?? '')) return request;
  const body = await request.text();
  const passed = new Request(request.url, { method: 'POST', headers: request.headers, body });
  let content: unknown;
  try {
    content = JSON.parse(body);
  } catch {
    return passed;
  }
  const wrong = textsOf(content).find(({ text }) => forbiddenSign(plain(text)) !== null);
  if (!wrong) return passed;
  return Response.json({ code: 'VALIDATION_ERROR', message: `[body.${wrong.name.slice(0, 40)}] holds a character that cannot be kept` }, { status: 400 });
}
