import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import type { Route } from './+types/compare';

const query = graphql(/* GraphQL */ `
  query CompareAssessments($ids: [ID!]) {
    assessments(ids: $ids) {
      id
      url
      title
      outcomeTitle
      assessedRisks {
        key
        title
        likelihood
        impact
      }
      costSums {
        name
        low
        high
        stated
        lines
      }
      edition {
        title
        edition
      }
      evaluation {
        layers {
          state
          layer {
            id
            title
            number
          }
        }
        answers {
          question {
            id
            text
          }
          option {
            label
          }
        }
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const ids = new URL(request.url).searchParams
    .getAll('id')
    .filter((id) => /^[a-z0-9-]{1,100}$/.test(id))
    .slice(0, 2);
  const { assessments } = ids.length > 0 ? await ask(context, query, { ids }) : { assessments: [] };
  return { assessments: ids.flatMap((id) => assessments.find((one) => one.id === id || one.url.endsWith(`/${id}`)) ?? []) };
}

export default function CompareAssessments({ loaderData: { assessments } }: Route.ComponentProps) {
  const { t, format, url } = useSite();
  const columns = [
    t('assessments.compare.fact'),
    ...assessments.map((one, index) => (assessments.some((other, at) => at < index && other.title === one.title) ? `${one.title} (2)` : one.title)),
  ];
  const row = (key: string, head: React.ReactNode, told: (one: (typeof assessments)[number]) => string | null) => {
    const cells = assessments.map(told);
    const same = cells.length === 2 && cells[0] === cells[1];
    return {
      key,
      same,
      cells: [
        head,
        ...cells.map((cell, index) =>
          cell === null ? (
            <i key={index}>{t('assessments.compare.unsaid')}</i>
          ) : same ? (
            <span key={index} className="quiet">
              {cell}
            </span>
          ) : (
            <b key={index}>{cell}</b>
          ),
        ),
      ],
    };
  };
  const questions = [...new Map(assessments.flatMap((one) => one.evaluation.answers.map(({ question }) => [question.id, question.text] as const)))];
  const risks = [...new Map(assessments.flatMap((one) => one.assessedRisks.map((risk) => [risk.key, risk.title] as const)))];
  const layers = [...new Map(assessments.flatMap((one) => one.evaluation.layers.map(({ layer }) => [layer.id, layer.title] as const)))];
  const rows = [
    row('edition', t('assessments.facts.edition'), ({ edition }) => `${edition.title}, ${edition.edition}`),
    row('outcome', t('instruments.outcome.title'), ({ outcomeTitle }) => outcomeTitle),
    ...layers.map(([id, title]) =>
      row(id, title, (one) => {
        const found = one.evaluation.layers.find(({ layer }) => layer.id === id);
        return found ? t(`instruments.state.${found.state}`, { number: found.layer.number }) : null;
      }),
    ),
    ...questions.map(([id, text]) =>
      row(id, text, (one) => {
        const given = one.evaluation.answers.find(({ question }) => question.id === id);
        return given ? (given.option?.label ?? t('instruments.notKnown')) : null;
      }),
    ),
    ...risks.map(([key, title]) =>
      row(`risk ${key}`, title, (one) => {
        const risk = one.assessedRisks.find((other) => other.key === key);
        return risk ? t('assessments.risks.level', risk) : null;
      }),
    ),
    row(
      'costs',
      t('assessments.costs.title'),
      (one) =>
        one.costSums
          .map(
            (sum) =>
              `${sum.name}: ${format.number(sum.low)}–${format.number(sum.high)}${sum.stated === sum.lines ? '' : ` ${t('assessments.costs.partly', { stated: sum.stated, lines: sum.lines })}`}`,
          )
          .join('; ') || null,
    ),
  ];
  const alike = rows.filter(({ same }) => same).length;
  const only = url.searchParams.get('only') === 'differences';
  return (
    <>
      <Meta title={t('assessments.compare.title')} unlisted />
      <Breadcrumbs items={[{ label: t('assessments.title'), url: '/assessments' }]} />
      <PageTitle title={t('assessments.compare.title')} lead={t('assessments.compare.lead')} />
      {assessments.length < 2 ? (
        <p>{t('assessments.compare.two')}</p>
      ) : (
        <>
          <p>
            {t('assessments.compare.differ', { count: rows.length - alike, of: rows.length })}{' '}
            {alike > 0 && (
              <a href={`/assessments/compare?${new URLSearchParams([...assessments.map(({ id }) => ['id', id]), ...(only ? [] : [['only', 'differences']])])}`}>
                {t(only ? 'assessments.compare.all' : 'assessments.compare.only')}
              </a>
            )}
          </p>
          <ResponsiveTable caption={t('assessments.compare.caption')} columns={columns} rows={rows.filter(({ same }) => !only || !same)} />
        </>
      )}
    </>
  );
}
