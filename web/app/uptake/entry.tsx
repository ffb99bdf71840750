import type { EntryPartsFragment } from '../graphql/graphql.ts';
import { NotStated } from '../ui/certainty.tsx';
import { Facts } from '../ui/facts.tsx';
import { useSite } from '../ui/site.tsx';
import { StatusIcon } from './status-icon.tsx';

/** What a report rests on, each piece a link where it has an address. */
export function EvidenceList({ evidence }: { evidence: EntryPartsFragment['evidence'] }) {
  const { t } = useSite();
  return (
    <ul className="plain">
      {evidence.map((item, index) => (
        <li key={index}>
          {item.url ? <a href={item.url}>{item.label}</a> : `${item.label} (${t('uptake.cell.evidenceWithdrawn')})`}
          {item.audience !== 'PUBLIC' && (
            <span className="quiet small"> {t('uptake.cell.commentFor', { audience: t(`uptake.audience.${item.audience}`).toLowerCase() })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

const roleOf = (t: ReturnType<typeof useSite>['t'], role: string | null | undefined) => t(`uptake.role.${role as 'MEMBER'}`, { defaultValue: role ?? '' });

/** One entry of a history with everything that its reader may see. Fields that were left empty are not listed. */
export function Entry({ entry, organization, holds }: { entry: EntryPartsFragment; organization: string; holds: boolean }) {
  const { t, format } = useSite();
  const status = entry.acceptance === 'ACCEPTED' ? (entry.implementation ?? 'NOT_STARTED') : entry.acceptance;
  const line = (label: string, value: string | null | undefined) => (value ? [{ label, value }] : []);
  const entered = { date: format.date(entry.enteredOn), role: roleOf(t, entry.enteredAs), name: entry.enteredByName ?? '' };
  const inPart = entry.inPart ? t(`uptake.inPart.${entry.inPart}`) : null;
  return (
    <article className={entry.withdrawn ? 'uptake-entry withdrawn' : 'uptake-entry'} id={`entry-${entry.id}`} aria-labelledby={`entry-${entry.id}-title`}>
      <h3 id={`entry-${entry.id}-title`}>
        <StatusIcon status={status} /> {t('uptake.cell.effective', { date: format.date(entry.effectiveDate) })}: {t(`uptake.status.${status}`)}
        {inPart && ` (${inPart.toLowerCase()})`}
      </h3>
      {!entry.withdrawn && (entry.standing === 'DOCUMENT' || entry.standing === 'UNOPPOSED') && entry.publishedOn && (
        <p>
          <b className="uptake-sign">{entry.standing === 'DOCUMENT' ? 'd' : 'o'}</b>{' '}
          {t(entry.standing === 'UNOPPOSED' ? 'uptake.cell.unopposed' : entry.answerBy ? 'uptake.cell.fromDocument' : 'uptake.cell.fromDocumentUntold', {
            published: format.date(entry.publishedOn),
            day: entry.answerBy ? format.date(entry.answerBy) : '',
          })}
        </p>
      )}
      {entry.demo && (
        <p>
          <b className="uptake-sign">D</b> {t('uptake.cell.demo', { organization })}
        </p>
      )}
      {entry.withdrawn && entry.withdrawnOn && (
        <p>
          {t('uptake.cell.withdrawnOn', { date: format.date(entry.withdrawnOn), role: roleOf(t, entry.withdrawnAs), reason: entry.withdrawalReason ?? '' })}
        </p>
      )}
      {holds && <p>{t('uptake.cell.holds')}</p>}
      <Facts
        items={[
          ...line(t('uptake.cell.unit'), entry.responsibleUnit),
          ...line(t('uptake.cell.officer'), entry.officer),
          ...line(t('uptake.cell.target'), entry.targetDate ? format.date(entry.targetDate) : null),
          {
            label: t('uptake.cell.comment'),
            value: entry.comment ? (
              <>
                <span className="uptake-text">{entry.comment}</span>
                {entry.commentAudience !== 'PUBLIC' && (
                  <span className="quiet small"> {t('uptake.cell.commentFor', { audience: t(`uptake.audience.${entry.commentAudience}`).toLowerCase() })}</span>
                )}
              </>
            ) : (
              <NotStated />
            ),
          },
          ...line(t('uptake.cell.decision'), entry.decisionSymbol),
          ...line(t('uptake.cell.financial'), entry.financialImplication),
          ...line(t('uptake.cell.impact'), entry.impactSeen),
          { label: t('uptake.cell.evidence'), value: entry.evidence.length > 0 ? <EvidenceList evidence={entry.evidence} /> : <NotStated /> },
          { label: t('uptake.cell.source'), value: [t(`uptake.source.${entry.source}`), entry.sourceReference, entry.sourcePlace].filter(Boolean).join(', ') },
          {
            label: t('uptake.cell.confirmed'),
            value: entry.confirmedOn
              ? entry.confirmedByName
                ? t('uptake.cell.confirmedBy', { date: format.date(entry.confirmedOn), name: entry.confirmedByName })
                : t('uptake.cell.confirmedOn', { date: format.date(entry.confirmedOn) })
              : t('uptake.cell.notConfirmed'),
          },
        ]}
      />
      <p className="small quiet">{entry.enteredByName ? t('uptake.cell.enteredNamed', entered) : t('uptake.cell.entered', entered)}</p>
    </article>
  );
}
