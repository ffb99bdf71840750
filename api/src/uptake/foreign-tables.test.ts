import { describe, expect, it } from 'vitest';
import { type ForeignTable, tables } from '#test/foreign-tables/tables.ts';
import { uptakeLibrary } from '#test/uptake.ts';
import { fieldNames, fieldOf } from './fields.ts';
import { inWords } from './words.ts';

const { as, people } = await uptakeLibrary();
const CHECK = `mutation ($text: String, $xlsx: String, $mapping: TableMappingInput) { checkUptakeTable(text: $text, xlsx: $xlsx, mapping: $mapping) {
  rows { row recommendation organization changed { column after } } left { row code } faults { row column code message }
  reading { columns { column heading } } } }`;
/** How a fixture calls the fields that it checks. */
const names: Record<string, string> = {
  effective: 'effectiveDate',
  unit: 'responsibleUnit',
  target: 'targetDate',
  decision: 'decisionSymbol',
  impact: 'impactSeen',
  financial: 'financialImplication',
};
const fieldNamed = (name: string) => names[name] ?? name;

/** What a person chooses who loads it for the secretariat: the document it is from, and what the table does not say. */
function mappingOf({ chosen = {} }: ForeignTable, columns: { column: number; heading: string }[]) {
  const column = (heading: string) => columns.find((one) => one.heading === heading)?.column ?? Number(heading);
  return {
    sheet: chosen.sheet ?? null,
    head: chosen.head ?? null,
    dates: chosen.dates ?? null,
    columns: Object.entries(chosen.columns ?? {}).map(([heading, field]) => ({ column: column(heading), field: field === '' ? null : fieldNamed(field) })),
    words: Object.entries(chosen.words ?? {}).map(([word, value]) => {
      const [field = '', text = ''] = word.split(': ');
      return { field: fieldNamed(field), word: text, value };
    }),
    given: [
      { field: 'source', value: 'BOARD_DOCUMENT' },
      { field: 'sourceReference', value: 'CL 175/7' },
      ...(chosen.organization ? [{ field: 'organization', value: chosen.organization }] : []),
      ...(chosen.effective ? [{ field: 'effectiveDate', value: chosen.effective }] : []),
    ],
  };
}

describe('a table that somebody else made', () => {
  it.each(tables.map((table) => [table.file, table.why, table] as const))('%s: %s', async (_file, _why, table) => {
    const sent = table.pasted ? { text: Buffer.from(table.content).toString('utf8') } : { xlsx: Buffer.from(table.content).toString('base64') };
    const first = (await as(people.secretariat, CHECK, { ...sent, mapping: { head: table.chosen?.head ?? null } })).data.checkUptakeTable;
    const mapping = mappingOf(table, first.reading?.columns ?? []);
    const { rows, left, faults } = (await as(people.secretariat, CHECK, { ...sent, mapping })).data.checkUptakeTable;
    expect(faults.map(({ row, column, code }: { row: number; column: string; code: string }) => `${row} ${column}: ${code}`)).toEqual(table.faults ?? []);
    for (const { message } of faults) expect(message).toMatch(/^[A-Z“].*\.$/s);
    if (table.faults) return;
    expect(left.map(({ row }: { row: number }) => row)).toEqual(table.leftOut ?? []);
    const read = rows.map((row: { recommendation: string; organization: string; changed: { column: string; after: string }[] }) => ({
      rec: row.recommendation,
      org: row.organization,
      ...Object.fromEntries(row.changed.filter(({ after }) => after !== '').map(({ column, after }) => [column, after])),
    }));
    const always = { Source: 'Board document', 'Source reference': 'CL 175/7', 'Comment for': 'Public' };
    expect(read).toEqual(
      (table.reads ?? []).map(({ rec, org, ...said }) => ({
        rec,
        org,
        ...always,
        ...(table.chosen?.effective ? { 'Effective date': table.chosen.effective } : {}),
        ...Object.fromEntries(
          Object.entries(said).flatMap(([name, value]) => {
            const field = fieldNames.find((one) => one === fieldNamed(name));
            if (!field) throw new Error(`no field ${name}`);
            return value === null ? [] : [[fieldOf(field).heading, fieldOf(field).kind === 'CHOICE' ? inWords(value) : value]];
          }),
        ),
      })),
    );
  });
});
