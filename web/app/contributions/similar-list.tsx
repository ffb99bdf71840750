import type { SimilarPartsFragment } from '../graphql/graphql.ts';
import { useReason } from './near-matches.tsx';
import { useSite } from '../ui/site.tsx';
import { RecordLink } from '../ui/record-link.tsx';

/** Records like the one being written, with what they share and whom to ask. */
export function SimilarList({ similar }: { similar: readonly SimilarPartsFragment[] }) {
  const { t, format } = useSite();
  const reasonOf = useReason();
  if (similar.length === 0) return <p className="quiet">{t('contributions.similar.none')}</p>;
  return (
    <ul className="aside-list">
      {similar.map(({ record, reasons, contacts, sameName, name }) => (
        <li key={record.url}>
          <RecordLink to={record} /> <span className="quiet small">{t(`searchBox.kind.${record.kind}`)}</span>
          {sameName && <b className="aside-why">{reasonOf({ reason: sameName, name: name ?? record.title })}</b>}
          {reasons.length > 0 && <span className="aside-why">{t('contributions.similar.both', { words: format.list(reasons) })}</span>}
          {contacts.length > 0 && (
            <span className="aside-why">
              {t('contributions.similar.contact', {
                contacts: contacts.map((contact) => [contact.name, contact.role, contact.email].filter(Boolean).join(', ')).join('; '),
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
