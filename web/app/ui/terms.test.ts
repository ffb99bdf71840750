import { describe, expect, it } from 'vitest';
import { Glossary, PageTerms, type Term } from './terms.ts';

const term = (slug: string, name: string, forms: string[] = []): Term => ({
  slug,
  url: `/glossary#${slug}`,
  term: name,
  forms,
  definition: { text: `What ${name} means.`, asAt: null, certainty: 'STATED', note: null, citations: [] },
});
const glossary = new Glossary([
  term('node', 'Node', ['nodes']),
  term('smart-contract', 'Smart contract', ['smart contracts']),
  term('contract', 'Contract'),
  term('attack', '51% attack'),
]);
const marked = (page: PageTerms, text: string) =>
  page
    .mark(text)
    .map(({ text: piece, term, before = '', after = '' }) => (term ? `${before}[${piece}]${after}` : piece))
    .join('');

describe('terms in place', () => {
  it('are marked where they first stand on a page, the longest first, in any form and case', () => {
    const page = new PageTerms(glossary);
    expect(marked(page, 'Smart Contracts run on nodes; each node has a contract.')).toBe('[Smart Contracts] run on [nodes]; each node has a [contract].');
    expect(marked(page, 'Another smart contract on a node.')).toBe('Another smart contract on a node.');
    expect(page.list.map(({ slug }) => slug)).toEqual(['smart-contract', 'node', 'contract']);
  });

  it('are whole words', () => {
    expect(marked(new PageTerms(glossary), 'Subcontract, non-node, nodes’, 51% attacks.')).toBe('Subcontract, non-node, nodes’, 51% attacks.');
    expect(marked(new PageTerms(glossary), 'A 51% attack')).toBe('A [51% attack]');
  });

  it('keep their punctuation, so that no line begins with it', () => {
    const [, contract, , node] = new PageTerms(glossary).mark('A program (smart contract), run by every node.');
    expect(contract).toMatchObject({ text: 'smart contract', before: '(', after: '),' });
    expect(node).toMatchObject({ text: 'node', before: '', after: '.' });
  });

  it('are not parts of names', () => {
    expect(marked(new PageTerms(glossary), 'It runs Nodes for Transport and Building Nodes.')).toBe('It runs Nodes for Transport and Building Nodes.');
    expect(marked(new PageTerms(glossary), 'It ended. Nodes remain.')).toBe('It ended. [Nodes] remain.');
  });

  it('lose nothing of the text', () => {
    for (const text of ['', 'node', 'no term', ' node node ', 'contract.']) {
      expect(
        new PageTerms(glossary)
          .mark(text)
          .map(({ text: piece, before = '', after = '' }) => before + piece + after)
          .join(''),
      ).toBe(text);
    }
    expect(marked(new PageTerms(new Glossary([])), 'node')).toBe('node');
  });
});
