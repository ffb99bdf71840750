import type { ReactNode } from 'react';
import type { ReadingPartsFragment, TableMappingInput } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';
import { SelectField, TextField } from '../ui/form.tsx';

type Reading = ReadingPartsFragment;

/** What stands in a select for a word that nobody decided; an empty value says that the word means nothing. */
const OPEN = '?';
/** What can be said of all rows of a table that has no column of it. */
const FOR_ALL = ['organization', 'effectiveDate', 'source', 'sourceReference'];

/** How a table was read, as it is sent back to be read so again. */
export const mappingOf = (reading: Reading): TableMappingInput => ({
  sheet: reading.sheet,
  head: reading.head || null,
  columns: reading.columns.map(({ column, field }) => ({ column, field })),
  words: reading.words.map(({ field, word, value }) => ({ field, word, value })),
  dates: reading.dates,
  given: reading.given.map(({ field, value }) => ({ field, value })),
});

/** Whether a table is one of the library's own: nothing was guessed, nothing said otherwise. */
export const isOwn = (reading: Reading) => reading.sure && !reading.remembered && reading.words.length === 0 && reading.given.length === 0;

/** What a person chose in the form below; null where nothing of it was sent. */
export function chosenMapping(form: FormData): TableMappingInput | null {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  if (!form.has('map')) return null;
  const columns: { column: number; field: string | null }[] = [];
  const words: { field: string; word: string; value: string | null }[] = [];
  const given: { field: string; value: string }[] = [];
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const [kind = '', part = '', ...rest] = name.split('.');
    if (kind === 'column' && /^\d{1,3}$/.test(part)) columns.push({ column: Number(part), field: value || null });
    // Only what was decided: the rest is guessed anew, by the columns as they are now.
    else if (kind === 'word' && rest.length > 0 && value !== OPEN) words.push({ field: part, word: rest.join('.'), value });
    else if (kind === 'given' && value !== '') given.push({ field: part, value });
  }
  const head = Number(text('map.head'));
  const before = Number(text('map.head.before'));
  const dates = text('map.dates');
  const moved = (head !== before && head > 0) || text('map.sheet') !== text('map.sheet.before');
  return {
    sheet: text('map.sheet') || null,
    head: head > 0 && head < 100_000 ? head : null,
    // Another row or sheet has other columns.
    columns: moved ? [] : columns,
    words: moved ? [] : words,
    dates: dates === 'DMY' || dates === 'MDY' ? dates : null,
    given,
  };
}

/** How the table is read: each column, the words that are not the library's own, what holds for all rows; everything can be said otherwise. */
export function TableReadingForm({
  reading,
  children,
  open,
  steering,
  forAll: asked = FOR_ALL,
}: {
  reading: Reading;
  children: ReactNode;
  open: boolean;
  steering: boolean;
  /** What can be said of all rows. */
  forAll?: readonly string[];
}) {
  const { t, format } = useSite();
  const fieldOf = new Map(reading.fields.map((field) => [field.name, field]));
  const has = (name: string) => reading.columns.some(({ field }) => field === name);
  const given = (name: string) => reading.given.find(({ field }) => field === name)?.value ?? '';
  const sheets = reading.sheets.filter(({ hidden }) => !hidden);
  // What names an organization or recommendation is shown where it is not understood: the rest stands in the rows below.
  const words = reading.words.filter(({ field, value }) => value === null || !['organization', 'recommendation'].includes(field));
  const forAll = asked.filter((name) => !has(name) && (steering || !name.startsWith('source')));
  return (
    <details className="reading" open={open} id="reading">
      <summary>
        {t('uptake.load.reading')}
        {reading.remembered && ` (${t('uptake.load.remembered')})`}
      </summary>
      <form method="post" encType="multipart/form-data">
        <input type="hidden" name="intent" value="check" />
        <input type="hidden" name="map" value="1" />
        <input type="hidden" name="map.head.before" value={reading.head} />
        <input type="hidden" name="map.sheet.before" value={reading.sheet ?? ''} />
        {children}
        <p>{t('uptake.load.readingHelp')}</p>
        {sheets.length > 1 && (
          <SelectField
            name="map.sheet"
            label={t('uptake.load.sheet')}
            value={reading.sheet ?? ''}
            options={sheets.map(({ name }) => ({ value: name, label: name }))}
          />
        )}
        <TextField name="map.head" label={t('uptake.load.head')} value={reading.head > 0 ? String(reading.head) : ''} inputMode="numeric" required={false} />
        {reading.columns.length > 0 && (
          <table className="table reading-table">
            <caption>{t('uptake.load.columnsCaption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('uptake.load.columnHeading')}</th>
                <th scope="col">{t('uptake.load.samples')}</th>
                <th scope="col">{t('uptake.load.readAs')}</th>
              </tr>
            </thead>
            <tbody>
              {reading.columns.map(({ column, heading, field, sure, samples }) => (
                <tr key={column}>
                  <th scope="row">{heading || t('uptake.load.noHeading', { column })}</th>
                  <td>{samples.map((sample) => (sample.length > 40 ? `${sample.slice(0, 40)} …` : sample)).join('; ')}</td>
                  <td>
                    <select name={`column.${column}`} defaultValue={field ?? ''} aria-label={t('uptake.load.columnAs', { column: heading || column })}>
                      <option value="">{t('uptake.load.notRead')}</option>
                      {reading.fields.map((one) => (
                        <option key={one.name} value={one.name}>
                          {one.heading}
                        </option>
                      ))}
                    </select>
                    {field && !sure && <span className="field-help"> {t('uptake.load.guessed')}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {words.length > 0 && (
          <table className="table reading-table">
            <caption>{t('uptake.load.wordsCaption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('uptake.load.column')}</th>
                <th scope="col">{t('uptake.load.word')}</th>
                <th scope="col">{t('uptake.load.means')}</th>
              </tr>
            </thead>
            <tbody>
              {words.map(({ field, word, value, rows }) => (
                <tr key={`${field} ${word}`}>
                  <td>{fieldOf.get(field)?.heading}</td>
                  <th scope="row">
                    {word} <span className="field-help">{t('uptake.load.inRows', { count: rows, number: format.number(rows) })}</span>
                  </th>
                  <td>
                    <select name={`word.${field}.${word}`} defaultValue={value ?? OPEN} aria-label={t('uptake.load.wordAs', { word })}>
                      {value === null && <option value={OPEN}>{t('uptake.load.choose')}</option>}
                      <option value="">{t('uptake.load.saysNothing')}</option>
                      {fieldOf
                        .get(field)
                        ?.choices.filter((choice) => choice.value !== '')
                        .map((choice) => (
                          <option key={choice.value} value={choice.value}>
                            {choice.word}
                          </option>
                        ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {(reading.datesDoubtful || reading.dates) && (
          <SelectField
            name="map.dates"
            label={t('uptake.load.dates')}
            value={reading.dates ?? ''}
            options={[
              { value: '', label: t('uptake.load.choose') },
              { value: 'DMY', label: t('uptake.load.dayFirst') },
              { value: 'MDY', label: t('uptake.load.monthFirst') },
            ]}
          />
        )}
        {forAll.length > 0 && (
          <fieldset>
            <legend>{t('uptake.load.forAll')}</legend>
            {forAll.map((name) => {
              const choices = fieldOf.get(name)?.choices ?? [];
              const label = fieldOf.get(name)?.heading ?? name;
              return choices.length > 0 ? (
                <SelectField
                  key={name}
                  name={`given.${name}`}
                  label={label}
                  value={given(name)}
                  options={[
                    { value: '', label: t('uptake.load.eachRow') },
                    ...choices.map(({ value, word }) => ({ value, label: word })).filter(({ value }) => value !== ''),
                  ]}
                />
              ) : (
                <TextField
                  key={name}
                  name={`given.${name}`}
                  label={label}
                  type={fieldOf.get(name)?.day ? 'date' : 'text'}
                  value={given(name)}
                  required={false}
                />
              );
            })}
          </fieldset>
        )}
        <button type="submit">{t('uptake.load.readAgain')}</button>
      </form>
    </details>
  );
}
