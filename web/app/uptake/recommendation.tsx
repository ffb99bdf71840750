import { httpError } from '../api.server.ts';
import { Facts } from '../ui/facts.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Route } from './+types/recommendation';
import { Activities } from './activities.tsx';
import { CountsTable } from './counts-table.tsx';
import { DemoNotice, DocumentsNotice, Files, Foot, From, MomentForm, NotUnderstood, Path, Views } from './frame.tsx';
import { State } from './status-icon.tsx';
import { askTable } from './query.ts';
import { addressesFrom, cellPath, isKey, momentRequest } from './request.ts';

export async function loader({ request, params: { address }, context }: Route.LoaderArgs) {
  if (!isKey(address)) throw httpError(context, 404);
  const data = await askTable(context, momentRequest(new URL(request.url)), null, address);
  const row = data.uptakeMatrix.rows.find((one) => String(one.number) === address || one.slug === address);
  if (!row) throw httpError(context, 404);
  return { ...data, row };
}

/** One recommendation: every organization of the table with its state, in words. */
export default function UptakeRecommendation({ loaderData: { row, asked, uptakeReports, uptakeActivities, uptakeMatrix: table } }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const to = addressesFrom(url, asked.unknown);
  const address = String(row.number ?? row.slug);
  const cells = new Map(table.cells.filter((cell) => cell.recommendationSlug === row.slug).map((cell) => [cell.organizationSlug, cell]));
  const deadline = [...cells.values()][0]?.deadline;
  const columns = t('uptake.entries.columns', { returnObjects: true });
  const name = row.number ? t('uptake.recommendation.title', { number: row.number }) : row.label;
  const shown = {
    rows: [
      {
        key: row.slug,
        label: row.number ? t('uptake.table.recommendation', { number: row.number }) : row.title,
        counts: row.counts,
        behind: (filter: Record<string, string>) => to('/uptake/entries', { recommendation: address, ...filter }),
      },
    ],
  };
  return (
    <>
      <Meta title={name} description={row.title} canonical={`/uptake/recommendations/${address}`} />
      <Path items={[{ label: t('uptake.title'), url: to('/uptake') }]} />
      <PageTitle title={name} lead={row.title} />
      <Views unknown={asked.unknown} />
      <NotUnderstood unknown={asked.unknown} />
      <MomentForm moment={table} reports={uptakeReports} report={table.report.key} asked={asked} />
      <DemoNotice shown={[...cells.values()].some((cell) => cell.demo)} asked={asked} reports={[table.report]} />
      <DocumentsNotice asked={asked} reports={[table.report]} />
      <Facts
        items={[
          { label: t('uptake.cell.deadline'), value: deadline ? format.date(deadline) : null },
          { label: t('uptake.cell.addressee'), value: row.kind ? t(`uptake.kindLong.${row.kind}`) : null },
          { label: t('uptake.cell.asked'), value: <a href={`/recommendations/${address}`}>{t('uptake.recommendation.text')}</a> },
        ]}
      />
      <Section id="organizations" title={t('uptake.recommendation.all')}>
        <ResponsiveTable
          caption={t('uptake.recommendation.caption')}
          columns={[columns.organization, columns.state, columns.since, t('uptake.cell.target')]}
          rows={table.columns.map((column) => {
            const cell = cells.get(column.slug);
            return {
              key: column.slug,
              cells: [
                cell ? (
                  <a key="cell" href={to(cellPath(cell))}>
                    {column.shortName}
                  </a>
                ) : (
                  column.shortName
                ),
                cell ? (
                  <State key="state" cell={cell} />
                ) : (
                  <span key="state" className="quiet">
                    {column.forInformation ? t('uptake.table.information') : t('uptake.table.notAddressed')}
                  </span>
                ),
                cell?.effectiveDate ? format.date(cell.effectiveDate) : null,
                cell?.targetDate ? format.date(cell.targetDate) : cell?.effectiveDate ? t('certainty.notStated') : null,
              ],
            };
          })}
        />
      </Section>
      <Activities activities={uptakeActivities ?? []} />
      <Section id="counts" title={t('uptake.recommendation.counts')}>
        <CountsTable caption={t('uptake.by.caption', { by: t('uptake.by.RECOMMENDATION') })} head={t('uptake.by.RECOMMENDATION')} rows={shown.rows} />
        <p className="small">{t('uptake.by.rates')}</p>
      </Section>
      <Foot>
        <From report={table.report} />
        <Files path={`/uptake/recommendations/${address}`} formats={['atom', 'ics']} asked={asked} />
      </Foot>
    </>
  );
}
