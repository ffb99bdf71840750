import type { ReactNode } from 'react';
import { Figure, type FigureProps } from './figure.tsx';
import { useSite } from './site.tsx';

export type Bar = { key: string; label: ReactNode; value: number; url?: string };

type BarChartProps = FigureProps & {
  bars: Bar[];
  /** What the bars are ("Platform") and what is counted ("Projects"). */
  columns: [string, string];
};

/** The width of a bar; the longest leaves room for its number. */
export const share = (value: number, most: number) => `${Math.round((860 * value) / most) / 10}%`;

/** Horizontal bars, each with its label and number beside it. The words are text, only the bars are drawn: legible at any width. */
export function BarChart({ bars, columns, ...figure }: BarChartProps) {
  const { format } = useSite();
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const link = (bar: Bar) => (bar.url ? <a href={bar.url}>{bar.label}</a> : bar.label);
  return (
    <Figure {...figure} table={{ columns, rows: bars.map((bar) => ({ key: bar.key, cells: [link(bar), format.number(bar.value)] })) }}>
      <ul className="bars">
        {bars.map((bar) => (
          <li key={bar.key}>
            <span className="bar-label">{link(bar)}</span>
            <span className="bar-line">
              <svg className="bar" width={share(bar.value, most)} aria-hidden="true">
                <rect width="100%" height="100%" />
              </svg>
              <span className="bar-value">{format.number(bar.value)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Figure>
  );
}
