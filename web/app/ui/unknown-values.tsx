import type { Unknown } from './list-request.ts';
import { Notice } from './notice.tsx';
import { useSite } from './site.tsx';

/** So many values are named; of more it is said how many. */
const NAMED = 10;
/** How much of a strange value is repeated to the reader. */
const most = 60;
/** A value as it can be shown: short, and without characters that are none. */
const shown = (value: string) => {
  const text = value.replace(/\p{Cc}/gu, '\u{FFFD}');
  return text.length > most ? `${text.slice(0, most)} …` : text;
};

/** Says which values of the address the list does not know, and how many were too many to be read. Nothing where it took them all. */
export function UnknownValues({ values, labels, tooMany = 0 }: { values: readonly Unknown[]; labels: Readonly<Record<string, string>>; tooMany?: number }) {
  const { t } = useSite();
  const more = values.length - NAMED;
  if (values.length === 0 && tooMany === 0) return null;
  return (
    <Notice role="status">
      {values.slice(0, NAMED).map(({ field, value }) => (
        <p key={`${field} ${value}`}>{t('filters.unknown', { field: labels[field] ?? field, value: shown(value) })}</p>
      ))}
      {more > 0 && <p>{t('filters.unknownMore', { count: more })}</p>}
      {tooMany > 0 && <p>{t('filters.tooMany', { count: tooMany })}</p>}
    </Notice>
  );
}
