import { describe, expect, it } from 'vitest';
import { contributeLibrary, lessonOf } from '#test/contribute.ts';
import { DIFFERENCES_MAX, differences } from './differences.ts';

const participants = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => ({ name: name(index), role: `role ${index}`, responsibility: `does ${index}` }));
const tooMany = 'too many changes to compare item by item';

describe('a comparison', () => {
  it('pairs items by what they are known by, edited keys by likeness, and says what moved', () => {
    const before = { participants: participants(5, (index) => `P${index}`) };
    const renamed = { participants: participants(5, (index) => (index === 2 ? 'Q' : `P${index}`)) };
    expect(differences('PROJECT', before, renamed).map(({ path, change }) => [path, change])).toEqual([['participants[2].name', 'CHANGED']]);
    const moved = { participants: before.participants.toReversed() };
    expect(differences('PROJECT', before, moved).map(({ label }) => label)).toEqual(['Participants: order']);
    const fewer = { participants: before.participants.slice(1) };
    expect(differences('PROJECT', before, fewer).map(({ path, change }) => [path, change])).toEqual([['participants[-0]', 'REMOVED']]);
  });

  it('of 20,000 items says that there are too many, and drops nothing silently', () => {
    const before = { title: 'a', participants: participants(20_000, (index) => `P${index}`) };
    const after = { title: 'b', participants: participants(20_000, (index) => `Q${index}`) };
    expect(differences('PROJECT', before, after)).toEqual([
      { path: 'title', label: 'Title', change: 'CHANGED', before: 'a', after: 'b' },
      { path: 'participants[]', label: `Participants: ${tooMany}`, change: 'CHANGED', before: '20000 items', after: '20000 items' },
    ]);
    // The same items in another order are paired one by one.
    expect(differences('PROJECT', before, { ...before, participants: before.participants.toReversed() }).map(({ label }) => label)).toEqual([
      'Participants: order',
    ]);
    const words = (word: string) => ({ questions: Array.from({ length: 20_000 }, (_, index) => `${word} ${index}`) });
    expect(differences('PROJECT', words('a'), words('b')).map(({ label }) => label)).toEqual([`Questions: ${tooMany}`]);
  });

  it('of contents that differ everywhere ends with saying so', () => {
    const before = { participants: participants(3_000, (index) => `P${index}`) };
    const after = { participants: before.participants.map((one) => ({ ...one, responsibility: 'another' })) };
    const found = differences('PROJECT', before, after);
    expect(found).toHaveLength(DIFFERENCES_MAX + 1);
    expect(found.at(-1)).toMatchObject({ path: '*', label: `More: ${tooMany}` });
  });
});

describe('a draft', async () => {
  const { demo, save, ask } = await contributeLibrary();
  const fields = async (more: Record<string, unknown>): Promise<{ name: string; message: string }[]> =>
    (await save(await demo('fao-focal-point'), { kind: 'LESSON', organization: 'fao', content: lessonOf('A long one', more) })).fields ?? [];

  it('is refused with more items in a list than anybody reads, naming the list', async () => {
    expect(await fields({ questions: Array.from({ length: 20_000 }, () => 'Why?') })).toEqual([
      { name: 'content.questions', message: 'This list has 20000 items, at most 200. Upload a longer one as a file.' },
    ]);
    const view = { text: 'x', cite: Array.from({ length: 501 }, () => ({ source: 'a', place: 'b' })), certainty: 'STATED' };
    expect((await fields({ otherViews: [view] })).map(({ name }) => name)).toEqual(['content.otherViews.0.cite']);
  });

  it('says nothing of a list of nothing where there was none', () => {
    const content = lessonOf('Untouched') as Record<string, unknown>;
    expect(differences('LESSON', content, { ...content, questions: [], goals: [] })).toEqual([]);
    expect(differences('LESSON', { ...content, questions: [] }, content)).toEqual([]);
    expect(differences('LESSON', null, { ...content, goals: [] }).map(({ path }) => path)).not.toContain('goals');
  });

  it('is refused with very many fields in all, or very deep ones', async () => {
    expect(
      (await fields({ otherViews: Array.from({ length: 200 }, () => Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`f${index}`, 1]))) }))[0],
    ).toMatchObject({
      name: 'content',
    });
    const deep = JSON.parse(`${'['.repeat(50)}${']'.repeat(50)}`) as unknown;
    expect((await fields({ otherViews: deep }))[0]?.message).toContain('more than 20 deep');
  });

  it('that is saved over a newer one is compared at once, however long both are', async () => {
    const author = await demo('fao-focal-point');
    const questions = (word: string) => lessonOf('Asked much', { questions: Array.from({ length: 200 }, (_, index) => `${word} ${index}?`) });
    const { draft } = await save(author, { kind: 'LESSON', organization: 'fao', content: questions('Why') });
    const stale = await save(author, { id: draft.id, edits: draft.edits - 1, content: questions('How') });
    expect(stale).toMatchObject({ __typename: 'StaleDraft', differences: [{ path: 'questions[]' }] });
    expect((await ask(author, '{ me { name } }')).me.name).toBeTruthy();
  });
});
