import { Trans } from 'react-i18next';
import { EmbedLink } from '../ui/embed-link.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/table';
import { Confirmed, DemoNotice, DocumentsNotice, Files, Foot, From, InText, Lists, MomentForm, NotUnderstood, Path, Views } from './frame.tsx';
import { UptakeFigure } from './figure.tsx';
import { tableJsonLd } from './json-ld.ts';
import { Legend, State } from './status-icon.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { askTable, type Opened, type Table } from './query.ts';
import { addressesFrom, cellPath, momentRequest, type To } from './request.ts';

/** `open=4.fao`: the cell whose history is shown beside the table. */
function openIn(url: URL) {
  const value = url.searchParams.get('open') ?? '';
  const parts = /^([\w-]{1,100})\.([\w-]{1,100})$/.exec(value);
  return { value, cell: parts ? { recommendation: parts[1] ?? '', organization: parts[2] ?? '' } : null };
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const open = openIn(url);
  const data = await askTable(context, momentRequest(url), open.cell);
  const unknown = open.value && !data.uptakeCell ? [...data.asked.unknown, { field: 'open', value: open.value }] : data.asked.unknown;
  return { ...data, asked: { ...data.asked, unknown } };
}

export default function UptakeTable({ loaderData: { asked, uptakeReports, uptakeMatrix: table, uptakeCell: opened } }: Route.ComponentProps) {
  const { t, i18n, url, format } = useSite();
  const to = addressesFrom(url, asked.unknown);
  const { counts } = table;
  return (
    <>
      <Meta title={t('uptake.title')} description={t('uptake.lead')} canonical="/uptake" jsonLd={tableJsonLd(table.report, url)} />
      <Path />
      <PageTitle title={t('uptake.title')} lead={t('uptake.lead')} />
      <UptakeFigure counts={counts} columns={table.columns} demo={table.demo} />
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={asked.unknown} />
      <MomentForm moment={table} reports={uptakeReports} report={table.report.key} asked={asked} />
      <DemoNotice shown={table.demo} asked={asked} reports={[table.report]} />
      <DocumentsNotice asked={asked} reports={[table.report]} />
      <ul className="plain small uptake-remarks">
        {table.doubtful > 0 && (
          <li>
            <Trans
              i18n={i18n}
              t={t}
              i18nKey="uptake.doubtful"
              count={table.doubtful}
              components={{ x: <InText href={to('/uptake/entries', { counted: 'false' })} /> }}
            />
          </li>
        )}
        {counts.judged > 0 && (
          <li>
            {t('uptake.agreement', {
              agreed: format.number(counts.agreed),
              judged: format.number(counts.judged),
              percent: format.number(counts.agreementRate.percent ?? 0),
            })}
          </li>
        )}
        {counts.longOutstanding > 0 && (
          <li>
            <Trans
              i18n={i18n}
              t={t}
              i18nKey="uptake.longOutstanding"
              count={counts.longOutstanding}
              components={{ x: <InText href={to('/uptake/entries', { longOutstanding: 'true' })} /> }}
            />
          </li>
        )}
        <Confirmed confirmedOnly={table.confirmedOnly} path="/uptake" to={to} asksOnly={asked.confirmedOnly} />
      </ul>
      <Legend />
      <One table={table} to={to} />
      <div className={opened ? 'uptake-beside' : undefined}>
        <MatrixTable
          {...table}
          to={to}
          opened={opened ?? null}
          open={(cell) => to('/uptake#opened', { open: `${cell.recommendationNumber ?? cell.recommendationSlug}.${cell.organizationSlug}` })}
        />
        {opened && <Panel cell={opened} to={to} />}
      </div>
      <Foot>
        <p className="small">
          {t('uptake.others')} <a href="/recommendations?kind=SOFT">{t('uptake.soft')}</a>, <a href="/recommendations?kind=OTHER">{t('uptake.other')}</a>
        </p>
        <From report={table.report} />
        <Files path="/uptake" formats={['xlsx', 'docx', 'atom', 'ics']} asked={asked} />
        <Lists asked={asked} />
        <EmbedLink figure="uptake" query={to('', { demo: null, confirmed: null, documents: null, asKnownOn: null, open: null })} />
      </Foot>
    </>
  );
}

/** For a narrow screen, in place of the table: one organization or one recommendation at a time. */
function One({ table, to }: { table: Table; to: To }) {
  const { t, format } = useSite();
  const words = (counts: Table['counts']) =>
    t(counts.noInformation === counts.addressed ? 'uptake.one.nothing' : 'uptake.one.counts', {
      addressed: format.number(counts.addressed),
      accepted: format.number(counts.accepted),
      implemented: format.number(counts.implemented),
    });
  return (
    <nav className="uptake-one" aria-label={t('uptake.one.title')}>
      <h2>{t('uptake.one.recommendations')}</h2>
      <ul className="plain">
        {table.rows.map((row) => (
          <li key={row.slug}>
            <a href={to(`/uptake/recommendations/${row.number ?? row.slug}`)}>
              {row.number ? `${row.number}. ` : ''}
              {row.title}
            </a>{' '}
            <span className="quiet small">{words(row.counts)}</span>
          </li>
        ))}
      </ul>
      <h2>{t('uptake.one.organizations')}</h2>
      <ul className="plain">
        {table.columns.map((column) => (
          <li key={column.slug}>
            <a href={to(`/uptake/organizations/${column.slug}`)}>{column.shortName}</a>{' '}
            <span className="quiet small">{column.forInformation ? t('uptake.table.information') : words(column.counts)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The history of the opened cell, beside the table. */
function Panel({ cell, to }: { cell: Opened; to: To }) {
  const { t, format } = useSite();
  const own = to(cellPath(cell));
  return (
    <aside className="uptake-panel" id="opened" aria-labelledby="opened-title">
      <h2 id="opened-title">
        {cell.recommendationNumber
          ? t('uptake.cell.title', { organization: cell.organizationName, number: cell.recommendationNumber })
          : `${cell.organizationName}: ${cell.recommendationTitle}`}
      </h2>
      <p className="quiet">{cell.recommendationTitle}</p>
      <p>
        <State cell={cell} />
      </p>
      {cell.note && <p className="certainty-note">{t('uptake.cell.doubtful', { note: cell.note })}</p>}
      {cell.history.length === 0 ? (
        <p>{t('uptake.cell.noHistory')}</p>
      ) : (
        <ol className="plain uptake-short">
          {cell.history.map((entry) => (
            <li key={entry.id} className={entry.withdrawn ? 'withdrawn' : undefined}>
              <b>{format.date(entry.effectiveDate)}</b> {t(`uptake.acceptance.${entry.acceptance}`)}
              {entry.implementation && `, ${t(`uptake.implementation.${entry.implementation}`).toLowerCase()}`}
              {entry.demo && `, ${t('uptake.flag.demo')}`}
              {entry.standing !== 'CONFIRMED' &&
                `, ${t(`uptake.flag.${({ UNCONFIRMED: 'unconfirmed', DOCUMENT: 'document', UNOPPOSED: 'unopposed' } as const)[entry.standing]}`)}`}
              {entry.withdrawn && entry.withdrawnOn && (
                <span className="small">
                  {' '}
                  {t('uptake.cell.withdrawnOn', {
                    date: format.date(entry.withdrawnOn),
                    role: entry.withdrawnAs ? t(`uptake.role.${entry.withdrawnAs as 'SECRETARIAT'}`) : '',
                    reason: entry.withdrawalReason ?? '',
                  })}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
      <p>
        <a href={own}>{t('uptake.panel.more')}</a>
      </p>
      {cell.viewerCanReport && (
        <p>
          <a href={`${own}#report`}>{t('uptake.panel.report')}</a>
        </p>
      )}
      <p>
        <a href={to(`/uptake#cell-${cell.recommendationSlug}-${cell.organizationSlug}`)}>{t('uptake.panel.close')}</a>
      </p>
    </aside>
  );
}
