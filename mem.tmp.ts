import { startEmbedded } from '/work/main/prisma/embedded.ts';
import { connect } from '/work/main/prisma/database.ts';
import { migrate } from '/work/main/prisma/migrate.ts';
import { Facets } from '/work/main/api/src/records/facets.ts';
import { SourceNames } from '/work/main/api/src/sources/names.ts';
import '/work/main/api/src/schema.ts';
import Fastify from '/work/main/node_modules/fastify/fastify.js';
import { addExports } from '/work/main/api/src/export/routes.ts';
const s = await startEmbedded('/tmp/tbx/pg');
try {
  const c = connect(s.url, { max: 3 }); await migrate(c.pool);
  const n = (await c.pool.query("select count(*)::int n from record where kind='PROJECT'")).rows[0].n;
  if (n < 100000) {
    const cl = await c.pool.connect(); await cl.query("set search.later='on'");
    await cl.query(`INSERT INTO record (kind, slug, position, title, sort_title, content, hash)
    SELECT 'PROJECT', 'made-'||i, i, 'Made project '||i, 'made project '||lpad(i::text,8,'0'), jsonb_build_object('alsoKnownAs','[]'::jsonb,'origin','CONTRIBUTED','summary',jsonb_build_object('text',repeat('A sentence about a project that somebody made '||i||'. ',4),'cite',jsonb_build_array(jsonb_build_object('source','jiu-rep-2020-7','place','para '||(1+i%300))),'certainty','STATED'),'uses','["SUPPLY_CHAIN"]'::jsonb,'owners','["WFP","FAO"]'::jsonb,'scope','COUNTRIES','countries','[{"code":"JO"},{"code":"KE"}]'::jsonb,'stages','[{"stage":"PILOT","date":"2019","text":"x"}]'::jsonb,'ledger','{"platforms":[{"name":"Ethereum"}],"access":{"value":"PUBLIC"}}'::jsonb,'participants','[]'::jsonb,'engagements','[]'::jsonb,'figures','[{"label":"People reached","value":"1,000","number":1000}]'::jsonb,'statements',(SELECT jsonb_agg(jsonb_build_object('section',s,'text',repeat('Words of section '||s||'. ',6),'cite','[{"source":"jiu-rep-2020-7","place":"Annex I"}]'::jsonb)) FROM unnest(ARRAY['WHAT_IT_DOES','WHAT_IT_ACHIEVED','HOW_IT_IS_PAID','CODE']) s),'goals','[]'::jsonb), md5(i::text)
    FROM generate_series(1,100000) i`); cl.release();
    await c.pool.query('analyze record');
  }
  const app = Fastify(); const services = { db: c.db, facets: new Facets(c.db), sources: new SourceNames(c.db) } as never;
  addExports(app, services, { baseUrl: 'http://localhost' });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  for (const f of ['csv', 'json', 'xlsx']) {
    (globalThis as any).gc?.(); const base = process.memoryUsage().rss; let peak = base, lag = 0, last = performance.now();
    const iv = setInterval(() => { const t = performance.now(); lag = Math.max(lag, t - last - 10); last = t; peak = Math.max(peak, process.memoryUsage().rss); }, 10);
    const t = performance.now(); const r = await fetch(`${url}/projects.${f}`); const ttfb = performance.now() - t; let bytes = 0; for await (const p of r.body as any) bytes += p.length;
    clearInterval(iv);
    console.log(f, r.status, { MB: (bytes / 1e6).toFixed(1), s: ((performance.now() - t) / 1000).toFixed(1), firstHeaders: Math.round(ttfb), rssBefore: Math.round(base / 1e6), rssPeak: Math.round(peak / 1e6), longestBlockMs: Math.round(lag) });
  }
  await app.close(); await c.close();
} finally { await s.stop(); }
