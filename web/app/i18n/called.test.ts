import { expect, it } from 'vitest';
import { filters, forms, ranges } from '../definitions.ts';
import { en } from './en.ts';

// What the pages take from definitions is called by words that no type asks for: a missing one would show its key.

type Words = Record<string, { label: string } | undefined>;
const words = en.contributions.field as unknown as Record<string, Words>;
const own = en.vocabulary.field as Record<string, string | undefined>;

it('has a word for every filter of a concept that has a form', () => {
  const nameless = Object.entries(filters)
    .filter(([kind]) => kind in forms)
    .flatMap(([kind, of]) =>
      Object.keys(of).flatMap((name) => ((own[name] ?? words[kind]?.[name]?.label) ? [] : [`${kind} ${name}: vocabulary.field.${name}`])),
    );
  const unsaid = Object.values(ranges).flatMap((of) => Object.keys(of).filter((name) => !own[name]));
  expect([...nameless, ...unsaid]).toEqual([]);
});

it('has a label for every field of the forms, and for the audience of every section', () => {
  const nameless = Object.entries(forms).flatMap(([kind, sections]) =>
    sections.flatMap(({ fields }) =>
      fields.flatMap(({ path }) => {
        const key = path.replaceAll('.', '_');
        if (/^audiences_[A-Z_]+$/.test(key)) return [];
        const label =
          words[kind]?.[key] ??
          words['shared']?.[key] ??
          words[kind]?.[key.replace(/^audiences_/, '')] ??
          (en.contributions.fact as unknown as Words)[path.split('.').at(-1) ?? ''];
        return label ? [] : [`contributions.field.${kind}.${key}`];
      }),
    ),
  );
  expect(nameless).toEqual([]);
});
