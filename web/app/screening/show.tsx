import { fault } from '#i18n/fault.ts';
import { data, redirect } from 'react-router';
import { ask, httpError as thrown, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { ScreeningAnswer } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { type Fault, toError } from '../ui/faults.ts';
import { Choices, ErrorSummary, TextArea } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Route } from './+types/show';

const query = graphql(/* GraphQL */ `
  query ScreeningCandidatePage($id: ID!) {
    screeningCandidate(id: $id) {
      id
      vendorName
      listedName
      listedNames
      entryKey
      entryKind
      programme
      score
      listName
      listedOn
      synthetic
      checkedAt
      current
      shown
      state
      vendor {
        title
        url
      }
      words {
        vendorWord
        listedWord
        why
        alike
      }
      decisions {
        id
        answer
        reason
        name
        decidedAs
        decidedAt
        holds
      }
    }
  }
`);
const decide = graphql(/* GraphQL */ `
  mutation DecideScreening($candidate: ID!, $last: ID, $answer: ScreeningAnswer!, $reason: String!) {
    decideScreening(candidate: $candidate, last: $last, answer: $answer, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);
const answers = ['SAME', 'NOT_THE_SAME', 'UNDECIDED'] as const satisfies readonly ScreeningAnswer[];
const isAnswer = (text: string): text is ScreeningAnswer => (answers as readonly string[]).includes(text);
const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id);

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!isId(id)) throw thrown(context, 404);
  return { candidate: orNotFound(context, (await ask(context, query, { id })).screeningCandidate) };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isId(id)) throw thrown(context, 404);
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  const answer = text('answer');
  const reason = text('reason');
  const back = (faults: readonly Fault[]) => data({ faults, answer, reason }, { status: 400 });
  if (!isAnswer(answer)) return back([fault('answer', 'DECISION_ANSWER'), ...(reason.trim() ? [] : [fault('reason', 'DECISION_REASON')])]);
  const { decideScreening: result } = await ask(context, decide, { candidate: id, last: text('last') || null, answer, reason });
  return result.__typename === 'InvalidInput' ? back(result.fields) : redirect(`/screening/${id}?done=decided`, 303);
}

export default function CandidatePage({ loaderData: { candidate }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const came = actionData && 'faults' in actionData ? actionData : null;
  const errors = (came?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const columns = t('screening.word', { returnObjects: true });
  const title = t('screening.pair', { vendor: candidate.vendorName, listed: candidate.listedName });
  return (
    <>
      <Meta title={title} unlisted />
      <Breadcrumbs items={[{ label: t('screening.title'), url: '/screening' }]} />
      <PageTitle
        title={title}
        lead={t('screening.question', {
          vendor: candidate.vendor.title,
          entry: candidate.entryKey,
          list: t('screening.listOf', { name: candidate.listName, day: format.date(candidate.listedOn) }),
        })}
      />
      <ErrorSummary errors={errors} />
      {url.searchParams.get('done') === 'decided' && (
        <Notice role="status">
          <p>
            {t('screening.done.decided')} <a href="/screening#candidates">{t('screening.back')}</a>
          </p>
        </Notice>
      )}
      {candidate.synthetic && (
        <Notice>
          <p>{t('screening.synthetic')}</p>
        </Notice>
      )}
      {!candidate.current && (
        <Notice>
          <p>{t('screening.notCurrent')}</p>
        </Notice>
      )}
      {candidate.state === 'CHANGED' && (
        <Notice>
          <p>{t('screening.changed')}</p>
        </Notice>
      )}
      <Section id="why" title={t('screening.why')}>
        <p>{t('screening.scoreText', { score: format.percent(candidate.score), day: format.minute(candidate.checkedAt) })}</p>
        <ResponsiveTable
          caption={t('screening.wordCaption')}
          columns={[columns.vendor, columns.listed, columns.why, columns.alike]}
          rows={candidate.words.map((word, index) => ({
            key: String(index),
            cells: [
              word.vendorWord || t('screening.noWord'),
              word.listedWord || t('screening.noWord'),
              t(`screening.because.${word.why as 'SAME'}`),
              word.why === 'MISSING' || word.why === 'LEFT_OUT' ? null : format.percent(word.alike),
            ],
          }))}
        />
      </Section>
      <Section id="entry" title={t('screening.entry')}>
        <p>
          {[
            candidate.entryKey,
            candidate.entryKind && t(`screening.kind.${candidate.entryKind as 'PERSON'}`),
            candidate.programme && t('screening.programme', { programme: candidate.programme }),
          ]
            .filter(Boolean)
            .join(', ')}
        </p>
        <p>{t('screening.names')}</p>
        <ul>
          {candidate.listedNames.map((name) => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
        <p>
          <a href={candidate.vendor.url}>{t('screening.toVendor', { title: candidate.vendor.title })}</a>
        </p>
      </Section>
      {candidate.decisions.length > 0 && (
        <Section id="decisions" title={t('screening.decisions')}>
          <ul>
            {candidate.decisions.map((one) => (
              <li key={one.id}>
                <b>{t(`screening.state.${one.answer}`)}</b>{' '}
                {t('screening.decidedBy', {
                  name: one.name ?? t('screening.somebody'),
                  role: t(`accounts.role.${one.decidedAs as 'SECRETARIAT'}`),
                  day: format.minute(one.decidedAt),
                })}
                {!one.holds && ` (${t('screening.otherNames')})`}
                <br />
                <span className="entry-text">{one.reason}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {candidate.shown && (
        <Section id="decide" title={t('screening.decide')}>
          <form method="post">
            <input type="hidden" name="last" value={candidate.decisions[0]?.id ?? ''} />
            <Choices
              name="answer"
              label={t('screening.answer')}
              values={came?.answer ? [came.answer] : []}
              error={error('answer')}
              options={answers.map((value) => ({ value, label: t(`screening.state.${value}`), help: t(`screening.answerHelp.${value}`) }))}
            />
            <TextArea
              name="reason"
              label={t('screening.reason')}
              help={t('screening.reasonHelp')}
              most={2000}
              value={came?.reason ?? ''}
              error={error('reason')}
            />
            <button type="submit">{t('screening.decideButton')}</button>
          </form>
        </Section>
      )}
    </>
  );
}
