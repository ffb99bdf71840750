import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { askAs } from '../ask.ts';
import { fault } from '../faults.ts';
import type { Yoga } from '../yoga.ts';
import { drawn, framed, STYLE } from './draw.ts';
import { figureOf } from './figure.ts';

const style = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
/** Nothing but what stands in it; any site may frame it, for it holds what everybody may see and nothing that acts. */
const policy = `default-src 'none'; style-src ${style}; base-uri 'none'; form-action 'none'; frame-ancestors *`;

/**
 * `/embed/<figure>.svg` and `/embed/<figure>`: figures for pages of others, as picture and for a frame. Read as by nobody in
 * particular, whoever asks. The only answers of the library that others may frame.
 */
export function addEmbeds(app: FastifyInstance, yoga: Yoga, { baseUrl }: { baseUrl: string }): void {
  app.get('/embed/:figure', async (request, reply) => {
    delete request.headers.cookie;
    const { figure: asked } = request.params as { figure: string };
    const picture = asked.endsWith('.svg');
    const query = new URL(request.url, 'http://localhost').searchParams;
    const figure = await figureOf(askAs(yoga, request, baseUrl), asked.replace(/\.svg$/, ''), query);
    if (!figure) throw fault(404);
    const address = new URL(figure.page, baseUrl).href;
    reply.removeHeader('x-frame-options');
    return reply
      .headers({ 'content-security-policy': policy, 'cache-control': 'public, max-age=300' })
      .type(picture ? 'image/svg+xml; charset=utf-8' : 'text/html; charset=utf-8')
      .send(picture ? `<?xml version="1.0" encoding="UTF-8"?>\n${drawn(figure, address)}` : framed(figure, address));
  });
}
