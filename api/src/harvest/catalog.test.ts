import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { DataFactory, Parser, type Quad, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { describe, expect, it } from 'vitest';
import { countStatements, testApp, testLibrary } from '#test/ask.ts';
import { judgeFolder } from '#test/judges.ts';
import { ownLists } from '../export/lists.ts';

const { services } = await testLibrary();
const app = await testApp(services, { BASE_URL: 'https://atrium.example.org' });
const get = (url: string) => app.inject({ url, headers: { host: 'atrium.example.org' } });
const DCAT = 'http://www.w3.org/ns/dcat#';
const { namedNode } = DataFactory;

const turtle = await get('/catalog.ttl');
const store = new Store(new Parser().parse(turtle.body));
const objects = (predicate: string) => store.getObjects(null, namedNode(predicate), null).map(({ value }) => value);

describe('the catalogue of data sets', () => {
  it('has every list with the files that it can be had as, and each of them answers', async () => {
    expect(turtle.headers['content-type']).toBe('text/turtle; charset=utf-8');
    const datasets = objects(`${DCAT}dataset`);
    for (const { page } of ownLists) expect(datasets).toContain(`https://atrium.example.org${page}#data`);
    const addresses = objects(`${DCAT}downloadURL`);
    expect(addresses.length).toBe(ownLists.length * 4 + 4 * 3);
    for (const address of addresses) {
      const type = store
        .getObjects(store.getSubjects(namedNode(`${DCAT}downloadURL`), namedNode(address), null)[0] as never, namedNode(`${DCAT}mediaType`), null)[0]
        ?.value.split('media-types/')[1];
      const answer = await get(address.replace('https://atrium.example.org', ''));
      expect([address, answer.statusCode, String(answer.headers['content-type']).split(';')[0]]).toEqual([address, 200, type]);
    }
  }, 120_000);

  it('says the same as JSON-LD, in one statement', async () => {
    const counted = countStatements(services);
    const answer = await get('/catalog.jsonld');
    expect(counted.stop()).toHaveLength(1);
    const found: Quad[] = [];
    for await (const quad of Readable.from([answer.body]).pipe(new JsonLdParser())) found.push(quad as Quad);
    const said = (term: Quad['object'] | Quad['subject'] | Quad['predicate']) =>
      term.termType === 'Literal' ? `"${term.value}"@${term.language}^^${term.datatype.value}` : term.value;
    const lines = (quads: Iterable<Quad>) =>
      [...new Set([...quads].map(({ subject, predicate, object }) => [subject, predicate, object].map(said).join(' ')))].sort();
    expect(lines(found)).toEqual(lines(store.getQuads(null, null, null, null)));
  });

  const judge = judgeFolder('dcat-ap', 'the catalogue of data sets');
  it.skipIf(!judge)(
    'is found without fault by the shapes of DCAT-AP (needs ../shared/judges/dcat-ap)',
    async () => {
      const shapes = new Store(['dcat-ap-SHACL.ttl', 'ranges.ttl'].flatMap((name) => new Parser().parse(readFileSync(join(judge as string, name), 'utf8'))));
      const validate = async (data: Store) => {
        const report = await new Validator(shapes as never).validate(data as never);
        return report.results.map(
          (one) => `${one.focusNode?.value} ${one.path?.value} ${one.message.map(({ value }) => value).join(' ')} ${one.severity?.value}`,
        );
      };
      expect(await validate(store)).toEqual([]);
      // The judge refuses a data set without a title, or the test above could not fail.
      const broken = new Store(store.getQuads(null, null, null, null));
      broken.removeQuads(broken.getQuads(namedNode('https://atrium.example.org/projects#data'), namedNode('http://purl.org/dc/terms/title'), null, null));
      expect(await validate(broken)).not.toEqual([]);
    },
    120_000,
  );
});
