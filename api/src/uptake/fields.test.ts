import { getNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { axes, fields as asked, kept } from '../../../web/app/uptake/fields.ts';
import { schema } from '../schema.ts';
import { columns } from './columns.ts';
import { fieldNames, fieldOf, report } from './fields.ts';

const { db } = await testDatabase('library_template');
const namesIn = (type: string) => {
  const found = schema.getType(type);
  return isInputObjectType(found) || isObjectType(found) ? Object.keys(found.getFields()) : [];
};

it('drives input, entry, sheet and form: each has every field of the table', () => {
  expect(fieldNames).toHaveLength(16);
  expect(namesIn('UptakeInput').sort()).toEqual([...fieldNames].sort());
  expect(namesIn('UptakeEntry')).toEqual(expect.arrayContaining([...fieldNames]));
  expect(columns.flatMap(({ field }) => field ?? [])).toEqual(fieldNames);
  expect([...axes, ...asked.map(({ name }) => name), 'evidence'].sort()).toEqual([...fieldNames].sort());
  expect(kept).not.toContain('effectiveDate');
});

it('says of each field in the form what the table says: what it takes at most, which values, whether it must be there', () => {
  for (const { name, most, options, required = false } of asked) {
    const field = fieldOf(name);
    expect(most, name).toBe(field.most);
    expect(options?.values, name).toEqual(field.kind === 'CHOICE' ? field.values : undefined);
    expect(required, name).toBe(Boolean(field.required || field.initial));
    if (options) {
      const type = schema.getType('UptakeInput');
      const values = isInputObjectType(type) ? getNamedType(type.getFields()[name]?.type) : null;
      expect(
        isEnumType(values) &&
          values
            .getValues()
            .map(({ name: value }) => value)
            .sort(),
        name,
      ).toEqual([...options.values].sort());
    }
  }
});

it('names columns that the database has', async () => {
  const { rows } = await sql<{ name: string }>`SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'uptake_entry'`.execute(db);
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(fieldNames.map((name) => fieldOf(name).column)));
});

it('checks each field by its kind', () => {
  const whole = { effectiveDate: '2024-05-01', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' };
  expect(report.safeParse(whole).data).toMatchObject({ commentAudience: 'PUBLIC', source: 'DIRECT', evidence: [], officer: null, targetDate: null });
  for (const name of fieldNames) {
    const { most, kind } = fieldOf(name);
    if (!most) continue;
    expect(report.safeParse({ ...whole, [name]: 'x'.repeat(most) }).success, name).toBe(true);
    expect(report.safeParse({ ...whole, [name]: 'x'.repeat(most + 1) }).success, name).toBe(false);
    expect(report.safeParse({ ...whole, [name]: ' a \n b ' }).data?.[name], name).toBe(kind === 'LINE' ? 'a b' : 'a \n b');
  }
});
