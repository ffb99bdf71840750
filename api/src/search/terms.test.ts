import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { makePeople } from '#test/uptake.ts';
import { ValidationError } from '../errors.ts';
import { dropTerm, readTerms, saveTerm } from './terms.ts';

const { db } = await testDatabase('library_template');
const people = await makePeople(db);
const term = (id: string, more: object = {}) => ({
  id,
  words: [{ language: 'en' as const, words: [id.replaceAll('-', ' '), `${id} too`] }],
  source: 'a test',
  ...more,
});

describe('the terms of the search', () => {
  it('are changed by the secretariat alone', async () => {
    await expect(saveTerm(db, people.faoFocal, term('made-up'))).rejects.toThrow('Only the secretariat');
    await expect(saveTerm(db, null, term('made-up'))).rejects.toThrow('Only the secretariat');
    await expect(dropTerm(db, people.faoFocal, 'blockchain', 'REMOVE')).rejects.toThrow('Only the secretariat');
  });

  it('are added, changed, removed and put back', async () => {
    const state = async (id: string) => (await readTerms(db)).find((one) => one.id === id)?.state;
    expect(await saveTerm(db, people.secretariat, term('made-up'))).toMatchObject({ state: 'OWN' });
    expect(await state('made-up')).toBe('OWN');
    expect(await dropTerm(db, people.secretariat, 'made-up', 'REMOVE')).toBeNull();
    expect(await state('made-up')).toBeUndefined();
    expect(await saveTerm(db, people.secretariat, term('voucher'))).toMatchObject({ state: 'CHANGED' });
    expect(await dropTerm(db, people.secretariat, 'voucher', 'REMOVE')).toMatchObject({ state: 'REMOVED' });
    expect(await state('voucher')).toBe('REMOVED');
    await dropTerm(db, people.secretariat, 'voucher', 'RESTORE');
    expect(await state('voucher')).toBe('SHIPPED');
  });

  it('never lead back to themselves', async () => {
    await saveTerm(db, people.secretariat, term('first'));
    await saveTerm(db, people.secretariat, term('second', { narrower: ['first'] }));
    const refused = await saveTerm(db, people.secretariat, term('first', { narrower: ['second'] }));
    expect(refused).toBeInstanceOf(ValidationError);
    expect((refused as ValidationError).fields).toEqual([{ path: 'narrower', code: 'TERM_CYCLE', params: { cycle: 'first → second → first' } }]);
    expect(await saveTerm(db, people.secretariat, term('third', { narrower: ['third'] }))).toBeInstanceOf(ValidationError);
  });

  it('stand for no more in all than a search can go by', async () => {
    const words = (id: string) =>
      (['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const).map((language) => ({
        language,
        words: Array.from({ length: 30 }, (_, at) => `${id} ${at} ${language}`),
      }));
    const saved: string[] = [];
    let refused: ValidationError | null = null;
    for (let at = 0; at < 12 && !refused; at++) {
      const outcome = await saveTerm(db, people.secretariat, term(`dear-${at}`, { words: words(`dear${at}`), same: true, narrower: [...saved] }));
      if (outcome instanceof ValidationError) refused = outcome;
      else saved.push(`dear-${at}`);
    }
    expect(refused?.fields.map(({ code }) => code)).toEqual(['TERM_MEANINGS']);
    for (const id of saved.toReversed()) await dropTerm(db, people.secretariat, id, 'REMOVE');
  });

  it('are told all their faults at once', async () => {
    const refused = await saveTerm(db, people.secretariat, {
      id: 'Not an id',
      words: [{ language: 'fr', words: ['!!!', 'x'.repeat(500)] }],
      narrower: ['nowhere'],
      source: ' ',
    });
    expect((refused as ValidationError).fields.map(({ path }) => path)).toEqual(['id', 'words.fr', 'words.fr', 'words.en', 'source', 'narrower']);
  });
});
