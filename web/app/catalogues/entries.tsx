import type { CatalogueEntryPartsFragment } from '../graphql/graphql.ts';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { useSite } from '../ui/site.tsx';

/** As many are shown of a load; all are counted. */
const MOST = 200;
/** As much of a long text is shown. */
const LONG = 300;
const short = (text: string) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

/** What becomes of each entry of a file, with what it says otherwise and what may be the same thing. */
export function Entries({ entries, loaded }: { entries: readonly CatalogueEntryPartsFragment[]; loaded: boolean }) {
  const { t } = useSite();
  const field = (name: string) => t(`foreignRecords.field.${name as 'summary'}`);
  const text = (said: string) => short(said) || t('catalogues.nothing');
  return (
    <>
      {entries.length > MOST && <p>{t('catalogues.most', { shown: MOST, count: entries.length })}</p>}
      <ResponsiveTable
        caption={t('catalogues.rowsCaption')}
        columns={[t('catalogues.rowColumns.title'), t('catalogues.rowColumns.action'), t('catalogues.rowColumns.said')]}
        rows={entries.slice(0, MOST).map(({ place, action, title, url, changed, doubles }) => ({
          key: url,
          cells: [
            <span key="title">
              {loaded ? <a href={url}>{title}</a> : title} <span className="quiet small">{place}</span>
            </span>,
            t(`catalogues.action.${action}`),
            changed.length + doubles.length === 0 ? null : (
              <ul key="said" className="plain">
                {changed.map((one) => (
                  <li key={one.field}>{t('catalogues.was', { field: field(one.field), after: text(one.after), before: text(one.before) })}</li>
                ))}
                {doubles.map((one) => (
                  <li key={`${one.address} ${one.reason}`}>
                    {t('catalogues.double')} <a href={one.address}>{one.title}</a> ({t(`catalogues.doubleReason.${one.reason as 'SAME'}`)}: {one.text})
                  </li>
                ))}
              </ul>
            ),
          ],
        }))}
      />
    </>
  );
}
