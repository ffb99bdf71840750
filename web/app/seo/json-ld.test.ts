import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { addressOf } from '#prisma/content/kinds.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { schemaFaults } from '#test/schema-org.ts';
import { testSite } from '#test/visit.ts';

const { db, visit } = await testSite();

/** Of each kind, and of each topic of reference, the record with most links and the one with fewest. */
const { rows: records } = await sql<{ kind: RecordKind; slug: string }>`
  SELECT kind, slug FROM (
    SELECT r.kind, r.slug, row_number() OVER (PARTITION BY r.kind, r.content->>'topic' ORDER BY l.links DESC, r.id) AS most,
      row_number() OVER (PARTITION BY r.kind, r.content->>'topic' ORDER BY l.links, r.id) AS fewest
    FROM record r CROSS JOIN LATERAL (SELECT count(*) AS links FROM link WHERE from_id = r.id OR to_id = r.id) l) x
  WHERE most = 1 OR fewest = 1 ORDER BY kind, slug`.execute(db);
const pages = ['/', '/goals', '/glossary', '/matrix', '/learning', '/legal', '/funding', '/principles', '/governance', '/uptake', '/uptake/organizations/wfp'];

describe('JSON-LD', () => {
  it.each([...new Set([...pages, ...records.map(({ kind, slug }) => addressOf(kind, slug))])])('says of %s only what schema.org knows', async (address) => {
    const { status, jsonLd } = await visit(address);
    expect(status).toBe(200);
    expect(schemaFaults(jsonLd)).toEqual([]);
  });

  it('would be found at fault for an unknown type or property, a foreign property, a wrong value, an empty one, or a bad date', () => {
    const node = { '@context': 'https://schema.org', '@type': 'Report', name: 'A report' };
    expect(schemaFaults(node)).toEqual([]);
    const faults = (more: object) => schemaFaults({ ...node, ...more });
    expect(faults({ '@type': 'Memo' })[0]).toContain('no type Memo');
    expect(faults({ colour: 'red' })).toHaveLength(1);
    expect(faults({ termCode: '7' })).toEqual(['/termCode: is no property of Report']);
    expect(faults({ author: 'JIU' })).toHaveLength(1);
    expect(faults({ author: { '@type': 'Report', name: 'x' } })).toHaveLength(1);
    expect(faults({ author: { '@type': 'Organization', name: ' ' } })).toHaveLength(1);
    expect(faults({ citation: [] })).toEqual(['/citation: says nothing']);
    expect(faults({ datePublished: '2020-13' })).toHaveLength(1);
    expect(faults({ url: '/sources/x' })).toHaveLength(1);
    expect(faults({ name: null })).toHaveLength(1);
    expect(schemaFaults({ ...node, '@context': 'http://schema.org' })).toHaveLength(1);
  });
});
