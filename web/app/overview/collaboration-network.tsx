import type { OverviewQuery } from '../graphql/graphql.ts';
import { Figure } from '../ui/figure.tsx';
import { useSite } from '../ui/site.tsx';
import { networkLayout, height, radius, width } from './network-layout.ts';

type Pairs = OverviewQuery['library']['together'];
/** A circle with more lines than this cannot be read. */
const drawnPairs = 60;

/** Organizations in a circle, joined where they take part in the same projects. The table below says more, with links. */
export function CollaborationNetwork({ pairs }: { pairs: Pairs }) {
  const { t, format } = useSite();
  const first = pairs[0];
  if (!first) return <p>{t('overview.together.none')}</p>;
  const leading = pairs.filter(({ projects }) => projects.length === first.projects.length);
  const drawn = pairs.slice(0, drawnPairs);
  const { points, lines } = networkLayout(drawn.map(({ one, other, projects }) => ({ one, other, weight: projects.length })));
  return (
    <Figure
      title={
        leading.length > 3
          ? t('overview.together.titleMany', { count: pairs.length })
          : t('overview.together.title', {
              pairs: format.list(leading.map(({ one, other }) => t('overview.together.pair', { one, other }))),
              count: first.projects.length,
            })
      }
      source={t('overview.source')}
      definition={t('overview.together.definition')}
      table={{
        columns: [t('overview.together.columns.0'), t('overview.together.columns.1'), t('overview.together.columns.2')],
        rows: pairs.map(({ one, oneUrl, other, otherUrl, projects }) => ({
          key: `${one} ${other}`,
          cells: [
            <a key="one" href={oneUrl}>
              {one}
            </a>,
            <a key="other" href={otherUrl}>
              {other}
            </a>,
            <span key="projects">
              {format.number(projects.length)}:{' '}
              {projects.map((project, index) => (
                <span key={project.url}>
                  {index > 0 && ', '}
                  <a href={project.url}>{project.title}</a>
                </span>
              ))}
            </span>,
          ],
        })),
      }}
      remark={pairs.length > drawnPairs ? <p className="figure-source">{t('overview.together.hint', { count: drawnPairs })}</p> : undefined}
    >
      <svg className="together-figure" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('overview.together.figure')}>
        {lines.map(({ key, path, weight }) => (
          <path key={key} d={path} className="together-line" strokeWidth={1 + Math.min(weight, 5) * 1.4} />
        ))}
        {points.map(({ name, x, y, turn, end }) => (
          <g key={name}>
            <circle cx={x} cy={y} r={radius} className="together-point" />
            <g transform={`rotate(${turn} ${x} ${y}) translate(${end ? x - 12 : x + 12} ${y})`}>
              <Name name={name} end={end} />
            </g>
          </g>
        ))}
      </svg>
    </Figure>
  );
}

/** More letters than this do not fit between the circle and the edge on a phone. */
const longestLine = 12;

/** A name beside its point, on two lines where it is long. */
function Name({ name, end }: { name: string; end: boolean }) {
  const middle = name.indexOf(' ', Math.floor(name.length / 3));
  const lines = name.length > longestLine && middle > 0 ? [name.slice(0, middle), name.slice(middle + 1)] : [name];
  return (
    <text textAnchor={end ? 'end' : 'start'}>
      {lines.map((line, index) => (
        <tspan key={line} x="0" dy={index === 0 ? `${0.35 - (lines.length - 1) / 2}em` : '1em'}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
