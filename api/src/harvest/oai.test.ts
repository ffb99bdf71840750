import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { SaxesParser } from 'saxes';
import { describe, expect, it, test } from 'vitest';
import { countStatements, testApp, testLibrary } from '#test/ask.ts';

const { services, db } = await testLibrary();
const app = await testApp(services, { BASE_URL: 'http://localhost:3000' });
const run = promisify(execFile);

type Node = { name: string; attributes: Record<string, string>; text: string; children: Node[] };
/** Reads XML, namespaces and all, apart from what writes it; throws at what is not well-formed. */
function readXml(text: string): Node {
  const root: Node = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    const node = { name: local, attributes: Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value])), text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (more) => {
    const node = open.at(-1);
    if (node) node.text += more;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return root.children[0] as Node;
}
const all = (node: Node, name: string): Node[] => node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const textOf = (node: Node, name: string) => all(node, name)[0]?.text;

const ask = async (query: string) => {
  const response = await app.inject(`/oai?${query}`);
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-type']).toBe('text/xml; charset=utf-8');
  return readXml(response.body);
};
const codeOf = (answer: Node) => all(answer, 'error').map((error) => error.attributes['code'])[0];

/** A harvester: page after page until there is no token. */
async function harvest(query: string, verb = 'ListRecords') {
  const found: Node[] = [];
  const statements: number[] = [];
  let next = `verb=${verb}&${query}`;
  for (let pages = 0; pages < 50; pages++) {
    const counted = countStatements(services);
    const answer = await ask(next);
    statements.push(counted.stop().length);
    expect(codeOf(answer)).toBeUndefined();
    found.push(...all(answer, verb === 'ListRecords' ? 'record' : 'header'));
    const [token] = all(answer, 'resumptionToken');
    if (!token?.text) return { found, statements };
    next = `verb=${verb}&resumptionToken=${encodeURIComponent(token.text)}`;
  }
  throw new Error('The harvest has no end.');
}
const identifiers = (nodes: readonly Node[]) => nodes.map((node) => textOf(node, 'identifier') ?? '');

describe('a harvest', () => {
  test.each(['oai_dc', 'oai_datacite'])('of %s gives every public record once, a constant number of statements a page', async (prefix) => {
    const { rows } = await sql<{ id: string }>`SELECT id FROM record WHERE audience = 'PUBLIC' AND archived_at IS NULL`.execute(db);
    expect(rows.length).toBeGreaterThan(600);
    const { found, statements } = await harvest(`metadataPrefix=${prefix}`);
    expect(identifiers(found).sort()).toEqual(rows.map(({ id }) => `oai:localhost:${id}`).sort());
    expect(new Set(statements)).toEqual(new Set([1]));
    for (const record of found) expect(textOf(record, 'title')).not.toBe('');
  });

  it('of a set gives what is in it, by kind and by organization', async () => {
    const { rows } = await sql<{ kind: string; count: number }>`SELECT lower(kind::text) AS kind, count(*)::int AS count FROM record GROUP BY kind`.execute(db);
    for (const { kind, count } of rows) expect((await harvest(`metadataPrefix=oai_dc&set=kind:${kind}`, 'ListIdentifiers')).found, kind).toHaveLength(count);
    const { rows: own } = await sql<{ id: string }>`
      SELECT own.record_id AS id FROM record_owner own JOIN record o ON o.id = own.organization_id WHERE o.slug = 'wfp'`.execute(db);
    const { found } = await harvest('metadataPrefix=oai_dc&set=organization:wfp', 'ListIdentifiers');
    expect(own.length).toBeGreaterThan(0);
    expect(identifiers(found).sort()).toEqual(own.map(({ id }) => `oai:localhost:${id}`).sort());
    for (const header of found) expect(all(header, 'setSpec').map(({ text }) => text)).toContain('organization:wfp');
    const named = all(await ask('verb=ListSets'), 'setSpec').map(({ text }) => text);
    expect(named).toContain('kind:project');
    expect(named).toContain('organization:wfp');
  });

  it('tells of what was public and is no longer that it is gone, and nothing else', async () => {
    const { rows } = await sql<{ id: string; title: string }>`
      UPDATE record SET archived_at = now(), updated_at = now() WHERE kind = 'PROJECT' AND slug = 'building-blocks' RETURNING id, title`.execute(db);
    const { rows: closed } = await sql<{ id: string; title: string }>`
      UPDATE record SET audience = 'OWNERS', updated_at = now() WHERE kind = 'PROJECT' AND slug <> 'building-blocks' AND position < 3 RETURNING id, title`.execute(
      db,
    );
    const gone = [...rows, ...closed];
    expect(gone.length).toBeGreaterThan(1);
    const { found } = await harvest('metadataPrefix=oai_dc&set=kind:project');
    const deleted = found.filter((record) => all(record, 'header')[0]?.attributes['status'] === 'deleted');
    expect(identifiers(deleted).sort()).toEqual(gone.map(({ id }) => `oai:localhost:${id}`).sort());
    for (const record of deleted) expect(all(record, 'metadata')).toEqual([]);
    const body = (await app.inject('/oai?verb=ListRecords&metadataPrefix=oai_datacite&set=kind:project')).body;
    // Other records may name them; none has them as its title.
    for (const { title } of gone) expect(body).not.toContain(`>${title}</title>`);
    expect(identifiers((await harvest('metadataPrefix=oai_dc&set=organization:wfp', 'ListIdentifiers')).found)).toContain(`oai:localhost:${rows[0]?.id}`);
    // Since a moment before: these alone.
    const since = all(found.at(-1) as Node, 'datestamp')[0]?.text ?? '';
    expect(identifiers((await harvest(`metadataPrefix=oai_dc&from=${since}`, 'ListIdentifiers')).found).sort()).toEqual(
      gone.map(({ id }) => `oai:localhost:${id}`).sort(),
    );
    // When it was closed is told; what its owners do with it since is not, nor when.
    const [one] = closed;
    await sql`INSERT INTO revision (record_id, number, content, nonce, hash, previous, sequence, created_at)
      SELECT record_id, number + place, content || '{"audience": "OWNERS"}', nonce, hash, hash, sequence, day::timestamptz FROM revision, (VALUES (1, '2026-01-02'), (2, '2026-03-04')) closing (place, day)
      WHERE record_id = ${one?.id}::uuid AND number = 1`.execute(db);
    await sql`UPDATE record SET updated_at = now() WHERE id = ${one?.id}::uuid`.execute(db);
    const told = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:${one?.id}`);
    expect(textOf(told, 'datestamp')).toBe('2026-01-02T00:00:00Z');
    expect(identifiers((await harvest('metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-31', 'ListIdentifiers')).found)).toEqual([
      `oai:localhost:${one?.id}`,
    ]);
    // What nobody but its owners could ever read is not told of at all.
    await sql`UPDATE revision SET content = jsonb_set(content, '{audience}', '"OWNERS"') WHERE record_id = ${closed[0]?.id}::uuid`
      .execute(db)
      .catch(() => sql`ALTER TABLE revision DISABLE TRIGGER USER`.execute(db));
    await sql`UPDATE revision SET content = jsonb_set(content, '{audience}', '"OWNERS"') WHERE record_id = ${closed[0]?.id}::uuid`.execute(db);
    expect(identifiers((await harvest('metadataPrefix=oai_dc', 'ListIdentifiers')).found)).not.toContain(`oai:localhost:${closed[0]?.id}`);
    expect(codeOf(await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:${closed[0]?.id}`))).toBe('idDoesNotExist');
  });

  it('goes on where it was, also when something changes meanwhile', async () => {
    const first = await ask('verb=ListIdentifiers&metadataPrefix=oai_dc');
    const [changed] = identifiers(all(first, 'header'));
    await sql`UPDATE record SET updated_at = now() WHERE id = ${changed?.split(':').at(-1)}::uuid`.execute(db);
    const { found } = await harvest(`resumptionToken=${encodeURIComponent(textOf(first, 'resumptionToken') ?? '')}`, 'ListIdentifiers');
    expect(identifiers(found).at(-1)).toBe(changed);
  });
});

describe('a question', () => {
  it('is answered by each verb', async () => {
    const identify = await ask('verb=Identify');
    expect(textOf(identify, 'protocolVersion')).toBe('2.0');
    expect(textOf(identify, 'baseURL')).toBe('http://localhost:3000/oai');
    expect(textOf(identify, 'adminEmail')).toMatch(/^\S+@\S+$/);
    expect(textOf(identify, 'earliestDatestamp')).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
    const [header] = all(await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&set=kind:goal'), 'header');
    const identifier = textOf(header as Node, 'identifier');
    expect(all(await ask(`verb=ListMetadataFormats&identifier=${identifier}`), 'metadataPrefix').map(({ text }) => text)).toEqual(['oai_dc', 'oai_datacite']);
    const record = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`);
    expect(identifiers(all(record, 'record'))).toEqual([identifier]);
    expect(all(record, 'source').some(({ text }) => text.startsWith('JIU/REP/2020/7, '))).toBe(true);
    const posted = await app.inject({
      method: 'POST',
      url: '/oai',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'verb=Identify',
    });
    expect([posted.statusCode, textOf(readXml(posted.body), 'protocolVersion')]).toEqual([200, '2.0']);
    for (const payload of [`verb=GetRecord${'&a'.repeat(50_000)}`, `verb=${'x'.repeat(100_000)}`]) {
      const long = await app.inject({ method: 'POST', url: '/oai', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload });
      expect(long.statusCode).toBe(413);
    }
  });

  test.each([
    ['', 'badVerb'],
    ['verb=Harvest', 'badVerb'],
    ['verb=toString', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&set=kind:goal', 'badArgument'],
    ['verb=ListRecords', 'badArgument'],
    ['verb=GetRecord&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=yesterday', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-31', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=0000-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2025-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2020-01-01&until=2027-01-01T00:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=oai_dc&until=1990-01-01', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=kind:none', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=organization:none', 'noRecordsMatch'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=%3Cx%3E', 'noRecordsMatch'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:localhost:1', 'idDoesNotExist'],
    ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:elsewhere:00000000-0000-7000-8000-000000000000', 'idDoesNotExist'],
    ['verb=ListMetadataFormats&identifier=none', 'idDoesNotExist'],
    ['verb=ListSets&resumptionToken=x', 'badResumptionToken'],
    ['verb=ListRecords&resumptionToken=x', 'badResumptionToken'],
  ])('"%s" is %s', async (query, code) => {
    const answer = await ask(query);
    expect(codeOf(answer)).toBe(code);
    expect(textOf(answer, 'error')).not.toBe('');
    if (['badVerb', 'badArgument'].includes(code)) expect(all(answer, 'request')[0]?.attributes).toEqual({});
  });

  it('with a token that was changed by hand, or given for another verb, is badResumptionToken', async () => {
    const token = textOf(await ask('verb=ListRecords&metadataPrefix=oai_dc'), 'resumptionToken') ?? '';
    const [body = '', signature = ''] = token.split('.');
    const state = JSON.parse(Buffer.from(body, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...state, given: 0, id: '00000000-0000-7000-8000-000000000000' })).toString('base64url');
    for (const wrong of [`${forged}.${signature}`, `${body}.${signature.slice(0, -2)}AA`, `${body}.`, `${body}.${signature}=`, `${body}${signature}`, ''])
      expect(codeOf(await ask(`verb=ListRecords&resumptionToken=${encodeURIComponent(wrong)}`)), wrong).toBe('badResumptionToken');
    expect(codeOf(await ask(`verb=ListIdentifiers&resumptionToken=${token}`))).toBe('badResumptionToken');
    expect(codeOf(await ask(`verb=ListRecords&resumptionToken=${token}`))).toBeUndefined();
  });
});

/** A Python that has Sickle, a harvester that others wrote: that of SICKLE_PYTHON, else the one of the machine. */
const python = [process.env['SICKLE_PYTHON'] ?? '', 'python3'].find((one) => {
  try {
    execFileSync(one, ['-c', 'import sickle'], { stdio: 'ignore' });
    return one !== '';
  } catch {
    return false;
  }
});
it.skipIf(!python)(
  'is harvested by Sickle, deleted records and all (needs a Python with the package sickle; SICKLE_PYTHON names one)',
  { timeout: 60_000 },
  async () => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const address = app.server.address() as { port: number };
    const script = `
import sys
from sickle import Sickle
s = Sickle(sys.argv[1])
print(s.Identify().protocolVersion, len(list(s.ListSets())), len(list(s.ListMetadataFormats())))
print(len(list(s.ListRecords(metadataPrefix='oai_dc', ignore_deleted=True))), len(list(s.ListRecords(metadataPrefix='oai_datacite'))), len(list(s.ListIdentifiers(metadataPrefix='oai_dc'))))
`;
    const { stdout } = await run(python as string, ['-c', script, `http://127.0.0.1:${address.port}/oai`]);
    const [head, counts] = stdout.trim().split('\n');
    expect(head).toMatch(/^2\.0 \d+ 2$/);
    const { found } = await harvest('metadataPrefix=oai_dc', 'ListIdentifiers');
    const live = found.filter((header) => header.attributes['status'] !== 'deleted').length;
    expect(counts).toBe(`${live} ${found.length} ${found.length}`);
  },
);
