import { Trans } from 'react-i18next';
import { data } from 'react-router';
import { ask } from '../../api.server.ts';
import { readForm } from '../../form.server.ts';
import { graphql } from '../../graphql/index.ts';
import { ErrorSummary, SelectField } from '../../ui/form.tsx';
import { toError } from '../../ui/faults.ts';
import { Meta } from '../../ui/meta.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Section } from '../../ui/section.tsx';
import { useSite } from '../../ui/site.tsx';
import type { Route } from './+types/page';
import { Foot, From, InText, NotUnderstood, Path, signInAddress, Views } from '../frame.tsx';
import { addressesFrom, isKey, momentRequest } from '../request.ts';

const query = graphql(/* GraphQL */ `
  query FollowPage($report: String) {
    me {
      name
      memberships {
        role
      }
    }
    uptakeReports {
      ...ReportParts
    }
    uptakeMatrix(report: $report, includeDemo: false) {
      report {
        ...ReportParts
      }
      rows {
        slug
        number
        title
      }
      columns {
        slug
        shortName
        name
      }
    }
    uptakeSubscriptions {
      id
      frequency
      internal
      organizationSlug
      organizationName
      recommendationNumber
      report {
        symbol
        title
      }
    }
  }
`);
const followDocument = graphql(/* GraphQL */ `
  mutation FollowUptake($report: String, $organization: String, $recommendation: Int, $frequency: UptakeFrequency!, $internal: Boolean) {
    followUptake(report: $report, organization: $organization, recommendation: $recommendation, frequency: $frequency, internal: $internal) {
      __typename
      ...FieldFaults
    }
  }
`);
const unfollowDocument = graphql(/* GraphQL */ `
  mutation UnfollowUptake($id: ID!) {
    unfollowUptake(id: $id)
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const asked = momentRequest(new URL(request.url));
  const unknown = [...asked.unknown];
  let answer = await ask(context, query, { report: asked.report });
  if (!answer.uptakeMatrix && asked.report) {
    unknown.push({ field: 'report', value: asked.report });
    answer = await ask(context, query, { report: null });
  }
  return { ...answer, asked: { ...asked, unknown } };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const go = (done: string) =>
    new Response(null, {
      status: 303,
      headers: { location: `/follow?${new URLSearchParams({ ...(isKey(field('report')) ? { report: field('report') } : {}), done })}` },
    });
  if (field('intent') === 'stop') {
    await ask(context, unfollowDocument, { id: field('id') });
    return go('stopped');
  }
  const typed = { organization: field('organization'), recommendation: field('recommendation'), frequency: field('frequency'), audience: field('audience') };
  const { followUptake: result } = await ask(context, followDocument, {
    report: isKey(field('report')) ? field('report') : null,
    organization: typed.organization || null,
    recommendation: /^\d{1,3}$/.test(typed.recommendation) ? Number(typed.recommendation) : null,
    frequency: typed.frequency === 'DAILY' ? 'DAILY' : 'WEEKLY',
    internal: typed.audience === 'internal',
  });
  if ('fields' in result) return data({ faults: result.fields, typed }, { status: 400 });
  return go('followed');
}

export default function Follow({ loaderData: { me, asked, uptakeReports, uptakeMatrix: table, uptakeSubscriptions: mine }, actionData }: Route.ComponentProps) {
  const { t, i18n, url } = useSite();
  const to = addressesFrom(url, asked.unknown);
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const done = url.searchParams.get('done');
  const report = table?.report.key;
  const rows = table?.rows ?? [];
  const columns = table?.columns ?? [];
  const about = (one: (typeof mine)[number]) =>
    one.organizationName && one.recommendationNumber
      ? t('uptake.follow.both', { organization: one.organizationName, number: one.recommendationNumber })
      : one.organizationName
        ? t('uptake.follow.organization', { name: one.organizationName })
        : one.recommendationNumber
          ? t('uptake.follow.recommendation', { number: one.recommendationNumber })
          : t('uptake.follow.everything');
  return (
    <>
      <Meta title={t('uptake.follow.title')} description={t('uptake.follow.lead')} canonical="/follow" />
      <Path items={[{ label: t('uptake.title'), url: '/uptake' }]} />
      <PageTitle title={t('uptake.follow.title')} lead={t('uptake.follow.lead')} />
      <ErrorSummary errors={errors} />
      {(done === 'followed' || done === 'stopped') && !refused && (
        <Notice role="status">
          <p>{t(`uptake.follow.${done}`)}</p>
        </Notice>
      )}
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={asked.unknown} />
      {uptakeReports.length > 1 && (
        <nav aria-label={t('uptake.moment.report')}>
          <ul className="quiet-facts">
            {uptakeReports.map((one) => (
              <li key={one.key}>
                <a href={to('/follow', { report: one.key })} aria-current={one.key === report ? 'page' : undefined}>
                  {one.symbol ?? one.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Section id="feeds" title={t('uptake.follow.feeds')}>
        <p>{t('uptake.follow.feedsLead')}</p>
        <table className="table uptake-follow">
          <caption className="hidden">{t('uptake.follow.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('uptake.follow.what')}</th>
              <th scope="col">{t('uptake.follow.feed')}</th>
              <th scope="col">{t('uptake.follow.calendar')}</th>
            </tr>
          </thead>
          <tbody>
            <Addresses name={t('uptake.follow.everything')} path={(format) => to(`/uptake.${format}`, { at: null, asKnownOn: null })} />
            {rows.map(
              (row) =>
                row.number && (
                  <Addresses
                    key={row.slug}
                    name={t('uptake.follow.recommendation', { number: row.number })}
                    help={row.title}
                    path={(format) => to(`/uptake/recommendations/${row.number}.${format}`, { at: null, asKnownOn: null })}
                  />
                ),
            )}
            {columns.map((column) => (
              <Addresses
                key={column.slug}
                name={column.shortName}
                help={column.name === column.shortName ? undefined : column.name}
                path={(format) => to(`/uptake/organizations/${column.slug}.${format}`, { at: null, asKnownOn: null })}
              />
            ))}
          </tbody>
        </table>
      </Section>
      <Section id="mail" title={t('uptake.follow.mail')}>
        {me ? (
          <>
            <h3>{t('uptake.follow.mine')}</h3>
            {mine.length === 0 ? (
              <p>{t('uptake.follow.none')}</p>
            ) : (
              <ul className="plain">
                {mine.map((one) => (
                  <li key={one.id}>
                    <form method="post" className="uptake-line">
                      <input type="hidden" name="intent" value="stop" />
                      <input type="hidden" name="id" value={one.id} />
                      {about(one)}{' '}
                      <span className="quiet small">
                        {[one.report?.symbol, t(`uptake.follow.often.${one.frequency}`), one.internal ? t('uptake.follow.internalShort') : null]
                          .filter(Boolean)
                          .join(', ')}
                      </span>{' '}
                      <button type="submit" className="button-quiet" aria-label={t('uptake.follow.stopLabel', { what: about(one) })}>
                        {t('uptake.follow.stop')}
                      </button>
                    </form>
                  </li>
                ))}
              </ul>
            )}
            <h3>{t('uptake.follow.about')}</h3>
            <form method="post">
              <input type="hidden" name="intent" value="follow" />
              <input type="hidden" name="report" value={report ?? ''} />
              <SelectField
                name="organization"
                label={t('uptake.follow.aboutOrganization')}
                value={refused?.typed.organization ?? ''}
                error={error('organization')}
                options={[{ value: '', label: t('uptake.follow.any') }, ...columns.map((column) => ({ value: column.slug, label: column.shortName }))]}
              />
              <SelectField
                name="recommendation"
                label={t('uptake.follow.aboutRecommendation')}
                value={refused?.typed.recommendation ?? ''}
                error={error('recommendation')}
                options={[
                  { value: '', label: t('uptake.follow.any') },
                  ...rows.flatMap((row) => (row.number ? [{ value: String(row.number), label: `${row.number}. ${row.title}` }] : [])),
                ]}
              />
              <SelectField
                name="frequency"
                label={t('uptake.follow.frequency')}
                value={refused?.typed.frequency ?? 'WEEKLY'}
                options={(['WEEKLY', 'DAILY'] as const).map((value) => ({ value, label: t(`uptake.follow.often.${value}`) }))}
              />
              {me.memberships.length > 0 && (
                <SelectField
                  name="audience"
                  label={t('uptake.follow.audience')}
                  value={refused?.typed.audience ?? 'public'}
                  error={error('internal')}
                  options={(['public', 'internal'] as const).map((value) => ({ value, label: t(`uptake.follow.audiences.${value}`) }))}
                />
              )}
              <button type="submit">{t('uptake.follow.subscribe')}</button>
            </form>
          </>
        ) : (
          <p>
            {t('uptake.follow.mailLead')}{' '}
            <Trans i18n={i18n} t={t} i18nKey="uptake.follow.mailSignIn" components={{ x: <InText href={signInAddress(url)} /> }} />
          </p>
        )}
      </Section>
      <Foot>{table && <From report={table.report} />}</Foot>
    </>
  );
}

function Addresses({ name, help, path }: { name: string; help?: string | undefined; path: (format: 'atom' | 'ics') => string }) {
  const { t, url } = useSite();
  const full = (format: 'atom' | 'ics') => new URL(path(format), url).href;
  return (
    <tr>
      <th scope="row">
        {name} {help && <span className="answers-who">{help}</span>}
      </th>
      <td>
        <a href={full('atom')} aria-label={t('uptake.follow.atomOf', { name })} type="application/atom+xml">
          Atom
        </a>
      </td>
      <td>
        <a href={full('ics')} aria-label={t('uptake.follow.icsOf', { name })} type="text/calendar">
          ICS
        </a>
      </td>
    </tr>
  );
}
