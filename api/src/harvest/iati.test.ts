import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { testApp, testLibrary } from '#test/ask.ts';
import { ruleFaults } from '#test/iati-rules.ts';
import { judgeFolder } from '#test/judges.ts';

const { services, db } = await testLibrary();
const app = await testApp(services, { BASE_URL: 'https://atrium.example.org', IATI_ORGANIZATION: 'XM-DAC-41305' });
const read = async () => (await app.inject({ url: '/iati.xml', headers: { host: 'atrium.example.org' } })).body;
const projects = async () =>
  (await sql<{ slug: string }>`SELECT slug FROM record WHERE kind = 'PROJECT' AND audience = 'PUBLIC' AND archived_at IS NULL`.execute(db)).rows;

describe('activities', () => {
  it('are the projects of which all is stated; what the others lack is listed, and none is in neither', async () => {
    const text = await read();
    expect(text.match(/<iati-activity /g)).toHaveLength(1);
    expect(text).toContain('https://atrium.example.org/projects/papua-new-guinea-livestock');
    expect(text).toMatch(/<activity-date type="2" iso-date="2019-03-11"\/>/);
    expect(text).toMatch(/<participating-org role="4" ref="XM-DAC-41301" type="40"><narrative>Food and Agriculture/);
    const [, comment = ''] = /<!--([\s\S]*)-->/.exec(text) ?? [];
    // A month is no day, and the shares of four countries are not stated.
    expect(comment).toMatch(/building-blocks: not stated: .*the day it began, the share of each country/);
    for (const { slug } of await projects())
      expect([slug, text.includes(`/projects/${slug}"`) !== comment.includes(`\n${slug}: not stated: `)]).toEqual([slug, true]);
    expect(comment).toContain(`1 of ${(await projects()).length} projects`);
  });

  const judge = judgeFolder('iati', '/iati.xml');
  it.skipIf(!judge)('are found without fault by the schema and the rules of IATI (needs ../shared/judges/iati)', { timeout: 60_000 }, async () => {
    const file = (name: string) => ({ fileName: name, contents: readFileSync(join(judge as string, name), 'utf8') });
    const schemaFaults = async (contents: string) =>
      (
        await validateXML({
          xml: [{ fileName: 'iati.xml', contents }],
          schema: [file('iati-activities-schema.xsd')],
          preload: [file('iati-common.xsd'), file('xml.xsd')],
        })
      ).errors.map(({ message }) => message);
    const rules = JSON.parse(file('rulesets-standard.json').contents);
    // One that ended, with a sector by our own word and goals.
    await sql`UPDATE record SET content = jsonb_set(jsonb_set(content, '{sectors}', '["HUMANITARIAN"]'), '{stages}', content->'stages' || '[{"stage": "DISCONTINUED", "date": "2024-05-31", "text": "Ended.", "cite": [{"source": "jiu-rep-2020-7", "place": "para 41"}]}]')
      WHERE kind = 'PROJECT' AND slug = 'papua-new-guinea-livestock'`.execute(db);
    const text = await read();
    expect(text).toContain('<activity-date type="4" iso-date="2024-05-31"/>');
    expect(text).toContain('<sector vocabulary="99"');
    expect(await schemaFaults(text)).toEqual([]);
    const faults = ruleFaults(text, rules);
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    // Our own word for a sector is not one of the DAC, which the rules warn of.
    expect(faults.map(({ id }) => id)).toEqual(['102.1.1']);
    // Both judges refuse what is wrong, or the test above could not fail.
    expect(await schemaFaults(text.replace(/<title>.*?<\/title>/, ''))).not.toEqual([]);
    expect(ruleFaults(text.replace(/<activity-date type="2"[^>]*>/, ''), rules).map(({ id }) => id)).toContain('6.11.1');
    expect(ruleFaults(text.replace(/<iati-identifier>/, '<iati-identifier>GB-1-'), rules).map(({ id }) => id)).toContain('1.1.21');
  });
});
