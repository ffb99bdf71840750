import { Fragment } from 'react';
import { fault } from '#i18n/fault.ts';
import { data, redirect } from 'react-router';
import { toSignIn } from '../accounts/signed-in.ts';
import { ask, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { DraftReviewQuery, FieldDecisionInput, Outcome } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Facts } from '../ui/facts.tsx';
import { ErrorSummary, TextArea } from '../ui/form.tsx';
import { type Fault, toError } from '../ui/faults.ts';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/review';
import { differenceName, Differences } from './differences.tsx';
import { NamesakeNotice } from './namesakes.tsx';
import { Person } from './person.tsx';
import { Preview } from './preview.tsx';
import { commentMutation, decideMutation } from './mutations.ts';
import { draftReviewQuery } from './queries.ts';
import type { Kind } from './spec.ts';

type Draft = NonNullable<DraftReviewQuery['draft']>;
type Review = Draft['reviews'][number];
type Answer = {
  faults: Fault[];
  typed: { form: 'decide' | 'comment'; organization: string; comment: string; fields: { field: string; returned: boolean; reason: string }[] };
};

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { me, draft } = await ask(context, draftReviewQuery, { id: params.id });
  if (!me) throw toSignIn(request);
  return { draft: orNotFound(context, draft), key: crypto.randomUUID() };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .replaceAll('\r\n', '\n')
      .trim();
  const page = `/drafts/${params.id}/review`;
  if (text('do') === 'comment') {
    const said = text('text');
    const refuse = (faults: Fault[]) => data<Answer>({ faults, typed: { form: 'comment', organization: '', comment: said, fields: [] } }, 400);
    if (said === '') return refuse([fault('text', 'SAY')]);
    const { comment } = await ask(context, commentMutation, { draft: params.id, text: said, key: text('key').slice(0, 100) || null });
    if (comment.__typename === 'InvalidInput') return refuse(comment.fields);
    throw redirect(`${page}#talk`, 303);
  }
  const fields: Answer['typed']['fields'] = [];
  for (let index = 0; form.has(`fields.${index}.field`) && index < 500; index++) {
    fields.push({ field: text(`fields.${index}.field`), returned: form.has(`fields.${index}.returned`), reason: text(`fields.${index}.reason`) });
  }
  const outcome: Outcome = text('do') === 'accept' ? 'ACCEPTED' : 'RETURNED';
  const decisions: FieldDecisionInput[] = fields.map((one) => ({
    field: one.field,
    decision: one.returned ? 'RETURNED' : 'ACCEPTED',
    reason: one.returned ? one.reason : '',
  }));
  const { decide } = await ask(context, decideMutation, {
    draft: params.id,
    organization: text('organization'),
    round: Number.parseInt(text('round'), 10) || 0,
    outcome,
    fields: decisions,
    comment: text('comment'),
  });
  if (decide.__typename !== 'InvalidInput') throw redirect(`${page}?decided=1`, 303);
  return data<Answer>({ faults: decide.fields, typed: { form: 'decide', organization: text('organization'), comment: text('comment'), fields } }, 400);
}

/** A submitted draft: what would change, what its owners say, and the form in which one decides. */
export default function ReviewPage({ loaderData: { draft, key }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const answer = actionData as Answer | undefined;
  const title = draft.record?.title ?? draft.title;
  const known = new Set([...draft.differences.map((_, index) => `fields.${index}.reason`), 'comment', 'text']);
  const errors = (answer?.faults ?? []).map((one) => toError(t, one, known.has(one.path) ? one.path : 'decide'));
  const mine = draft.reviews.filter((review) => review.round === draft.round && review.viewerCanDecide);
  const deciding = mine.find((review) => review.organizationSlug === answer?.typed.organization) ?? mine[0];
  const typed = answer?.typed.form === 'decide' ? answer.typed : null;
  const says = (name: string) => url.searchParams.get(name) === '1' && !answer;
  return (
    <>
      <Meta title={t('contributions.review.title', { title })} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('contributions.work.title'), url: '/my-work' },
        ]}
      />
      <PageTitle kind={t(`contributions.state.${draft.state}`)} title={t('contributions.review.title', { title })} />
      <ErrorSummary errors={errors} />
      {says('submitted') && <Notice role="status">{t('contributions.submit.done')}</Notice>}
      {says('decided') && <Notice role="status">{t('contributions.review.decided')}</Notice>}
      <NamesakeNotice namesakes={draft.namesakes} />
      {draft.partlyHidden && <Notice>{t('contributions.review.partlyHidden')}</Notice>}
      {draft.state === 'LIVE' && (
        <p className="entry-notice">
          {t('contributions.review.live', { version: draft.publishedVersion ?? 1 })}{' '}
          {draft.record && <a href={draft.record.url}>{t('contributions.review.see')}</a>}
        </p>
      )}
      <Facts
        caption={t('contributions.review.about')}
        items={[
          {
            label: t('contributions.review.by'),
            value: (
              <>
                {draft.writers.map((person, index) => (
                  <Fragment key={index}>
                    {index > 0 && ', '}
                    <Person person={person} />
                  </Fragment>
                ))}
                {draft.organizationName && `, ${draft.organizationName}`}
              </>
            ),
          },
          { label: t('contributions.review.reason'), value: draft.reason || <span className="quiet">{t('contributions.review.noReason')}</span> },
          {
            label: t('contributions.review.basedOn'),
            value:
              draft.basedOn > 0 && draft.record ? (
                <a href={`${draft.record.url}/history/${draft.basedOn}`}>{t('contributions.review.version', { version: draft.basedOn })}</a>
              ) : (
                t('contributions.review.newRecord')
              ),
          },
          ...(draft.reviews.length > 0
            ? [{ label: t('contributions.review.answers'), value: draft.reviews.map((review) => <AnswerLine key={review.id} review={review} draft={draft} />) }]
            : []),
        ]}
      />
      <Preview draft={draft} writable={draft.viewerCanWrite && (draft.state === 'DRAFT' || draft.state === 'RETURNED')} />
      {draft.sinceReturned && (
        <Section id="since-returned" title={t('contributions.review.sinceReturned')}>
          {draft.sinceReturned.length === 0 ? (
            <p>{t('contributions.review.nothingSince')}</p>
          ) : (
            <Differences caption={t('contributions.review.sinceReturned')} differences={draft.sinceReturned} kind={draft.kind as Kind} />
          )}
        </Section>
      )}
      <form method="post" action={`${draft.url}/review`} id="decide" tabIndex={-1}>
        <Section id="differences" title={t('contributions.review.differences')}>
          {draft.differences.length === 0 ? (
            <p>{t('contributions.review.none')}</p>
          ) : (
            <Differences
              caption={t('contributions.review.differences')}
              differences={draft.differences}
              kind={draft.kind as Kind}
              below={
                deciding
                  ? (difference, index) => (
                      <ReturnField
                        index={index}
                        path={difference.path}
                        label={differenceName(t, draft.kind as Kind, difference)}
                        typed={typed?.fields.find((one) => one.field === difference.path)}
                        error={errors.find((one) => one.name === `fields.${index}.reason`)?.message}
                      />
                    )
                  : undefined
              }
            />
          )}
          {listOfSources(draft.sources).length > 0 && (
            <>
              <h3>{t('contributions.review.sources')}</h3>
              <ul>
                {listOfSources(draft.sources).map((source) => (
                  <li key={source.slug}>
                    {[source.title, source.author, source.date].filter(Boolean).join(', ')}{' '}
                    {source.address && <span className="quiet small">{source.address}</span>}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
        {deciding && (
          <Section id="answer" title={t('contributions.review.decideFor', { organization: deciding.organizationName })}>
            {deciding.viewerWouldStepIn && <p className="entry-notice">{t('contributions.review.stepIn', { organization: deciding.organizationName })}</p>}
            {mine.length > 1 ? (
              <div className="field">
                <label htmlFor="organization">{t('accounts.members.organization')}</label>
                <select id="organization" name="organization" defaultValue={deciding.organizationSlug}>
                  {mine.map((review) => (
                    <option key={review.id} value={review.organizationSlug}>
                      {review.organizationName}
                    </option>
                  ))}
                </select>
              </div>
            ) : (
              <input type="hidden" name="organization" value={deciding.organizationSlug} />
            )}
            <input type="hidden" name="round" value={draft.round} />
            <TextArea
              name="comment"
              label={t('contributions.review.comment')}
              help={t('contributions.review.commentHelp')}
              required={false}
              value={typed?.comment}
              error={errors.find((one) => one.name === 'comment')?.message ?? null}
              rows={3}
            />
            <p className="field-help">{t('contributions.review.decideHelp')}</p>
            <div className="entry-buttons">
              <button type="submit" name="do" value="accept">
                {t('contributions.review.accept')}
              </button>
              <button type="submit" name="do" value="return" className="button-quiet">
                {t('contributions.review.giveBack')}
              </button>
            </div>
          </Section>
        )}
      </form>
      {draft.state === 'SUBMITTED' && !deciding && draft.viewerCanWrite && (
        <p className="section">
          {t('contributions.review.own')} <a href={draft.url}>{t('contributions.form.takeBack')}</a>
        </p>
      )}
      {(draft.state === 'RETURNED' || draft.state === 'DRAFT') && draft.viewerCanWrite && (
        <p className="section">
          <a href={draft.url}>{t('contributions.submit.back')}</a>
        </p>
      )}
      <Section id="talk" title={t('contributions.review.talk')}>
        {draft.comments.length === 0 ? (
          <p className="quiet">{t('contributions.review.noTalk')}</p>
        ) : (
          <ul>
            {draft.comments.map((comment) => (
              <li key={comment.id}>
                <Person person={comment.author} />, {format.date(comment.createdAt.slice(0, 10))}: {comment.text}
              </li>
            ))}
          </ul>
        )}
        <form method="post" action={`${draft.url}/review`} className="section">
          <input type="hidden" name="key" value={key} />
          <TextArea
            name="text"
            label={t('contributions.review.say')}
            value={answer?.typed.form === 'comment' ? answer.typed.comment : ''}
            error={errors.find((one) => one.name === 'text')?.message ?? null}
            rows={2}
          />
          <button type="submit" name="do" value="comment" className="button-quiet">
            {t('contributions.review.sayButton')}
          </button>
        </form>
      </Section>
    </>
  );
}

type Source = { slug?: string; title?: string; author?: string; date?: string; address?: string };
const listOfSources = (sources: unknown): Source[] => (Array.isArray(sources) ? (sources as Source[]) : []);

/** The boxes that return one field, with the reason. */
function ReturnField({
  index,
  path,
  label,
  typed,
  error,
}: {
  index: number;
  path: string;
  label: string;
  typed?: { returned: boolean; reason: string };
  error?: string;
}) {
  const { t } = useSite();
  const name = `fields.${index}`;
  return (
    <span className={error ? 'review-field field-wrong' : 'review-field'}>
      <input type="hidden" name={`${name}.field`} value={path} />
      <label className="choice">
        <input type="checkbox" name={`${name}.returned`} value="1" defaultChecked={typed?.returned ?? false} />
        <span>
          {t('contributions.review.returnField')}
          <span className="hidden">: {label}</span>
        </span>
      </label>
      <label className="small" htmlFor={`${name}.reason`}>
        {t('contributions.review.why')}
        <span className="hidden"> {label}</span>
      </label>
      {error && (
        <span className="field-error" id={`${name}.reason-error`}>
          <b>{t('form.error')}</b> {error}
        </span>
      )}
      <textarea
        id={`${name}.reason`}
        name={`${name}.reason`}
        rows={2}
        defaultValue={typed?.reason}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}.reason-error` : undefined}
      />
    </span>
  );
}

/** What one owner said about one submission, with the reasons of returned fields. */
function AnswerLine({ review, draft }: { review: Review; draft: Draft }) {
  const { t, format } = useSite();
  const returned = review.decisions.filter((one) => one.decision === 'RETURNED');
  // Of an earlier round the difference may be gone: the field is then called as the form calls it.
  const label = (path: string) => differenceName(t, draft.kind as Kind, draft.differences.find((one) => one.path === path) ?? { path, label: path });
  const more = [
    review.reviewer && <Person key="who" person={review.reviewer} />,
    review.decidedAt && format.date(review.decidedAt.slice(0, 10)),
    draft.round > 1 && t('contributions.review.round', { round: review.round }),
    review.steppedIn && t('contributions.review.steppedIn'),
    review.overdue && t('contributions.review.overdue'),
  ].filter(Boolean);
  return (
    <span>
      {t('contributions.review.answer', { organization: review.organizationName, state: t(`contributions.reviewState.${review.state}`) })}
      {more.length > 0 && (
        <span className="quiet small">
          {' '}
          {more.map((one, index) => (
            <span key={index}>
              {index > 0 && ', '}
              {one}
            </span>
          ))}
        </span>
      )}
      {(returned.length > 0 || review.comment) && (
        <span className="small review-reasons">
          {returned.map((one) => (
            <span key={one.field}>{t('contributions.review.returnedField', { field: label(one.field), reason: one.reason })}</span>
          ))}
          {review.comment && <span>{review.comment}</span>}
        </span>
      )}
    </span>
  );
}
