import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import type { MyWorkPageQuery } from '../graphql/graphql.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
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

/** What a person writes and what waits for them. */
export default function MyWorkPage({ loaderData: { me, myWork, invitationsForMe, uptakeToConfirm, waitingAssessments } }: Route.ComponentProps) {
  const { t, format } = useSite();
  return (
    <>
      <Meta title={t('contributions.work.title')} unlisted />
      <Trail />
      <PageTitle title={t('contributions.work.title')} lead={t('contributions.work.lead')} />
      {me?.demo && <p className="entry-notice">{t('accounts.demoNote')}</p>}
      {me?.canContribute && (
        <p>
          {t('contributions.work.begin')}:{' '}
          {(['PROJECT', 'LESSON', 'VENDOR'] as const).map((kind, index) => (
            <span key={kind}>
              {index > 0 && ' · '}
              <a href={`/${{ PROJECT: 'projects', LESSON: 'lessons', VENDOR: 'vendors' }[kind]}/new`}>{t(`contributions.new.title.${kind}`)}</a>
            </span>
          ))}
        </p>
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
      {uptakeToConfirm.length > 0 && (
        <Section id="confirm" title={t('contributions.work.toConfirm')}>
          {uptakeToConfirm.map((entry) => (
            <article className="row" key={entry.id}>
              <h3 className="row-title">
                <a href={`/uptake/${entry.recommendationSlug}/${entry.organizationSlug}`}>
                  {t('contributions.work.confirm', { number: entry.recommendationNumber ?? '', title: entry.recommendationTitle })}
                </a>
              </h3>
              <QuietFacts
                items={[
                  entry.organizationName,
                  t('contributions.work.entered', { date: format.date(entry.enteredOn), name: entry.enteredByName ?? t('assessments.acts.somebody') }),
                  ...(entry.standing === 'DOCUMENT' || entry.standing === 'UNOPPOSED'
                    ? [t(`uptake.flag.${entry.standing === 'DOCUMENT' ? 'document' : 'unopposed'}`)]
                    : []),
                  ...(entry.standing === 'DOCUMENT' && entry.answerBy ? [t('contributions.work.answerBy', { date: format.date(entry.answerBy) })] : []),
                  ...(entry.demo ? [t('uptake.flag.demo')] : []),
                ]}
              />
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
              <QuietFacts items={[one.organization, t('contributions.work.saved', { date: format.date(one.updatedAt.slice(0, 10)) })]} />
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
