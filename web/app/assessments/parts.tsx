import type { AssessmentPageQuery } from '../graphql/graphql.ts';
import { DataTable } from '../ui/figure.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { HeatMap } from './heat-map.tsx';
import { costLines } from './form.ts';

export type Assessment = NonNullable<AssessmentPageQuery['assessment']>;
type Sheet = {
  currency: string;
  years: number;
  assumptions?: string;
  options: ({ name: string } & Record<string, { low: number; high: number } | undefined | string>)[];
};
const areas = ['PRIVILEGES_AND_IMMUNITIES', 'DATA_PROTECTION', 'CONFIDENTIALITY', 'CYBERSECURITY', 'SYSTEM_INTEGRITY', 'REPUTATION'] as const;

/** The risks on their map and in a table, before and after what is done against them. */
export function Risks({ assessment: { assessedRisks: risks, url, viewerCanEdit } }: { assessment: Assessment }) {
  const { t, format } = useSite();
  const columns = t('assessments.risks.columns', { returnObjects: true });
  const missing = areas.filter((area) => !risks.some((risk) => risk.area === area));
  const rest = risks.map((risk) => ({ ...risk, likelihood: risk.residualLikelihood ?? risk.likelihood, impact: risk.residualImpact ?? risk.impact }));
  return (
    <Section id="risks" title={t('assessments.risks.title')}>
      {risks.length === 0 ? (
        <p className="quiet">{t('assessments.risks.none')}</p>
      ) : (
        <>
          <div className="risk-maps">
            <HeatMap caption={t('assessments.risks.before')} risks={risks} />
            <HeatMap caption={t('assessments.risks.after')} risks={rest} />
          </div>
          <ResponsiveTable
            caption={t('assessments.risks.caption')}
            columns={[columns.risk, columns.area, columns.level, columns.mitigation, columns.owner, columns.residual]}
            rows={risks.map((risk, index) => ({
              key: risk.key,
              cells: [
                <span key="risk">
                  {index + 1}. {risk.url ? <a href={risk.url}>{risk.title}</a> : risk.title}
                </span>,
                risk.area ? t(`assessments.area.${risk.area}`) : null,
                t('assessments.risks.level', { likelihood: risk.likelihood, impact: risk.impact }),
                risk.mitigations.length + (risk.mitigation ? 1 : 0) === 0 ? null : (
                  <span key="mitigation">
                    {risk.mitigations.map((one, at) => (
                      <span key={one.key}>
                        {at > 0 && '; '}
                        <a href={one.url}>{one.title}</a>
                      </span>
                    ))}
                    {risk.mitigation && ` ${risk.mitigation}`}
                  </span>
                ),
                [risk.owner, risk.date && format.date(risk.date)].filter(Boolean).join(', ') || null,
                risk.residualLikelihood && risk.residualImpact
                  ? t('assessments.risks.level', { likelihood: risk.residualLikelihood, impact: risk.residualImpact })
                  : null,
              ],
            }))}
          />
        </>
      )}
      {missing.length > 0 && (
        <p className="quiet">{t('assessments.risks.missing', { areas: format.list(missing.map((area) => t(`assessments.area.${area}`))) })}</p>
      )}
      {viewerCanEdit && (
        <p>
          <a href={`${url}/risks`}>{t('assessments.risks.edit')}</a>
        </p>
      )}
    </Section>
  );
}

/** The sheet of costs with its sums. */
export function Costs({ assessment: { costs, costSums, url, viewerCanEdit } }: { assessment: Assessment }) {
  const { t, format } = useSite();
  const sheet = costs as unknown as Sheet | null;
  const range = (one: { low: number; high: number } | undefined) =>
    !one ? t('assessments.costs.unsaid') : one.low === one.high ? format.number(one.low) : `${format.number(one.low)}–${format.number(one.high)}`;
  return (
    <Section id="costs" title={t('assessments.costs.title')}>
      {!sheet ? (
        <p className="quiet">{t('assessments.costs.none')}</p>
      ) : (
        <>
          <p>{t('assessments.costs.basis', { currency: sheet.currency, count: sheet.years })}</p>
          <DataTable
            columns={[t('assessments.costs.line'), ...sheet.options.map(({ name }) => name)]}
            rows={[
              ...costLines.map((line) => ({
                key: line,
                cells: [
                  t(`assessments.costs.lines.${line}`),
                  ...sheet.options.map((option) => range(option[line] as { low: number; high: number } | undefined)),
                ],
              })),
              {
                key: 'sum',
                cells: [
                  <b key="sum">{t('assessments.costs.sum', { count: sheet.years })}</b>,
                  ...costSums.map((sum) =>
                    sum.stated === sum.lines ? (
                      <b key={sum.name}>{range(sum)}</b>
                    ) : sum.stated === 0 ? (
                      t('assessments.costs.unsaid')
                    ) : (
                      <span key={sum.name}>
                        {range(sum)} <span className="small quiet">{t('assessments.costs.partly', { stated: sum.stated, lines: sum.lines })}</span>
                      </span>
                    ),
                  ),
                ],
              },
            ]}
          />
          {sheet.assumptions && (
            <p>
              <b>{t('assessments.costs.assumptions')}</b> <span className="entry-text">{sheet.assumptions}</span>
            </p>
          )}
        </>
      )}
      {viewerCanEdit && (
        <p>
          <a href={`${url}/costs`}>{t('assessments.costs.edit')}</a>
        </p>
      )}
    </Section>
  );
}
