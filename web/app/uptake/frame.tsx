import type { ReactNode } from 'react';
import { Trans } from 'react-i18next';
import type { ReportPartsFragment } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { address } from '../ui/address.ts';
import type { Unknown } from '../ui/list-request.ts';
import { Downloads } from '../ui/downloads.tsx';
import { Notice } from '../ui/notice.tsx';
import { useSite } from '../ui/site.tsx';
import { UnknownValues } from '../ui/unknown-values.tsx';
import { addressesFrom, keptMoment, type MomentRequest, type To, today } from './request.ts';

/** A link inside a translated sentence, which gives it its words. */
export const InText = ({ href, children }: { href: string; children?: ReactNode }) => <a href={href}>{children}</a>;

const views = [
  ['/uptake', 'table'],
  ['/uptake/by', 'by'],
  ['/uptake/trend', 'trend'],
  ['/uptake/entries', 'entries'],
  ['/uptake/overdue', 'overdue'],
  ['/uptake/changes', 'changes'],
  ['/uptake/compare', 'compare'],
  ['/uptake/activities', 'activities'],
  ['/follow', 'follow'],
  ['/campaigns', 'campaigns'],
  ['/uptake/load', 'load'],
] as const;

/** The way from any page of the uptake to its other views, at the same moment. */
export function Views({ unknown = [] }: { unknown?: readonly Unknown[] }) {
  const { t, url } = useSite();
  const to = addressesFrom(url, unknown);
  return (
    <nav className="uptake-views" aria-label={t('uptake.nav.label')}>
      <ul className="quiet-facts">
        {views.map(([path, key]) => (
          <li key={path}>
            <a href={path.startsWith('/uptake') && path !== '/uptake/load' ? to(path) : path} aria-current={url.pathname === path ? 'page' : undefined}>
              {t(`uptake.nav.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The breadcrumbs of a page below the table. */
export function Path({ items = [] }: { items?: { label: string; url: string }[] }) {
  const { t } = useSite();
  return <Breadcrumbs items={[{ label: t('site.name'), url: '/' }, { label: t('recommendations.title'), url: '/recommendations' }, ...items]} />;
}

/** Says which values of the address were not understood. */
export function NotUnderstood({ unknown }: { unknown: readonly Unknown[] }) {
  const { t } = useSite();
  const fields = [
    'at',
    'asKnownOn',
    'report',
    'demo',
    'confirmed',
    'documents',
    'by',
    'step',
    'open',
    'organization',
    'recommendation',
    'kind',
    'impact',
    'status',
    'accepted',
    'overdue',
    'longOutstanding',
    'unconfirmed',
    'fromDocument',
    'priority',
    'organizations',
    'counted',
    'since',
  ] as const;
  return <UnknownValues values={unknown} labels={Object.fromEntries(fields.map((field) => [field, t(`uptake.fields.${field}`)]))} />;
}

type Moment = { at: string; asKnownOn: string };

/** The form that chooses the day (and the report where there are several), and the line that says which one is shown. */
export function MomentForm({
  moment,
  reports,
  report,
  asked,
  keep = [],
}: {
  moment: Moment;
  reports: ReportPartsFragment[];
  report: string;
  asked: MomentRequest;
  keep?: [string, string][];
}) {
  const { t, url, format } = useSite();
  const now = today();
  const hidden = [...keptMoment(url, asked.unknown).filter(([name]) => ['demo', 'confirmed', 'documents'].includes(name)), ...keep];
  const back = new URL(url);
  for (const name of ['at', 'asKnownOn', 'after']) back.searchParams.delete(name);
  return (
    <div className="uptake-when">
      <p className="uptake-standing" role="status">
        {moment.at === now
          ? t('uptake.moment.standing', { date: format.date(now) })
          : moment.at === moment.asKnownOn
            ? t('uptake.moment.stood', { date: format.date(moment.at) })
            : t('uptake.moment.stoodKnown', { date: format.date(moment.at), known: format.date(moment.asKnownOn) })}{' '}
        {moment.at !== now && <a href={`${back.pathname}${back.search}`}>{t('uptake.moment.today')}</a>}
      </p>
      <details open={moment.at !== now || asked.unknown.some(({ field }) => field === 'at' || field === 'asKnownOn')}>
        <summary>{t(reports.length > 1 ? 'uptake.moment.chooseReport' : 'uptake.moment.choose')}</summary>
        <form className="uptake-moment" action={url.pathname} method="get" aria-label={t('uptake.moment.label')}>
          {hidden.map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          {reports.length > 1 ? (
            <div>
              <label htmlFor="report">{t('uptake.moment.report')}</label>
              <select id="report" name="report" defaultValue={report}>
                {reports.map((one) => (
                  <option key={one.key} value={one.key}>
                    {one.symbol ?? one.title}
                  </option>
                ))}
              </select>
            </div>
          ) : null}
          <div>
            <label htmlFor="at">{t('uptake.moment.at')}</label>
            <input id="at" name="at" type="date" max={now} defaultValue={moment.at} />
          </div>
          <div>
            <label htmlFor="asKnownOn">{t('uptake.moment.known')}</label>
            <select id="asKnownOn" name="asKnownOn" defaultValue={asked.asKnownOn ? moment.asKnownOn : ''}>
              <option value="">{t('uptake.moment.knownThen')}</option>
              <option value={now}>{t('uptake.moment.knownNow', { date: format.date(now) })}</option>
              {asked.asKnownOn && asked.asKnownOn !== now && <option value={asked.asKnownOn}>{format.date(asked.asKnownOn)}</option>}
            </select>
          </div>
          <button type="submit" className="button-quiet">
            {t('uptake.moment.show')}
          </button>
        </form>
      </details>
    </div>
  );
}

/** That demonstration data is on the page, with the way to what was really reported; and where it is left out, with the way to it. */
export function DemoNotice({
  shown,
  asked,
  reports,
}: {
  shown: boolean;
  asked: MomentRequest;
  reports: readonly (Pick<ReportPartsFragment, 'demo'> | undefined)[];
}) {
  const { t, url } = useSite();
  const other = new URL(url);
  other.searchParams.delete('after');
  if (shown || asked.includeDemo) {
    other.searchParams.set('demo', '0');
    return (
      <Notice>
        <p>
          <b className="uptake-sign">D</b> {t('uptake.demo.notice')}{' '}
          <a className="uptake-hide" href={`${other.pathname}${other.search}`}>
            {t('uptake.demo.hide')}
          </a>
        </p>
      </Notice>
    );
  }
  if (!reports.some((report) => report?.demo)) return null;
  other.searchParams.set('demo', '1');
  return (
    <p className="small quiet">
      {t('uptake.demo.hidden')} <a href={`${other.pathname}${other.search}`}>{t('uptake.demo.show')}</a>
    </p>
  );
}

/** Whether what is only published from documents counts on the page, with the way to the other; nothing where there is nothing of it. */
export function DocumentsNotice({ asked, reports }: { asked: MomentRequest; reports: readonly (Pick<ReportPartsFragment, 'fromDocuments'> | undefined)[] }) {
  const { t, url } = useSite();
  if (!asked.includeDocuments && !reports.some((report) => report?.fromDocuments)) return null;
  const other = new URL(url);
  other.searchParams.delete('after');
  if (asked.includeDocuments) other.searchParams.delete('documents');
  else other.searchParams.set('documents', '1');
  return (
    <p className="small quiet">
      {t(asked.includeDocuments ? 'uptake.documents.counted' : 'uptake.documents.left')}{' '}
      <a href={`${other.pathname}${other.search}`}>{t(asked.includeDocuments ? 'uptake.documents.leave' : 'uptake.documents.count')}</a>
    </p>
  );
}

/** Whether unconfirmed reports are on the page, and the way to the other. */
export function Confirmed({ confirmedOnly, path, to, asksOnly }: { confirmedOnly: boolean; path: string; to: To; asksOnly: boolean }) {
  const { t } = useSite();
  if (confirmedOnly && !asksOnly) return <li>{t('uptake.publicOnly')}</li>;
  return (
    <li>{asksOnly ? <a href={to(path, { confirmed: null })}>{t('uptake.all')}</a> : <a href={to(path, { confirmed: '1' })}>{t('uptake.confirmedOnly')}</a>}</li>
  );
}

/** The documents and addresses to follow of what a page shows. */
export function Files({ path, formats, asked }: { path: string; formats: readonly ('docx' | 'xlsx' | 'atom' | 'ics')[]; asked: MomentRequest }) {
  const { t, url } = useSite();
  // Demonstration entries only where the reader asks for them in the address.
  const to = addressesFrom(url, asked.unknown);
  const moment = (format: string) =>
    ['atom', 'ics'].includes(format) ? { at: null, asKnownOn: null, demo: null, confirmed: null, documents: null } : { demo: null };
  return (
    <Downloads
      label={t('uptake.files.label')}
      files={formats.map((format) => ({
        label: t(`uptake.files.${format}`),
        href: to(`${path}.${format}`, moment(format)),
        // Feed readers and calendars do not sign in.
        internal: format === 'docx' || format === 'xlsx',
      }))}
    />
  );
}

/** The actions of a page with their state, and what was reported of them, as files for other programs. */
export function Lists({ filter = [], asked }: { filter?: [string, string][]; asked: MomentRequest }) {
  const { t, url } = useSite();
  // Demonstration entries only where the reader asks for them in the address.
  const query = new URLSearchParams([...keptMoment(url, asked.unknown).filter(([name]) => name !== 'demo'), ...filter]);
  return (['actions', 'entries'] as const).map((list) => (
    <Downloads
      key={list}
      label={t(`uptake.files.${list}`)}
      files={['csv', 'xlsx', 'json'].map((extension) => ({ label: extension.toUpperCase(), href: address(`/uptake/${list}.${extension}`, query) }))}
    />
  ));
}

/** What stands below a table: where it comes from, how it is counted, its files. */
export const Foot = ({ children }: { children: ReactNode }) => <div className="uptake-foot">{children}</div>;

/** Where a table's two halves come from. */
export function From({ report }: { report: ReportPartsFragment }) {
  const { t, i18n } = useSite();
  return (
    <p className="small quiet">
      <Trans i18n={i18n} t={t} i18nKey="uptake.from" values={{ report: report.symbol ?? report.title }} components={{ x: <InText href={report.url} /> }} />
    </p>
  );
}

/** The sign-in page, which leads back here. */
export const signInAddress = (url: URL) => `/sign-in?${new URLSearchParams({ next: `${url.pathname}${url.search}` })}`;
