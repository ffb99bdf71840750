import type { ReactNode } from 'react';
import { RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { apiContext } from '../api.server.ts';
import { render, siteOf } from '../site.server.tsx';
import { activeFilters, changed, selectedIn } from './address.ts';
import { BarChart } from './bar-chart.tsx';
import { Facts } from './facts.tsx';
import { Filters } from './filters.tsx';
import { ErrorSummary, TextField } from './form.tsx';
import { formatOf } from './format.ts';
import { Meta } from './meta.tsx';
import type { Statement as Content } from './notes.ts';
import { NotesSection } from './notes-section.tsx';
import { ResultLine } from './result-line.tsx';
import { Snippet } from './snippet.tsx';
import { Statement } from './statement.tsx';
import { WorldMap } from './world-map.tsx';

function rendered(element: ReactNode, address = 'http://hub.test/projects'): string {
  const context = new RouterContextProvider();
  const request = new Request(address);
  context.set(apiContext, { fetch: () => new Response(), request, requestId: 'r', baseUrl: '', version: '1' });
  return render(siteOf(request, context), element);
}

const statement = (text: string, place: string, more: Partial<Content> = {}): Content => ({
  text,
  asAt: '2020-11',
  certainty: 'STATED',
  note: null,
  citations: [{ place, paragraph: null, url: null, source: { title: 'A report', symbol: 'REP/1', url: '/sources/rep-1' } }],
  ...more,
});

describe('texts', () => {
  it('keep paragraphs, lists and lines, with the mark after the last words, and show markup as it was typed', () => {
    const html = rendered(<Statement statement={statement('Two <b>tests</b>.\n\n- Kenya; 12 400\n- Uganda\nAfter it.\nA line.', 'para. 1')} as="span" />);
    expect(html).toMatch(
      /<span class="prose-paragraph">Two &lt;b&gt;tests&lt;\/b&gt;\.<\/span><span class="prose-list" role="list"><span class="prose-item" role="listitem">Kenya; 12 400<\/span><span class="prose-item" role="listitem">Uganda<\/span><\/span><span class="prose-paragraph">After it\.\nA <span class="together">line\.<button/,
    );
    expect(rendered(<Statement statement={statement('One - two.', 'para. 1')} />)).not.toContain('prose-');
  });
});

describe('source marks', () => {
  it('number statements in order, and give statements with the same place the same number', () => {
    const html = rendered(
      <>
        <Statement statement={statement('First.', 'para. 1')} />
        <Statement statement={statement('Second.', 'para. 2')} />
        <Statement statement={statement('Third.', 'para. 1')} />
        <NotesSection />
      </>,
    );
    expect([...html.matchAll(/popoverTarget="note-(\d)"/gi)].map((match) => match[1])).toEqual(['1', '2', '1']);
    expect(html.match(/id="note-\d"/g)).toEqual(['id="note-1"', 'id="note-2"']);
  });

  it('show certainty in words, the date, the remark, and what others say', () => {
    const html = rendered(
      <>
        <Statement
          statement={statement('Users keep their keys.', 'para. 3', { certainty: 'UNCERTAIN', note: 'A footnote differs.' })}
          otherwise={[statement('Members keep the keys.', 'fn. 29')]}
        />
        <NotesSection />
      </>,
    );
    for (const words of ['uncertain', 'A footnote differs.', 'Members keep the keys.', 'fn. 29', 'November 2020']) expect(html).toContain(words);
  });

  it('are left out where there is no citation', () => {
    expect(rendered(<Statement statement={{ ...statement('Bare.', ''), citations: [] }} />)).not.toContain('<button');
  });
});

describe('facts', () => {
  it('say "not stated" for what the sources leave open', () => {
    const html = rendered(
      <Facts
        items={[
          { label: 'Code', value: null },
          { label: 'Vendors', value: [] },
        ]}
      />,
    );
    expect(html.match(/not stated/g)).toHaveLength(2);
  });
});

describe('lists', () => {
  const facets = [{ field: 'stage', values: Array.from({ length: 12 }, (_, index) => ({ value: `S${index}`, label: `Stage ${index}`, count: index })) }];
  const labels = { stage: 'Stage' };

  it('keep what is chosen in access and fold the rest away', () => {
    const html = rendered(<Filters facets={facets} labels={labels} selected={{ stage: ['S11'] }} />);
    const [shown = '', folded = ''] = html.split('<details class="filter-rest">');
    expect(shown).toContain('value="S11"');
    expect(shown).toContain('checked');
    expect(folded).toContain('Show 5 more');
  });

  it('remove one filter from the address and start again at the first page', () => {
    const url = new URL('http://hub.test/projects?stage=S1&stage=S2&after=abc&q=cash');
    expect(selectedIn(url, ['stage'])).toEqual({ stage: ['S1', 'S2'] });
    const [first] = activeFilters(url, facets, labels);
    expect(first).toMatchObject({ label: 'Stage 1', without: '/projects?stage=S2&q=cash' });
    expect(changed(url, { sort: 'title' })).toBe('/projects?stage=S1&stage=S2&q=cash&sort=title');
  });

  it('offer the same selection for download, without the place in its pages', () => {
    const html = rendered(<ResultLine total={3} of={54} noun="projects" active={['Pilot']} />, 'http://hub.test/projects?stage=PILOT&after=abc');
    expect(html).toContain('3 of 54 projects');
    expect(html).toContain('href="/projects.csv?stage=PILOT"');
  });
});

describe('what people typed', () => {
  it('is shown as text wherever it comes back', () => {
    const evil = '<script>alert(1)</script>';
    const html = rendered(
      <>
        <TextField name="title" label="Title" value={evil} error={evil} />
        <ErrorSummary errors={[{ name: 'title', message: evil }]} />
        <Snippet parts={[{ text: evil, marked: true }]} />
        <Meta title={evil} jsonLd={{ name: evil }} />
      </>,
    );
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('\\u003cscript>');
  });
});

describe('charts', () => {
  it('carry their numbers as text and as a table, and no style attribute', () => {
    const html = rendered(
      <BarChart title="Ethereum leads" source="The library." columns={['Platform', 'Projects']} bars={[{ key: 'e', label: 'Ethereum', value: 1234 }]} />,
    );
    expect(html.match(/1,234/g)).toHaveLength(2);
    expect(html).not.toContain('style=');
  });

  it('show small countries as dots, carry the disclaimer, and stay small', () => {
    const countries = ['KE', 'SG', 'LB', 'BR'].map((code) => ({ code, name: code, count: 1, url: `/projects?country=${code}` }));
    const html = rendered(<WorldMap title="Four countries" source="The library." column="Projects" countries={countries} />);
    expect(html.match(/<circle/g)).toHaveLength(2);
    expect(html).toContain('do not imply official endorsement or acceptance by the United Nations');
    expect(html.length).toBeLessThan(60_000);
  });
});

describe('dates and numbers', () => {
  const format = formatOf('en');
  it.each([
    ['2020-06-12', '12 June 2020'],
    ['2017-05', 'May 2017'],
    ['2017', '2017'],
    ['2017-13', '2017-13'],
    ['late 2019', 'late 2019'],
  ])('write %s as %s', (iso, written) => {
    expect(format.date(iso)).toBe(written);
  });

  it('group long numbers and join lists in words', () => {
    expect(format.number(822000)).toBe('822,000');
    expect(format.list(['WFP', 'FAO', 'ITU'])).toBe('WFP, FAO and ITU');
  });
});
