import type { CountsPartsFragment } from '../graphql/graphql.ts';
import { Figure, type FigureProps } from '../ui/figure.tsx';
import { useSite } from '../ui/site.tsx';
import { RateCell } from './counts-table.tsx';

type Rate = CountsPartsFragment['acceptanceRate'];
type Props = FigureProps & { points: { at: string; url: string; acceptance: Rate; implementation: Rate }[] };

const width = 480;
const height = 230;
const left = 54;
const right = 158;
const top = 16;
const bottom = 28;

/**
 * Two rates over time as lines between 0 and 100 per cent, the one full and with round points, the other dashed and with
 * squares, each named at its end. A rate that shares out nothing has no point.
 */
export function RateLines({ points, ...figure }: Props) {
  const { t, format } = useSite();
  const first = Date.parse(points[0]?.at ?? '2020-01-01');
  const last = Date.parse(points.at(-1)?.at ?? '2020-01-01');
  const x = (at: string) => (last === first ? (left + width - right) / 2 : left + ((Date.parse(at) - first) / (last - first)) * (width - left - right));
  const y = (percent: number) => top + (1 - percent / 100) * (height - top - bottom);
  const lines = (['acceptance', 'implementation'] as const).map((key) => ({
    key,
    dots: points.flatMap((point) =>
      point[key].percent === null || point[key].percent === undefined ? [] : [{ x: x(point.at), y: y(point[key].percent), percent: point[key].percent }],
    ),
  }));
  // The names of two lines that end close together would cover each other.
  const ends = lines.map(({ dots }) => dots.at(-1)?.y ?? null);
  const close = ends[0] !== null && ends[1] !== null && ends[0] !== undefined && ends[1] !== undefined && Math.abs(ends[0] - ends[1]) < 40;
  const shift = (index: number) => (!close ? 0 : (ends[0] ?? 0) <= (ends[1] ?? 0) === (index === 0) ? -20 : 20);
  const years = points.filter((_, index) => index % Math.ceil(points.length / 4) === 0);
  return (
    <Figure
      {...figure}
      table={{
        columns: [t('uptake.trend.date'), t('uptake.trend.acceptance'), t('uptake.trend.implementation')],
        rows: points.map((point) => ({
          key: point.at,
          cells: [
            <a key="at" href={point.url}>
              {format.date(point.at)}
            </a>,
            <RateCell key="a" rate={point.acceptance} />,
            <RateCell key="i" rate={point.implementation} />,
          ],
        })),
      }}
    >
      <svg className="rate-lines" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={typeof figure.title === 'string' ? figure.title : ''}>
        {[0, 25, 50, 75, 100].map((percent) => (
          <g key={percent}>
            <line className="rate-grid" x1={left} x2={width - right} y1={y(percent)} y2={y(percent)} />
            <text className="rate-axis" x={left - 8} y={y(percent) + 4} textAnchor="end">
              {percent}%
            </text>
          </g>
        ))}
        {years.map(({ at }, index) => (
          <text key={at} className="rate-axis" x={x(at)} y={height - 8} textAnchor="middle">
            {years[index - 1]?.at.startsWith(at.slice(0, 4)) ? at.slice(5, 7) : at.slice(0, 4)}
          </text>
        ))}
        {lines.map(({ key, dots }, index) => (
          <g key={key} className={`rate-${key}`}>
            <polyline className="rate-line" points={dots.map((dot) => `${dot.x.toFixed(1)},${dot.y.toFixed(1)}`).join(' ')} />
            {dots.map((dot) =>
              key === 'acceptance' ? (
                <circle key={dot.x} cx={dot.x} cy={dot.y} r="4" />
              ) : (
                <rect key={dot.x} x={dot.x - 3.5} y={dot.y - 3.5} width="7" height="7" />
              ),
            )}
            {dots.length > 0 && (
              <text className="rate-name" y={Math.min(dots.at(-1)?.y ?? 0, height - bottom - 18) - 2 + shift(index)}>
                <tspan x={(dots.at(-1)?.x ?? 0) + 10}>{t(`uptake.trend.${key}`)}</tspan>
                <tspan x={(dots.at(-1)?.x ?? 0) + 10} dy="1.2em">
                  {t('uptake.rate', { percent: format.number(dots.at(-1)?.percent ?? 0) })}
                </tspan>
              </text>
            )}
          </g>
        ))}
      </svg>
    </Figure>
  );
}
