import type { Unknown } from './list-request.ts';
import { Notice } from './notice.tsx';
import { useSite } from './site.tsx';

/** How much of a strange value is repeated to the reader. */
const most = 60;
/** A value as it can be shown: short, and without characters that are none. */
const shown = (value: string) => {
  const text = value.replace(/\p{Cc}/gu, '\u{FFFD}');
  return text.length > most ? `${text.slice(0, most)} …` : text;
};

/** Says which values of the address the list does not know. Nothing where it knows them all. */
export function UnknownValues({ values, labels }: { values: readonly Unknown[]; labels: Readonly<Record<string, string>> }) {
  const { t } = useSite();
  if (values.length === 0) return null;
  return (
    <Notice role="status">
      {values.slice(0, 10).map(({ field, value }) => (
        <p key={`${field} ${value}`}>{t('filters.unknown', { field: labels[field] ?? field, value: shown(value) })}</p>
      ))}
    </Notice>
  );
}
