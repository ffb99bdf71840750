import { exportedLists } from '../export/lists.ts';

/** What a language model, or who writes a program with one, has to know of the library, as llmstxt.org has it: Markdown with the addresses. */
export function llmsText(baseUrl: string): string {
  const link = (title: string, path: string, about: string) => `- [${title}](${baseUrl}${path}): ${about}`;
  return `# Atrium

> The knowledge hub of the United Nations system on blockchain: who uses it for what, with whom, on what technology, what came of it, and what was learned.

Every statement rests on a named place of a source and says how sure it is. What a source does not say is "not stated"; nothing is inferred without saying so. Quote a statement with its source, the version of its record and the address of that version. The library never says of a vendor that it is approved. Stages, acceptance and implementation are words of fixed lists; "no information" is not "no".

## Read

${exportedLists.map(({ page, title }) => link(title, page, `the list; the same address with .csv, .xlsx or .json has every row, with .atom what changed last`)).join('\n')}
${link('Uptake of recommendations', '/uptake', 'which organization took up which recommendation, as of any day')}
${link('How the library is made', '/about', 'sources, method, how to cite')}

## Ask

${link('GraphQL', '/graphql', 'every field, filter and facet; open it in a browser for the documented schema')}
${link('REST', '/api', 'lists and records by plain addresses, as JSON; OpenAPI 3.1 at /api/v1/openapi.json')}
${link('OAI-PMH', '/oai?verb=Identify', 'records for catalogues, by kind and organization, with what is gone')}
${link('DCAT-AP', '/catalog.ttl', 'the lists as data sets; also as JSON-LD at /catalog.jsonld')}
${link('IATI', '/iati.xml', 'projects as activities, as far as the facts suffice')}
${link('Dump', '/dump.jsonl', 'every public record with its public versions, as JSON lines')}

## Cite

- The address of a record with .bib, .ris, .csl.json or .txt is its citation; so is that of a version, such as /projects/building-blocks/history/1.bib.
`;
}
