import { Downloads } from '../ui/downloads.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/compare';
import { CountsTable } from './counts-table.tsx';
import { DemoNotice, DocumentsNotice, Foot, From, Lists, MomentForm, NotUnderstood, Path, Views } from './frame.tsx';
import { askTable } from './query.ts';
import { addressesFrom, cellPath, isKey, keptMoment, momentRequest } from './request.ts';
import { State } from './status-icon.tsx';

/** So many stand beside each other; more cannot be read. */
const MOST = 4;

export async function loader({ request, context }: Route.LoaderArgs) {
  const url = new URL(request.url);
  const data = await askTable(context, momentRequest(url));
  const asked = [...new Set(url.searchParams.getAll('organizations').flatMap((value) => value.split(',')))].filter(Boolean);
  const known = (slug: string) => isKey(slug) && data.uptakeMatrix.columns.some((column) => column.slug === slug);
  const unknown = asked.filter((slug, index) => !known(slug) || index >= MOST).map((value) => ({ field: 'organizations', value: value.slice(0, 100) }));
  return { ...data, chosen: asked.filter(known).slice(0, MOST), unknown: [...data.asked.unknown, ...unknown] };
}

/** Two to four organizations, recommendation by recommendation. */
export default function UptakeCompare({ loaderData: { asked, uptakeReports, uptakeMatrix: table, chosen, unknown } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const to = addressesFrom(url, asked.unknown);
  const columns = chosen.flatMap((slug) => table.columns.filter((column) => column.slug === slug));
  const at = new Map(table.cells.map((cell) => [`${cell.recommendationSlug} ${cell.organizationSlug}`, cell]));
  const cells = columns.flatMap((column) => table.cells.filter((cell) => cell.organizationSlug === column.slug));
  const title = columns.length > 1 ? format.list(columns.map((column) => column.shortName)) : t('uptake.compare.title');
  return (
    <>
      <Meta title={title} description={t('uptake.compare.lead')} canonical="/uptake/compare" unlisted={chosen.length > 0} />
      <Path items={[{ label: t('uptake.title'), url: to('/uptake') }]} />
      <PageTitle title={title} lead={t('uptake.compare.lead')} />
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={unknown} />
      <MomentForm moment={table} reports={uptakeReports} report={table.report.key} asked={asked} keep={chosen.map((slug) => ['organizations', slug])} />
      <form className="uptake-moment" action={url.pathname} method="get" aria-label={t('uptake.compare.choose')}>
        {keptMoment(url, asked.unknown).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {Array.from({ length: MOST }, (_, index) => (
          <div key={index}>
            <label htmlFor={`organization-${index}`}>{t('uptake.compare.which', { number: index + 1 })}</label>
            <select id={`organization-${index}`} name="organizations" defaultValue={chosen[index] ?? ''}>
              <option value="">{t('uptake.compare.nobody')}</option>
              {table.columns.map((column) => (
                <option key={column.slug} value={column.slug}>
                  {column.shortName}
                </option>
              ))}
            </select>
          </div>
        ))}
        <button type="submit" className="button-quiet">
          {t('uptake.compare.show')}
        </button>
      </form>
      <DemoNotice shown={cells.some((cell) => cell.demo)} asked={asked} reports={[table.report]} />
      <DocumentsNotice asked={asked} reports={[table.report]} />
      {columns.length === 0 ? (
        <p>{t('uptake.compare.none')}</p>
      ) : (
        <>
          <Section id="actions" title={t('uptake.organization.actions')}>
            <ResponsiveTable
              caption={t('uptake.compare.caption')}
              columns={[t('uptake.compare.recommendation'), ...columns.map((column) => column.shortName)]}
              rows={table.rows.map((row) => ({
                key: row.slug,
                cells: [
                  <a key="row" href={to(`/uptake/recommendations/${row.number ?? row.slug}`)}>
                    {row.number ? `${row.number}. ` : ''}
                    {row.title}
                  </a>,
                  ...columns.map((column) => {
                    const cell = at.get(`${row.slug} ${column.slug}`);
                    if (!cell)
                      return (
                        <span key={column.slug} className="quiet">
                          {t('uptake.table.notAddressed')}
                        </span>
                      );
                    return (
                      <div key={column.slug}>
                        <a href={to(cellPath(cell))}>
                          <State cell={cell} />
                        </a>
                        {cell.effectiveDate && <div className="quiet small">{t('uptake.cell.effective', { date: format.date(cell.effectiveDate) })}</div>}
                        {cell.targetDate && (
                          <div className="quiet small">
                            {t('uptake.cell.target')}: {format.date(cell.targetDate)}
                          </div>
                        )}
                      </div>
                    );
                  }),
                ],
              }))}
            />
          </Section>
          <Section id="sums" title={t('uptake.compare.sums')}>
            <CountsTable
              caption={t('uptake.by.caption', { by: t('uptake.by.ORGANIZATION') })}
              head={t('uptake.fields.organization')}
              rows={columns.map((column) => ({
                key: column.slug,
                label: <a href={to(`/uptake/organizations/${column.slug}`)}>{column.shortName}</a>,
                counts: column.counts,
                behind: (filter) => to('/uptake/entries', { organization: column.slug, ...filter }),
              }))}
            />
            <p className="small">{t('uptake.by.rates')}</p>
          </Section>
        </>
      )}
      <Foot>
        <From report={table.report} />
        {columns.length > 0 && (
          <Downloads
            label={t('uptake.compare.files')}
            files={['csv', 'xlsx', 'json'].map((extension) => ({
              label: extension.toUpperCase(),
              href: to(`/uptake/compare.${extension}`, { organizations: chosen.join(','), demo: asked.includeDemo ? '1' : null }),
            }))}
          />
        )}
        {columns.length > 0 && <Lists asked={asked} filter={chosen.map((slug) => ['organization', slug])} />}
      </Foot>
    </>
  );
}
