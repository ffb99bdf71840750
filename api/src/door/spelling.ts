/**
 * Where an address that is written with capitals leads: the same in small letters, if that is a page (of this reader), or
 * the file of one.
 * @param page answers a request for a page
 * @returns null for every other address
 */
export async function otherCase(request: Request, page: (request: Request) => Promise<Response>): Promise<string | null> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  const url = new URL(request.url);
  // Escapes are written with either kind of letter.
  const small = url.pathname.replace(/%[0-9a-f]{2}|[A-Z]+/gi, (part) => (part.startsWith('%') ? part : part.toLowerCase()));
  if (small === url.pathname) return null;
  const of = small.replace(/\.(csv|xlsx|json|docx|atom|ics)$/, '');
  const { status } = await page(new Request(new URL(of, url), { headers: request.headers }));
  return status < 400 ? `${small}${url.search}` : null;
}
