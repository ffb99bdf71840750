import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import type { CountsPartsFragment, UptakeStep, UptakeTrendQuery } from '../graphql/graphql.ts';
import { BarChart } from '../ui/bar-chart.tsx';
import { EmbedLink } from '../ui/embed-link.tsx';
import { HeatTable } from '../ui/heat-table.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { type Site, useSite } from '../ui/site.tsx';
import { StackedBars } from '../ui/stacked-bars.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Route } from './+types/trend';
import { DemoNotice, DocumentsNotice, Foot, From, MomentForm, NotUnderstood, Path, Views } from './frame.tsx';
import { State } from './status-icon.tsx';
import { momentVariables } from './query.ts';
import { RateLines } from './rate-lines.tsx';
import { addressesFrom, cellPath, isKey, momentRequest, type To, today } from './request.ts';
import { countOf, statuses, steps } from './values.ts';

const query = graphql(/* GraphQL */ `
  query UptakeTrend($report: String, $at: String, $asKnownOn: String, $includeDemo: Boolean, $confirmedOnly: Boolean, $includeDocuments: Boolean, $step: UptakeStep, $from: String, $organization: String) {
    uptakeReports {
      ...ReportParts
    }
    uptakeTrend(report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments, step: $step, from: $from, organization: $organization) {
      at
      label
      demo
      counts {
        ...CountsParts
      }
    }
    addressees: uptakeBy(by: ADDRESSEE, report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments, organization: $organization) {
      at
      rows {
        key
        counts {
          ...CountsParts
        }
      }
    }
    organizations: uptakeBy(by: ORGANIZATION, report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments) {
      rows {
        label
        slug
        counts {
          ...CountsParts
        }
      }
    }
    recommendations: uptakeBy(by: RECOMMENDATION, report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, confirmedOnly: $confirmedOnly, includeDocuments: $includeDocuments, organization: $organization) {
      rows {
        label
        slug
        counts {
          ...CountsParts
        }
      }
    }
    overdueActions(report: $report, at: $at, asKnownOn: $asKnownOn, includeDemo: $includeDemo, includeDocuments: $includeDocuments, organization: $organization) {
      ...CellParts
      recommendationTitle
    }
  }
`);

/** How far back the shorter steps reach, so that a chart stays legible. */
const reach: Record<UptakeStep, number | null> = { YEAR: null, QUARTER: 3, MONTH: 1 };

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const asked = momentRequest(url);
  const unknown = [...asked.unknown];
  const word = url.searchParams.get('step') ?? '';
  const step = steps.find((one) => one === word.toUpperCase()) ?? 'YEAR';
  if (word && step !== word.toUpperCase()) unknown.push({ field: 'step', value: word });
  let organization = url.searchParams.get('organization') || null;
  if (organization && !isKey(organization)) {
    unknown.push({ field: 'organization', value: organization });
    organization = null;
  }
  const years = reach[step];
  const at = asked.at ?? today();
  const from = years ? `${Number(at.slice(0, 4)) - years}-${at.slice(5, 7)}-01` : null;
  const variables = { ...momentVariables(asked), step, from, organization };
  let data = await ask(context, query, variables);
  let { report } = asked;
  if (report && !data.uptakeReports.some((one) => one.key === report || one.url.endsWith(`/${report}`))) {
    unknown.push({ field: 'report', value: report });
    report = null;
    data = await ask(context, query, { ...variables, report });
  }
  if (organization && !data.organizations.rows.some((row) => row.slug === organization)) {
    unknown.push({ field: 'organization', value: organization });
    organization = null;
    data = await ask(context, query, { ...variables, report, organization });
  }
  return { ...data, step, organization, asked: { ...asked, report, unknown } };
}

type Counts = CountsPartsFragment;

/** Five parts, so that they can be told apart in grey: three of what is accepted, what was decided otherwise, what is unknown. */
const partsOf = (counts: Counts) => [
  counts.implemented,
  counts.inProgress,
  counts.notStarted,
  counts.underConsideration + counts.notAccepted + counts.notRelevant,
  counts.noInformation,
];
const seriesOf = ({ t }: Pick<Site, 't'>) => [
  { key: 'implemented', label: t('uptake.trend.accepted.IMPLEMENTED') },
  { key: 'inProgress', label: t('uptake.trend.accepted.IN_PROGRESS') },
  { key: 'notStarted', label: t('uptake.trend.accepted.NOT_STARTED') },
  { key: 'other', label: t('uptake.trend.other') },
  { key: 'noInformation', label: t('uptake.statusShort.NO_INFORMATION') },
];

const contents = ['rates', 'states', 'overdue', 'addressee', 'organizations', 'heat'] as const;

export default function UptakeTrend({ loaderData }: Route.ComponentProps) {
  const { asked, step, organization, uptakeReports, uptakeTrend: points, addressees, organizations, recommendations, overdueActions } = loaderData;
  const site = useSite();
  const { t, url, format } = site;
  const to = addressesFrom(url, asked.unknown);
  const report = uptakeReports.find((one) => one.key === asked.report || one.url.endsWith(`/${asked.report}`)) ?? uptakeReports[0];
  const source = t('uptake.fromFile', { report: report?.symbol ?? report?.title ?? '' });
  const last = points.at(-1)?.counts;
  const own: Record<string, string> = organization ? { organization } : {};
  const known = asked.asKnownOn ?? asked.at ?? today();
  const series = seriesOf(site);
  const [l, e] = ['LEGISLATIVE', 'EXECUTIVE'].map((kind) => addressees.rows.find((row) => row.key === kind)?.counts);
  const asking = organizations.rows.filter((row) => row.counts.addressed > 0);
  const reporting = asking.filter((row) => row.counts.noInformation < row.counts.addressed);
  // "Rec. 4" for "Recommendation 4", so that the seven columns fit on a phone.
  const short = (label: string) => {
    const number = /^Recommendation (\d+)$/.exec(label)?.[1];
    return number ? t('uptake.table.recommendation', { number }) : label;
  };
  // Before the first report all there is to show is what is overdue.
  const shown = reporting.length > 0 ? contents : (['overdue'] as const);
  return (
    <>
      <Meta title={t('uptake.trend.title')} description={t('uptake.trend.lead')} canonical="/uptake/trend" />
      <Path items={[{ label: t('uptake.title'), url: to('/uptake') }]} />
      <PageTitle title={t('uptake.trend.title')} lead={t('uptake.trend.lead')} />
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={asked.unknown} />
      <MomentForm
        moment={{ at: addressees.at, asKnownOn: known }}
        reports={uptakeReports}
        report={report?.key ?? ''}
        asked={asked}
        keep={[['step', step.toLowerCase()], ...Object.entries(own)]}
      />
      <Choose step={step} organization={organization} organizations={asking} to={to} />
      <DemoNotice shown={points.some((point) => point.demo)} asked={asked} reports={[report]} />
      <DocumentsNotice asked={asked} reports={[report]} />
      {reporting.length === 0 && (
        <Notice>
          <p>{t('uptake.empty', { count: last?.addressed ?? 0 })}</p>
        </Notice>
      )}
      <nav aria-label={t('uptake.trend.contents')}>
        <ul className="jump">
          {shown.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{t(`uptake.trend.${id}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {reporting.length > 0 && (
        <>
          <Section id="rates" title={t('uptake.trend.rates')}>
            {last && (
              <RateLines
                title={t('uptake.trend.ratesTitle', {
                  accepted: format.number(last.accepted),
                  addressed: format.number(last.addressed),
                  implemented: format.number(last.implemented),
                })}
                source={source}
                definition={t('uptake.trend.ratesDefinition', { date: format.date(known) })}
                points={points.map((point) => ({
                  at: point.at,
                  url: to('/uptake', { at: point.at, asKnownOn: known }),
                  acceptance: point.counts.acceptanceRate,
                  implementation: point.counts.implementationRate,
                }))}
              />
            )}
          </Section>
          <Section id="states" title={t('uptake.trend.states')}>
            {last && (
              <StackedBars
                title={t('uptake.trend.statesTitle', { count: last.addressed - last.noInformation, total: format.number(last.addressed) })}
                source={source}
                definition={t('uptake.trend.statesDefinition')}
                column={t('uptake.trend.date')}
                series={series}
                rows={points.map((point) => ({
                  key: point.at,
                  label: format.date(point.at),
                  url: to('/uptake/entries', { at: point.at, asKnownOn: known, ...own }),
                  values: partsOf(point.counts),
                }))}
              />
            )}
          </Section>
        </>
      )}
      <Section id="overdue" title={t('uptake.trend.overdue')}>
        <Overdue actions={overdueActions} source={source} to={to} own={own} />
      </Section>
      {reporting.length > 0 && (
        <>
          <Section id="addressee" title={t('uptake.trend.addressee')}>
            {l && e && (
              <StackedBars
                title={t('uptake.trend.addresseeTitle', {
                  l: format.number(l.accepted),
                  lTotal: format.number(l.addressed),
                  e: format.number(e.accepted),
                  eTotal: format.number(e.addressed),
                })}
                source={source}
                definition={t('uptake.trend.statesDefinition')}
                column={t('uptake.fields.kind')}
                series={series}
                rows={(
                  [
                    ['LEGISLATIVE', l],
                    ['EXECUTIVE', e],
                  ] as const
                ).map(([kind, counts]) => ({
                  key: kind,
                  label: t(`uptake.kindLong.${kind}`),
                  url: to('/uptake/entries', { kind, ...own }),
                  values: partsOf(counts),
                }))}
              />
            )}
          </Section>
          <Section id="organizations" title={t('uptake.trend.organizations')}>
            <StackedBars
              title={t('uptake.trend.organizationsTitle', { count: reporting.length, total: format.number(asking.length) })}
              source={source}
              definition={t('uptake.trend.statesDefinition')}
              column={t('uptake.fields.organization')}
              series={series}
              rows={asking.map((row) => ({
                key: row.slug ?? row.label,
                label: row.label,
                url: to(`/uptake/organizations/${row.slug}`),
                values: partsOf(row.counts),
              }))}
            />
          </Section>
          <Section id="heat" title={t('uptake.trend.heat')}>
            <HeatTable
              title={t('uptake.trend.heatTitle')}
              source={source}
              definition={t('uptake.trend.statesDefinition')}
              corner={t('uptake.trend.corner')}
              columns={statuses.map((status) => ({ key: status, label: t(`uptake.status.${status}`) }))}
              rows={recommendations.rows.map((row) => ({
                key: row.slug ?? row.label,
                label: short(row.label),
                url: to(`/uptake/recommendations/${row.slug}`),
                values: statuses.map((status) => row.counts[countOf[status]]),
              }))}
              cellUrl={(recommendation, status) => to('/uptake/entries', { recommendation, status, ...own })}
            />
          </Section>
        </>
      )}
      <Foot>
        {report && <From report={report} />}
        <EmbedLink figure="trend" query={to('', { demo: null, confirmed: null, documents: null, asKnownOn: null, organization, step: step.toLowerCase() })} />
      </Foot>
    </>
  );
}

function Choose({
  step,
  organization,
  organizations,
  to,
}: {
  step: UptakeStep;
  organization: string | null;
  organizations: UptakeTrendQuery['organizations']['rows'];
  to: To;
}) {
  const { t } = useSite();
  const kept = [...new URLSearchParams(to('/').split('?')[1] ?? '')];
  return (
    <form className="uptake-moment" action="/uptake/trend" method="get" aria-label={t('uptake.trend.step')}>
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <label htmlFor="step">{t('uptake.trend.step')}</label>
        <select id="step" name="step" defaultValue={step.toLowerCase()}>
          {steps.map((one) => (
            <option key={one} value={one.toLowerCase()}>
              {t(`uptake.trend.steps.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor="organization">{t('uptake.trend.organization')}</label>
        <select id="organization" name="organization" defaultValue={organization ?? ''}>
          <option value="">{t('uptake.trend.everyone')}</option>
          {organizations.map((row) => (
            <option key={row.slug} value={row.slug ?? ''}>
              {row.label}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button-quiet">
        {t('uptake.trend.show')}
      </button>
    </form>
  );
}

/** How long in the largest whole unit: "3 years", "5 months", "12 days". */
function duration({ t }: Pick<Site, 't'>, days: number): string {
  if (days >= 365) return t('uptake.trend.years', { count: Math.floor(days / 365) });
  if (days >= 60) return t('uptake.trend.months', { count: Math.floor(days / 30.44) });
  return t('uptake.trend.days', { count: days });
}

const bands = [
  ['quarter', 91],
  ['year', 365],
  ['two', 730],
  ['four', 1460],
  ['more', Number.POSITIVE_INFINITY],
] as const;

function Overdue({ actions, source, to, own }: { actions: UptakeTrendQuery['overdueActions']; source: string; to: To; own: Record<string, string> }) {
  const site = useSite();
  const { t, format } = site;
  if (actions.length === 0) return <p>{t('uptake.trend.overdueNone')}</p>;
  const bars = bands.map(([key, upTo], index) => {
    const above = bands[index - 1]?.[1] ?? 0;
    return { key, label: t(`uptake.trend.bands.${key}`), value: actions.filter(({ overdueDays: days }) => days > above && days <= upTo).length };
  });
  const longest = actions.slice(0, 10);
  const columns = t('uptake.entries.columns', { returnObjects: true });
  return (
    <>
      <BarChart
        title={t('uptake.trend.overdueTitle', { count: actions.length, longest: duration(site, actions[0]?.overdueDays ?? 0) })}
        source={source}
        definition={t('uptake.trend.overdueDefinition')}
        columns={[t('uptake.trend.overdueBars'), t('uptake.trend.overdueColumn')]}
        bars={bars}
      />
      <ResponsiveTable
        caption={t('uptake.trend.overdueList', { count: longest.length })}
        columns={[columns.recommendation, columns.organization, columns.state, t('uptake.cell.overdue')]}
        rows={longest.map((cell) => ({
          key: `${cell.recommendationSlug} ${cell.organizationSlug}`,
          cells: [
            <a key="cell" href={to(cellPath(cell))}>
              {cell.recommendationNumber ? `${cell.recommendationNumber}. ` : ''}
              {cell.recommendationTitle}
            </a>,
            cell.organizationName,
            <State key="state" cell={{ ...cell, overdue: false }} />,
            cell.overdueSince && (
              <span key="since" className="together">
                {t('uptake.trend.since', { date: format.date(cell.overdueSince), duration: duration(site, cell.overdueDays) })}
              </span>
            ),
          ],
        }))}
      />
      <p>
        <a href={to('/uptake/entries', { overdue: 'true', ...own })}>{t('uptake.trend.overdueAll')}</a>
      </p>
    </>
  );
}
