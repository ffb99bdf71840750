import { requireSession } from '../accounts/signed-in.ts';
import { data } from 'react-router';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { EvidenceList } from '../uptake/entry.tsx';
import type { MyWorkPageQuery } from '../graphql/graphql.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { type Kind, paths } from './spec.ts';
import type { Route } from './+types/my-work';
import { Person } from './person.tsx';
import { myWorkQuery } from './my-work-query.ts';
import { Trail } from '../ui/trail.tsx';

type Work = MyWorkPageQuery['myWork'];
const states = ['RETURNED', 'DRAFT', 'SUBMITTED', 'LIVE', 'WITHDRAWN'] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return ask(context, myWorkQuery);
}

const confirmDocument = graphql(/* GraphQL */ `
  mutation ConfirmUptakeEntries($entries: [ID!]!) {
    confirmUptakeEntries(entries: $entries) {
      __typename
      ... on UptakePublished {
        entries {
          id
        }
      }
      ...FieldFaults
    }
  }
`);

const publishDocument = graphql(/* GraphQL */ `
  mutation PublishUptakeEntries($entries: [ID!]!, $days: Int) {
    publishUptake(entries: $entries, days: $days) {
      __typename
      ... on UptakePublished {
        entries {
          id
        }
      }
      ...FieldFaults
    }
  }
`);

/** Confirms or publishes the chosen entries together. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const entries = form.getAll('entry').filter((value): value is string => typeof value === 'string');
  if (form.get('intent') === 'publish') {
    const days = form.get('days');
    const asked = typeof days === 'string' && /^\d{1,4}$/.test(days) ? Number(days) : null;
    const { publishUptake: done } = await ask(context, publishDocument, { entries, days: asked });
    if (done.__typename !== 'UptakePublished') return data({ faults: done.fields, intent: 'publish' as const }, { status: 400 });
    return new Response(null, { status: 303, headers: { location: `/my-work?published=${done.entries.length}` } });
  }
  const { confirmUptakeEntries: result } = await ask(context, confirmDocument, { entries });
  if (result.__typename !== 'UptakePublished') return data({ faults: result.fields, intent: 'confirm' as const }, { status: 400 });
  return new Response(null, { status: 303, headers: { location: `/my-work?confirmed=${result.entries.length}` } });
}

/** What a person writes and what waits for them. */
export default function MyWorkPage({
  loaderData: {
    me,
    myWork,
    invitationsForMe,
    uptakeToConfirm,
    uptakeToPublish,
    uptakeActivitiesToConfirm,
    uptakeWithdrawals,
    uptakeDue,
    waitingAssessments,
    waitingAgreementRequests,
    companyProposals,
  },
  actionData,
}: Route.ComponentProps) {
  const { t, format, url } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errorsOf = (intent: 'confirm' | 'publish') => (refused?.intent === intent ? refused.faults : []).map((one) => toError(t, one, intent));
  const confirmed = url.searchParams.get('confirmed');
  const published = url.searchParams.get('published');
  return (
    <>
      <Meta title={t('contributions.work.title')} unlisted />
      <Trail />
      <PageTitle title={t('contributions.work.title')} lead={t('contributions.work.lead')} />
      {me?.demo && <p className="entry-notice">{t('accounts.demoNote')}</p>}
      {me?.canContribute && (
        <p>
          {t('contributions.work.begin')}:{' '}
          {(Object.keys(paths) as Kind[]).map((kind, index) => (
            <span key={kind}>
              {index > 0 && ' · '}
              <a href={`${paths[kind]}/new`}>{t(`contributions.new.title.${kind}`)}</a>
            </span>
          ))}
        </p>
      )}
      {confirmed && /^\d{1,3}$/.test(confirmed) && (
        <Notice role="status">
          <p>{t('contributions.work.confirmed', { count: Number(confirmed) })}</p>
        </Notice>
      )}
      {uptakeDue.length > 0 && (
        <Section id="due" title={t('contributions.work.due')}>
          <ul className="plain">
            {uptakeDue.map((one) => (
              <li key={`${one.organizationSlug} ${one.report.key}`}>
                <a href={`/uptake/organizations/${one.organizationSlug}/report?${new URLSearchParams({ report: one.report.key })}`}>
                  {t('contributions.work.dueOf', { organization: one.organizationName, report: one.report.symbol ?? one.report.title })}
                </a>{' '}
                <span className="quiet">
                  {t('contributions.work.dueCounts', { open: one.open, silent: one.silent, overdue: one.overdue })}
                  {one.demo && `, ${t('uptake.flag.demo')}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {invitationsForMe.length > 0 && (
        <Notice>
          {t('accounts.invitation.waiting')} <a href="/invitation">{t('accounts.invitation.look')}</a>
        </Notice>
      )}
      {!me?.canContribute && !me?.canReview && !me?.rolesWithheld && invitationsForMe.length === 0 && <p>{t('contributions.work.noRole')}</p>}
      {(me?.canReview || myWork.toReview.length > 0) && (
        <Section id="review" title={t('contributions.work.toReview')}>
          {myWork.toReview.length === 0 ? <p className="quiet">{t('contributions.work.noReview')}</p> : <ToReview reviews={myWork.toReview} />}
        </Section>
      )}
      {myWork.escalated && (
        <Section id="escalated" title={t('contributions.work.escalated')}>
          {myWork.escalated.length === 0 ? (
            <p className="quiet">{t('contributions.work.noEscalated')}</p>
          ) : (
            <ToReview reviews={myWork.escalated.map((review) => ({ ...review, overdue: true, round: 0 }))} />
          )}
        </Section>
      )}
      {published && /^\d{1,3}$/.test(published) && (
        <Notice role="status">
          <p>{t('contributions.work.published', { count: Number(published) })}</p>
        </Notice>
      )}
      {uptakeToPublish.length > 0 && (
        <Section id="publish" title={t('contributions.work.toPublish')}>
          <form method="post" className="confirm-together">
            <input type="hidden" name="intent" value="publish" />
            <p className="field-help">{t('contributions.work.publishHelp')}</p>
            <ErrorSummary errors={errorsOf('publish')} />
            {uptakeToPublish.map((entry) => (
              <article className="row" key={entry.id}>
                <h3 className="row-title">
                  <label className="choice">
                    <input type="checkbox" name="entry" value={entry.id} defaultChecked={Boolean(entry.sourceReference && entry.sourcePlace)} />
                    <span>
                      {entry.organizationName}:{' '}
                      {t('contributions.work.confirm', { number: entry.recommendationNumber ?? '', title: entry.recommendationTitle })}
                    </span>
                  </label>
                </h3>
                <QuietFacts
                  items={[
                    t(`uptake.acceptance.${entry.acceptance}`),
                    ...(entry.implementation ? [t(`uptake.implementation.${entry.implementation}`)] : []),
                    format.date(entry.effectiveDate),
                    entry.sourceReference ?? t('contributions.work.noSymbol'),
                    entry.sourcePlace ?? t('contributions.work.noPlace'),
                    <a key="cell" href={`/uptake/${entry.recommendationNumber ?? entry.recommendationSlug}/${entry.organizationSlug}#entry-${entry.id}`}>
                      {t('contributions.work.open')}
                    </a>,
                  ]}
                />
              </article>
            ))}
            <TextField name="days" type="number" inputMode="numeric" label={t('uptake.cell.publishDays')} value="30" />
            <button type="submit">{t('contributions.work.publishAll')}</button>
          </form>
        </Section>
      )}
      {uptakeActivitiesToConfirm.length > 0 && (
        <Section id="activities" title={t('contributions.work.activities')}>
          <ul className="plain">
            {uptakeActivitiesToConfirm.map((one) => (
              <li key={one.id}>
                <a href={one.url}>{one.title}</a>{' '}
                <span className="quiet">{[one.organizationName, one.enteredByName, format.date(one.enteredOn)].filter(Boolean).join(', ')}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {uptakeToConfirm.length > 0 && (
        <Section id="confirm" title={t('contributions.work.toConfirm')}>
          <form method="post" className="confirm-together">
            <p className="field-help">{t('contributions.work.confirmHelp')}</p>
            <ErrorSummary errors={errorsOf('confirm')} />
            {uptakeToConfirm.map((entry) => (
              <article className="row" key={entry.id}>
                <h3 className="row-title">
                  <label className="choice">
                    <input type="checkbox" name="entry" value={entry.id} defaultChecked={!entry.demo} />
                    <span>{t('contributions.work.confirm', { number: entry.recommendationNumber ?? '', title: entry.recommendationTitle })}</span>
                  </label>
                </h3>
                <p className="row-text">
                  {[
                    t(`uptake.acceptance.${entry.acceptance}`),
                    entry.implementation && t(`uptake.implementation.${entry.implementation}`).toLowerCase(),
                    entry.inPart && t(`uptake.inPart.${entry.inPart}`).toLowerCase(),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                  . {entry.comment}
                </p>
                {entry.evidence.length > 0 && <EvidenceList evidence={entry.evidence} />}
                <QuietFacts
                  items={[
                    entry.organizationName,
                    t('contributions.work.entered', { date: format.date(entry.enteredOn), name: entry.enteredByName ?? t('assessments.acts.somebody') }),
                    ...(entry.standing === 'DOCUMENT' || entry.standing === 'UNOPPOSED'
                      ? [t(`uptake.flag.${entry.standing === 'DOCUMENT' ? 'document' : 'unopposed'}`)]
                      : []),
                    ...(entry.standing === 'DOCUMENT' && entry.answerBy ? [t('contributions.work.answerBy', { date: format.date(entry.answerBy) })] : []),
                    ...(entry.demo ? [t('uptake.flag.demo')] : []),
                    <a key="cell" href={`/uptake/${entry.recommendationNumber ?? entry.recommendationSlug}/${entry.organizationSlug}#entry-${entry.id}`}>
                      {t('contributions.work.open')}
                    </a>,
                  ]}
                />
              </article>
            ))}
            <button type="submit">{t('contributions.work.confirmAll')}</button>
          </form>
        </Section>
      )}
      {uptakeWithdrawals.length > 0 && (
        <Section id="withdrawals" title={t('contributions.work.withdrawals')}>
          {uptakeWithdrawals.map((entry) => (
            <article className="row" key={entry.id}>
              <h3 className="row-title">
                <a href={`/uptake/${entry.recommendationNumber ?? entry.recommendationSlug}/${entry.organizationSlug}#request-${entry.id}`}>
                  {t('contributions.work.withdrawal', {
                    organization: entry.organizationName,
                    number: entry.recommendationNumber ?? '',
                    title: entry.recommendationTitle,
                  })}
                </a>
              </h3>
              <p className="row-text">{entry.withdrawalRequest?.reason}</p>
            </article>
          ))}
        </Section>
      )}
      {companyProposals.length > 0 && (
        <Section id="proposals" title={t('contributions.work.proposals')}>
          {companyProposals.map((one) => (
            <article className="row" key={one.id}>
              <h3 className="row-title">
                <a href={one.url}>
                  {one.vendorTitle ? t('companies.proposal.correction', { title: one.vendorTitle }) : t('companies.proposal.entry', { name: one.name })}
                </a>
              </h3>
              <QuietFacts items={[format.date(one.proposedAt.slice(0, 10))]} />
            </article>
          ))}
        </Section>
      )}
      {waitingAgreementRequests.length > 0 && (
        <Section id="agreements" title={t('contributions.work.toAnswer')}>
          {waitingAgreementRequests.map((one) => (
            <article className="row" key={one.id}>
              <h3 className="row-title">
                <a href={one.url}>{t('contributions.work.answer', { organization: one.organization, title: one.title })}</a>
              </h3>
              <QuietFacts items={[one.number, format.date(one.askedAt.slice(0, 10))]} />
            </article>
          ))}
        </Section>
      )}
      {waitingAssessments.length > 0 && (
        <Section id="assessments" title={t('contributions.work.toAgree')}>
          {waitingAssessments.map((one) => (
            <article className="row" key={one.id}>
              <h3 className="row-title">
                <a href={`${one.url}#acts`}>{one.title}</a>
              </h3>
              <QuietFacts
                items={[
                  one.organization,
                  t('contributions.work.saved', { date: format.date(one.updatedAt.slice(0, 10)) }),
                  one.objected ? t('contributions.work.objected') : null,
                ]}
              />
            </article>
          ))}
        </Section>
      )}
      {myWork.drafts.length === 0 && me?.canContribute && <p className="section quiet">{t('contributions.work.noDrafts')}</p>}
      {states.map((state) => {
        const drafts = myWork.drafts.filter((draft) => draft.state === state);
        return drafts.length === 0 ? null : (
          <Section key={state} id={state.toLowerCase()} title={t(`contributions.work.drafts.${state}`)}>
            {drafts.map((draft) => (
              <DraftRow key={draft.id} draft={draft} mine={draft.author.name === me?.name} />
            ))}
          </Section>
        );
      })}
    </>
  );
}

type Waiting = { id: string; organizationName: string; createdAt: string; overdue: boolean; draft: Work['toReview'][number]['draft'] };
function ToReview({ reviews }: { reviews: readonly Waiting[] }) {
  const { t, format } = useSite();
  return reviews.map((review) => (
    <article className="row" key={review.id}>
      <h3 className="row-title">
        <a href={`/drafts/${review.draft.id}/review`}>{t('contributions.work.review', { title: review.draft.title })}</a>
      </h3>
      {review.draft.reason && <p className="row-text">{review.draft.reason}</p>}
      <QuietFacts
        items={[
          t('contributions.work.asked', { organization: review.organizationName, date: format.date(review.createdAt.slice(0, 10)) }),
          <Person key="by" person={review.draft.author} />,
          ...(review.overdue ? [t('contributions.work.overdue')] : []),
        ]}
      />
    </article>
  ));
}

function DraftRow({ draft, mine }: { draft: Work['drafts'][number]; mine: boolean }) {
  const { t, format } = useSite();
  const kind = t(`contributions.kind.${draft.kind}` as 'contributions.kind.PROJECT');
  const open = draft.state === 'DRAFT' || draft.state === 'RETURNED';
  const latest = draft.reviews.filter((review) => review.round === draft.round);
  const reasons = latest.flatMap((review) => [
    ...review.decisions
      .filter((one) => one.decision === 'RETURNED')
      .map((one) => ({ key: `${review.id} ${one.field}`, organization: review.organizationName, reason: one.reason })),
    ...(review.state === 'RETURNED' && review.comment ? [{ key: review.id, organization: review.organizationName, reason: review.comment }] : []),
  ]);
  return (
    <article className="row">
      <h3 className="row-title">
        <a href={(open && draft.viewerCanWrite) || draft.state === 'WITHDRAWN' ? draft.url : `${draft.url}/review`}>
          {draft.title === 'untitled' ? t('contributions.form.untitled') : draft.title}
        </a>
      </h3>
      {draft.reason && <p className="row-text">{draft.reason}</p>}
      {draft.state === 'RETURNED' &&
        reasons.map((one) => (
          <p className="row-text" key={one.key}>
            {t('contributions.form.returned', one)}
          </p>
        ))}
      <QuietFacts
        items={[
          draft.basedOn > 0 ? t('contributions.work.changeOf', { kind }) : t('contributions.work.newRecord', { kind }),
          ...(mine ? [] : [<Person key="by" person={draft.author} />]),
          t('contributions.work.saved', { date: format.date(draft.updatedAt.slice(0, 10)) }),
          ...(draft.state === 'SUBMITTED'
            ? latest.map((review) =>
                t('contributions.review.answer', { organization: review.organizationName, state: t(`contributions.reviewState.${review.state}`) }),
              )
            : []),
          ...(draft.state === 'LIVE' && draft.publishedVersion ? [t('contributions.work.version', { version: draft.publishedVersion })] : []),
          ...(open && draft.outdated ? [t('contributions.work.outdated')] : []),
        ]}
      />
    </article>
  );
}
