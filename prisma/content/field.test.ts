import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sections } from './audience.ts';
import { fieldsOf } from './field.ts';
import { kinds } from './kinds.ts';

const linesOf = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n').length;

describe('the definition of fields', () => {
  it('stays small: under 150 lines, without decorators', () => {
    expect(linesOf('./field.ts')).toBeLessThan(150);
    expect(readFileSync(new URL('./field.ts', import.meta.url), 'utf8')).not.toMatch(/^\s*@\w/m);
  });

  it('says all there is to say: no field has a section, a filter or a column that its concept does not have', () => {
    for (const { kind, fields, filters, columns } of Object.values(kinds)) {
      expect([...new Set(filters.map(({ field }) => field.path))].sort(), kind).toEqual(
        fields
          .filter(({ about: { filter } }) => [filter ?? []].flat().some((one) => (typeof one === 'string' ? one : one.as)))
          .map(({ path }) => path)
          .sort(),
      );
      const heads = fields.flatMap(({ about }) => (about.columns ?? []).map(([head]) => head));
      expect(
        columns.map(({ head }) => head),
        kind,
      ).toEqual(expect.arrayContaining(heads));
    }
    const withSections = (kind: 'PROJECT' | 'LESSON' | 'VENDOR') => fieldsOf(kinds[kind].schema).filter(({ about }) => about.section !== undefined);
    for (const kind of ['PROJECT', 'LESSON', 'VENDOR'] as const)
      expect(new Set(Object.values(sections[kind] ?? {}).map(({ path }) => path.join('.'))), kind).toEqual(new Set(withSections(kind).map(({ path }) => path)));
  });

  it('filters by nothing and finds nothing by what begins closed: nobody would, members included', () => {
    for (const { kind, fields } of Object.values(kinds))
      for (const { path, about } of fields)
        if (about.section !== undefined && about.section !== 'PUBLIC')
          expect([about.filter, about.range, about.find], `${kind} ${path}`).toEqual([undefined, undefined, undefined]);
  });

  it('gives every concept one title', () => {
    for (const { kind, fields } of Object.values(kinds)) expect(fields.filter(({ about }) => about.title).length, kind).toBe(1);
  });
});
