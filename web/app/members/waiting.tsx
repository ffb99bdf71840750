import type { MembersPageQuery } from '../graphql/graphql.ts';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';

/** Sign-ins that only an administrator can decide; nothing where there are none. */
export function WaitingSignIns({ cases, action }: { cases: MembersPageQuery['signInCases']; action: string }) {
  const { t, format } = useSite();
  if (cases.length === 0) return null;
  const decisions = [
    ['SAME_PERSON', t('accounts.members.caseSame')],
    ['NEW_PERSON', t('accounts.members.caseNew')],
    ['REFUSED', t('accounts.members.caseRefuse')],
  ] as const;
  return (
    <Section id="cases" title={t('accounts.members.cases')}>
      <p>{t('accounts.members.casesLead')}</p>
      <ul className="rows">
        {cases.map(({ id, name, email, service, subject, vouched, accountName, reassigned, decision: decided, seenAt }) => (
          <li className="row" key={id}>
            <h3 className="row-title">{t('accounts.members.caseWho', { name, email, service })}</h3>
            <p>
              {t('accounts.members.caseAccount', { name: accountName })} {reassigned ? t('accounts.members.caseReassigned') : t('accounts.members.caseOther')}
              {!vouched && <> {t('accounts.members.caseUnvouched')}</>} {decided && <strong>{t('accounts.members.caseRefused')}</strong>}
            </p>
            <p className="quiet small">{t('accounts.members.caseSubject', { subject, date: format.minute(seenAt) })}</p>
            <form method="post" action={action} className="entry-buttons">
              <input type="hidden" name="id" value={id} />
              {decisions
                .filter(([decision]) => (vouched || decision === 'REFUSED') && decision !== decided)
                .map(([decision, label]) => (
                  <button
                    key={decision}
                    type="submit"
                    name="do"
                    value={decision}
                    className="button-quiet"
                    aria-label={t('accounts.members.caseOf', { decision: label, name })}
                  >
                    {label}
                  </button>
                ))}
            </form>
            {vouched && <p className="quiet small">{t('accounts.members.caseNewHelp')}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The invitations that nobody has accepted, each with its withdrawal; nothing where there are none. */
export function OpenInvitations({ invitations, action }: { invitations: MembersPageQuery['invitations']; action: string }) {
  const { t, format } = useSite();
  if (invitations.length === 0) return null;
  return (
    <Section id="invitations" title={t('accounts.members.invitations')}>
      <ul className="rows">
        {invitations.map(({ id, email, role, organizationName, deputy, invitedBy, works, createdAt, expiresAt }) => {
          const days = { date: format.date(createdAt.slice(0, 10)), until: format.date(expiresAt.slice(0, 10)) };
          const organization = organizationName ?? t('accounts.account.everywhere');
          return (
            <li className="row" key={id}>
              <p>
                {t('accounts.members.invitation', { email, role: t(`accounts.role.${role}`), organization })}
                {deputy && ` (${t('accounts.account.deputy')})`}{' '}
                <span className="quiet small">
                  {invitedBy ? t('accounts.members.invitedBy', { name: invitedBy, ...days }) : t('accounts.members.invitedByNobody', days)}
                  {!works && <>, {t('accounts.members.invitationDead')}</>}
                </span>
              </p>
              <form method="post" action={action}>
                <input type="hidden" name="id" value={id} />
                <button type="submit" name="do" value="withdraw" className="button-quiet" aria-label={t('accounts.members.withdrawOf', { email })}>
                  {t('accounts.members.withdraw')}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
