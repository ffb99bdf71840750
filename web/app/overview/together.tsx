import type { OverviewQuery } from '../graphql/graphql.ts';
import { Figure } from '../ui/figure.tsx';
import { useSite } from '../ui/site.tsx';
import { circle, height, radius, width } from './circle.ts';

type Pairs = OverviewQuery['library']['together'];
/** A circle with more lines than this cannot be read. */
const drawnPairs = 60;

/** Organizations in a circle, joined where they take part in the same projects. The table below says more, with links. */
export function Together({ pairs }: { pairs: Pairs }) {
  const { t, format } = useSite();
  const first = pairs[0];
  if (!first) return <p>{t('overview.together.none')}</p>;
  const drawn = pairs.slice(0, drawnPairs);
  const { points, lines } = circle(drawn.map(({ one, other, projects }) => ({ one, other, weight: projects.length })));
  return (
    <Figure
      title={t('overview.together.title', { one: first.one, other: first.other, count: first.projects.length })}
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
            <text x={x} y={y} transform={`rotate(${turn} ${x} ${y})`} dx={end ? -12 : 12} dy="0.35em" textAnchor={end ? 'end' : 'start'}>
              {name}
            </text>
          </g>
        ))}
      </svg>
    </Figure>
  );
}
