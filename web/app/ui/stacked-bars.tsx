import { type ReactNode, useId } from 'react';
import { share } from './bar-chart.tsx';
import { Figure, type FigureProps } from './figure.tsx';
import { partPatterns } from './part-patterns.ts';
import { useSite } from './site.tsx';

type StackedBarsProps = FigureProps & {
  /** What the rows are: "Theme". */
  column: string;
  /** The parts of every bar, at most five, in the order they are drawn. */
  series: { key: string; label: string }[];
  rows: { key: string; label: ReactNode; url?: string; values: number[] }[];
};

/** Bars made of parts. Each part has a pattern of its own and a seam, so that they can be told apart in grey; each large part says its number. */
export function StackedBars({ column, series, rows, ...figure }: StackedBarsProps) {
  const { t, format } = useSite();
  const totalOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
  const most = Math.max(1, ...rows.map((row) => totalOf(row.values)));
  const id = useId();
  const named = (part: number) => `${id}part-${part}`;
  // A part without pattern has the plain colour of its class; a class would hide the pattern of the others.
  const drawn = (index: number) => (partPatterns[index] ? { className: 'part', fill: `url(#${named(index + 1)})` } : { className: `part part-${index + 1}` });
  const link = (row: StackedBarsProps['rows'][number]) => (row.url ? <a href={row.url}>{row.label}</a> : row.label);
  return (
    <Figure
      {...figure}
      table={{
        columns: [column, ...series.map((part) => part.label), t('chart.total')],
        rows: rows.map((row) => ({
          key: row.key,
          cells: [link(row), ...row.values.map(format.number), format.number(totalOf(row.values))],
        })),
      }}
    >
      <PartPatterns of={named} />
      <ul className="legend">
        {series.map((part, index) => (
          <li key={part.key}>
            <svg className="swatch" width="22" height="14" aria-hidden="true">
              <rect {...drawn(index)} width="100%" height="100%" />
            </svg>{' '}
            {part.label}
          </li>
        ))}
      </ul>
      <ul className="bars">
        {rows.map((row) => {
          const total = totalOf(row.values);
          let start = 0;
          return (
            <li key={row.key}>
              <span className="bar-label">{link(row)}</span>
              <span className="bar-line">
                <svg className="bar" width={share(total, most)} aria-hidden="true">
                  {row.values.map((value, index) => {
                    const x = (100 * start) / total;
                    const width = (100 * value) / total;
                    start += value;
                    const key = series[index]?.key;
                    if (value === 0) return null;
                    return (
                      <g key={key}>
                        <rect {...drawn(index)} x={`${x}%`} width={`${width}%`} height="100%" />
                        {(86 * value) / most >= 6 && (
                          <text className={`part-text part-text-${index + 1}`} x={`${x + width / 2}%`} y="50%">
                            {value}
                          </text>
                        )}
                      </g>
                    );
                  })}
                </svg>
                <span className="bar-value">{format.number(total)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </Figure>
  );
}

/** The patterns of one chart; `of(part)` names them within the page. */
function PartPatterns({ of }: { of: (part: number) => string }) {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        {partPatterns.map(
          (pattern, index) =>
            pattern && (
              <pattern key={pattern.path} id={of(index + 1)} width={pattern.size} height={pattern.size} patternUnits="userSpaceOnUse">
                <rect className={`part-${index + 1}`} width={pattern.size} height={pattern.size} />
                <path className={`part-lines part-lines-${index + 1}`} d={pattern.path} />
              </pattern>
            ),
        )}
      </defs>
    </svg>
  );
}
