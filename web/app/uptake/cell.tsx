import { Trans } from 'react-i18next';
import { data } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import type { UptakeCellPageQuery } from '../graphql/graphql.ts';
import { NotStated } from '../ui/certainty.tsx';
import { Choices, ErrorSummary, type FieldError, TextArea } from '../ui/form.tsx';
import { toError } from '../ui/faults.ts';
import { Facts } from '../ui/facts.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/cell';
import { AssessmentEvidence } from '../assessments/evidence.tsx';
import { CodeEvidence } from '../building-blocks/evidence.tsx';
import { Activities } from './activities.tsx';
import { act, type Done, isDone } from './cell-actions.server.ts';
import { Entry } from './entry.tsx';
import { EntryForms } from './entry-forms.tsx';
import { Judgements } from './judgements.tsx';
import { Days } from './days.tsx';
import { DemoNotice, DocumentsNotice, Foot, From, InText, MomentForm, NotUnderstood, Path, signInAddress, Views } from './frame.tsx';
import { State } from './status-icon.tsx';
import { momentVariables } from './query.ts';
import { ReportForm } from './report-form.tsx';
import { addressesFrom, isKey, momentRequest, today } from './request.ts';

const query = graphql(/* GraphQL */ `
  query UptakeCellPage($report: String, $recommendation: String!, $number: Int, $slug: String, $organization: String!, $at: String, $asKnownOn: String, $includeDemo: Boolean, $includeDocuments: Boolean) {
    uptakeReports {
      ...ReportParts
    }
    uptakeCell(report: $report, recommendation: $recommendation, organization: $organization, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, includeDocuments: $includeDocuments) {
      ...CellParts
      ...DaysParts
      recommendationTitle
      entryId
      viewerCanReport
      viewerReportsOnBehalf
      viewerCanComment
      viewerCanJudge
      lastJudgement
      judgements {
        ...JudgementParts
      }
      activities {
        ...ActivityParts
      }
      history {
        ...EntryParts
      }
      comments {
        id
        writtenAt
        writtenByName
        writtenAs
        text
        audience
      }
    }
    codeEvidence(organization: $organization, recommendation: $recommendation, report: $report) {
      title
      language
      url
      licenceId
    }
    assessmentEvidence(organization: $organization, recommendation: $recommendation, report: $report) {
      title
      url
      outcomeTitle
      signedAt
    }
    recommendation(number: $number, slug: $slug, report: $report) {
      url
      text {
        ...StatementParts
      }
      deadline {
        ...StatementParts
      }
    }
  }
`);

type Cell = NonNullable<UptakeCellPageQuery['uptakeCell']>;

export async function loader({ request, params: { recommendation, organization }, context }: Route.LoaderArgs) {
  if (!isKey(recommendation) || !isKey(organization)) throw httpError(context, 404);
  const url = new URL(request.url);
  const asked = momentRequest(url);
  const { confirmedOnly: _all, ...moment } = momentVariables(asked);
  const number = /^\d{1,3}$/.test(recommendation) ? Number(recommendation) : null;
  const variables = { ...moment, recommendation, organization, number, slug: number ? null : recommendation };
  let answer = await ask(context, query, variables);
  const unknown = [...asked.unknown];
  if (asked.report && !answer.uptakeReports.some((one) => one.key === asked.report || one.url.endsWith(`/${asked.report}`))) {
    unknown.push({ field: 'report', value: asked.report });
    answer = await ask(context, query, { ...variables, report: null });
  }
  const done = url.searchParams.get('done') ?? '';
  return { ...answer, cell: orNotFound(context, answer.uptakeCell), asked: { ...asked, unknown }, key: crypto.randomUUID(), done: isDone(done) ? done : null };
}

/** Reports, confirms, withdraws or comments; a refused form comes back with what was typed and the faults. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const url = new URL(request.url);
  if (!isKey(params.recommendation) || !isKey(params.organization)) throw httpError(context, 404);
  const asked = momentRequest(url);
  const result = await act(context, { ...params, report: asked.report }, await readForm(context, request));
  if ('faults' in result) return data(result, { status: result.faults.length > 0 ? 400 : 200 });
  const back = new URLSearchParams({ ...(asked.report ? { report: asked.report } : {}), done: result.done });
  return new Response(null, { status: 303, headers: { location: `${url.pathname}?${back}` } });
}

export default function UptakeCell({
  loaderData: { cell, asked, uptakeReports, recommendation, assessmentEvidence, codeEvidence, key, done },
  actionData,
}: Route.ComponentProps) {
  const { t, i18n, url, format } = useSite();
  const to = addressesFrom(url, asked.unknown);
  const refused = actionData && 'faults' in actionData ? actionData : null;
  // Somebody else withdrew the entry first: its form is gone, and the reason stands in the remark, where it can still be said.
  const late = refused?.intent === 'withdraw' && cell.history.some((entry) => entry.id === refused.typed['entry'] && entry.withdrawn) ? refused.typed : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one, late ? 'text' : one.path));
  const name = cell.recommendationNumber
    ? t('uptake.cell.title', { organization: cell.organizationName, number: cell.recommendationNumber })
    : `${cell.organizationName}: ${cell.recommendationTitle}`;
  const report = uptakeReports.find((one) => one.key === asked.report || one.url.endsWith(`/${asked.report}`)) ?? uptakeReports[0];
  const now = [asked.at, asked.asKnownOn].every((day) => !day || day === today());
  // What the API compares a report with: demonstration entries give way to real ones.
  const last = cell.history.find((entry) => !entry.withdrawn && !entry.demo);
  const address = String(cell.recommendationNumber ?? cell.recommendationSlug);
  return (
    <>
      <Meta title={name} description={cell.recommendationTitle} canonical={`/uptake/${address}/${cell.organizationSlug}`} type="article" />
      <Path
        items={[
          { label: t('uptake.title'), url: to('/uptake') },
          { label: cell.organizationName, url: to(`/uptake/organizations/${cell.organizationSlug}`) },
        ]}
      />
      <PageTitle title={name} lead={cell.recommendationTitle} />
      <ErrorSummary errors={errors} />
      {done && !refused && <DoneNotice done={done} />}
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={asked.unknown} />
      <MomentForm
        moment={{ at: asked.at ?? today(), asKnownOn: asked.asKnownOn ?? asked.at ?? today() }}
        reports={[]}
        report={report?.key ?? ''}
        asked={asked}
        keep={asked.report ? [['report', asked.report]] : []}
      />
      <DemoNotice shown={cell.demo || cell.history.some((entry) => entry.demo)} asked={asked} reports={[report]} />
      <DocumentsNotice asked={asked} reports={[report]} />
      {recommendation && (
        <Section id="asked" title={t('uptake.cell.asked')}>
          <Statement statement={recommendation.text} />
          <p>
            <a href={recommendation.url}>{t('uptake.recommendation.text')}</a>
          </p>
        </Section>
      )}
      <Section id="now" title={t('uptake.cell.now')}>
        <Facts
          items={[
            { label: t('uptake.cell.state'), value: <State cell={cell} /> },
            { label: t('uptake.cell.since'), value: cell.effectiveDate ? format.date(cell.effectiveDate) : t('certainty.noInformation') },
            { label: t('uptake.cell.addressee'), value: t(`uptake.kindLong.${cell.kind}`) },
            { label: t('uptake.cell.deadline'), value: recommendation?.deadline ? <Statement as="span" statement={recommendation.deadline} /> : <NotStated /> },
            ...(cell.targetDate ? [{ label: t('uptake.cell.target'), value: format.date(cell.targetDate) }] : []),
            ...(cell.overdueSince
              ? [
                  {
                    label: t('uptake.cell.overdue'),
                    value: t('uptake.cell.overdueValue', {
                      count: cell.overdueDays,
                      date: format.date(cell.overdueSince),
                      days: format.number(cell.overdueDays),
                    }),
                  },
                ]
              : []),
            ...(cell.longOutstanding ? [{ label: t('uptake.cell.longOutstanding'), value: t('uptake.cell.longValue') }] : []),
          ]}
        />
        {cell.note && <p>{t('uptake.cell.doubtful', { note: cell.note })}</p>}
        <Days days={cell} />
      </Section>
      <Section id="history" title={t('uptake.cell.history')}>
        {cell.history.length === 0 ? (
          <p>{t('uptake.cell.noHistory')}</p>
        ) : (
          <>
            <p className="quiet">{t('uptake.cell.historyLead')}</p>
            {cell.history.map((entry) => (
              <div key={entry.id}>
                <Entry entry={entry} organization={cell.organizationName} holds={entry.id === cell.entryId} />
                {now && (
                  <EntryForms
                    entry={entry}
                    errors={errors}
                    refused={refused?.intent === 'withdraw' && refused.typed['entry'] === entry.id ? refused.typed : null}
                    answered={refused?.intent === 'decline' && refused.typed['entry'] === entry.id ? refused.typed : null}
                  />
                )}
              </div>
            ))}
          </>
        )}
      </Section>
      <Activities activities={cell.activities} named={false} enter={cell.viewerCanReport && now ? cell.organizationSlug : null} />
      {(cell.judgements.length > 0 || cell.viewerCanJudge) && (
        <Judgements
          judgements={cell.judgements}
          today={cell.today}
          claim={cell.entryId && cell.history.find((entry) => entry.id === cell.entryId && !entry.demo) ? cell.entryId : ''}
          ofEarlier={cell.judgement === null && cell.lastJudgement !== null}
          mayJudge={cell.viewerCanJudge && now}
          errors={errors}
          typed={refused?.intent === 'judge' ? refused.typed : null}
          idempotencyKey={`j-${key}`}
        />
      )}
      {(cell.comments.length > 0 || cell.viewerCanComment) && (
        <Comments
          cell={cell}
          now={now}
          errors={errors}
          idempotencyKey={refused?.intent === 'comment' ? (refused.typed['key'] ?? key) : `c-${key}`}
          typed={refused?.intent === 'comment' ? refused.typed : late && { text: late[`reason-${late['entry']}`] ?? '' }}
        />
      )}
      {cell.viewerCanReport ? (
        <Section id="report" title={t('uptake.form.title')}>
          {now ? (
            <ReportForm
              today={cell.today}
              onBehalf={cell.viewerReportsOnBehalf}
              last={last ?? null}
              errors={errors}
              typed={refused?.intent === 'report' ? refused.typed : null}
              idempotencyKey={key}
            />
          ) : (
            <p>{t('uptake.cell.past')}</p>
          )}
        </Section>
      ) : (
        <p className="small">
          <Trans
            i18n={i18n}
            t={t}
            i18nKey="uptake.cell.signIn"
            values={{ organization: cell.organizationName }}
            components={{ x: <InText href={signInAddress(url)} /> }}
          />
        </p>
      )}
      <AssessmentEvidence runs={assessmentEvidence} />
      <CodeEvidence blocks={codeEvidence} />
      <Foot>
        <ul className="quiet-facts">
          <li>
            <a href={to(`/uptake/recommendations/${address}`)}>{t('uptake.cell.others')}</a>
          </li>
          <li>
            <a href={to(`/uptake/organizations/${cell.organizationSlug}`)}>{t('uptake.cell.same', { organization: cell.organizationName })}</a>
          </li>
          <li>
            <a href="/follow">{t('uptake.follow.title')}</a>
          </li>
        </ul>
        {report && <From report={report} />}
      </Foot>
    </>
  );
}

function DoneNotice({ done }: { done: Done }) {
  const { t } = useSite();
  return (
    <Notice role="status">
      <p>{t(`uptake.cell.done.${done}`)}</p>
    </Notice>
  );
}

function Comments({
  cell,
  now,
  errors,
  typed,
  idempotencyKey,
}: {
  cell: Cell;
  now: boolean;
  errors: FieldError[];
  typed: Record<string, string> | null;
  idempotencyKey: string;
}) {
  const { t, format } = useSite();
  const error = (name: string) => (typed ? (errors.find((one) => one.name === name)?.message ?? null) : null);
  return (
    <Section id="comments" title={t('uptake.comments.title')}>
      <p className="quiet">{t('uptake.comments.lead')}</p>
      {cell.comments.length === 0 ? (
        <p>{t('uptake.comments.none')}</p>
      ) : (
        <ol className="plain uptake-comments">
          {cell.comments.map((comment) => (
            <li key={comment.id}>
              <p className="uptake-text">{comment.text}</p>
              <p className="quiet small">
                {t('uptake.comments.by', {
                  name: comment.writtenByName ?? t('uptake.comments.nobody'),
                  role: t(`uptake.role.${comment.writtenAs as 'MEMBER'}`, { defaultValue: comment.writtenAs }),
                  date: format.date(comment.writtenAt),
                })}
                , {t('uptake.cell.commentFor', { audience: t(`uptake.audience.${comment.audience}`).toLowerCase() })}
              </p>
            </li>
          ))}
        </ol>
      )}
      {cell.viewerCanComment && now && (
        <form method="post">
          <input type="hidden" name="intent" value="comment" />
          <input type="hidden" name="key" value={idempotencyKey} />
          <TextArea
            name="text"
            label={t('uptake.comments.text')}
            most={4000}
            example={t('uptake.comments.example')}
            rows={3}
            value={typed?.['text'] ?? ''}
            error={error('text')}
          />
          <Choices
            name="audience"
            label={t('uptake.comments.audience')}
            options={(['OWNERS', 'UN_SYSTEM'] as const).map((value) => ({ value, label: t(`uptake.audience.${value}`) }))}
            values={[typed?.['audience'] ?? 'OWNERS']}
            error={error('audience')}
          />
          <button type="submit">{t('uptake.comments.send')}</button>
        </form>
      )}
    </Section>
  );
}
