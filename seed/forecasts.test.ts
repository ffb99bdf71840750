import { describe, expect, test } from 'vitest';
import type { SeedRecord } from './files.ts';
import { unflagged } from './flags.ts';
import { forecastsTold } from './forecasts.ts';

// Sentences made for the test: the text of the report is no part of the product.
const paragraphs = [
  { number: 1, text: 'The ferry office opened a counter. With the new tickets half of the harbour fees could remain with the fishing villages.' },
  { number: 2, text: 'The office plans to try the tickets on a second island; travellers would collect stamps at every harbour.' },
];
const record = (text: string, paragraph: number, certainty = 'STATED'): SeedRecord => ({
  kind: 'LESSON',
  file: 'a.yaml',
  content: { sourceKey: 'L1', whatHappened: { text, certainty, cite: [{ source: 'jiu-rep-2020-7', place: `para ${paragraph}` }] } },
});
const found = (text: string, paragraph: number, certainty?: string) =>
  forecastsTold([record(text, paragraph, certainty)], paragraphs).map(({ forecast }) => forecast);

describe('a forecast of the report', () => {
  test('that our text tells in the plain past is listed with the sentence it comes from', () => {
    expect(found('Half of the harbour fees remained with the fishing villages.', 1)).toEqual([expect.stringContaining('could remain')]);
    expect(found('Travellers collected stamps at the harbour of each island.', 2)).toEqual([expect.stringContaining('would collect')]);
  });

  test('that stays a forecast, or is marked as concluded by the editors, is not', () => {
    expect(found('Half of the harbour fees could remain with the fishing villages.', 1)).toEqual([]);
    expect(found('Travellers were to collect stamps at every harbour.', 2)).toEqual([]);
    expect(found('Half of the harbour fees remained with the fishing villages.', 1, 'INFERRED')).toEqual([]);
  });

  test('is compared only with a statement on the same matter in the same paragraph', () => {
    expect(found('The ferry office opened a counter.', 1)).toEqual([]);
    expect(found('Half of the harbour fees remained with the fishing villages.', 2)).toEqual([]);
  });
});

test('a note that calls a statement inferred asks for the flag', () => {
  const noted = (certainty: string, note: string): SeedRecord => ({
    kind: 'VENDOR',
    file: 'b.yaml',
    content: { sourceKey: 'v', platforms: [{ name: 'A chain', certainty, note, cite: [{ source: 'jiu-rep-2020-7', place: 'Box 4' }] }] },
  });
  expect(unflagged([noted('STATED', 'That the firm uses it is inferred.')])).toEqual(['VENDOR v.platforms.0: That the firm uses it is inferred.']);
  expect(unflagged([noted('INFERRED', 'That the firm uses it is inferred.'), noted('STATED', 'The main network.')])).toEqual([]);
});
