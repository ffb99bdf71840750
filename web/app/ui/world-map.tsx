import { Figure, type FigureProps } from './figure.tsx';
import { useSite } from './site.tsx';
import { borders, height, land, shapeOf, width } from './world.server.ts';

type MapCountry = { code: string; name: string; count: number; url: string };

type WorldMapProps = FigureProps & {
  countries: MapCountry[];
  /** What is counted: "Projects". */
  column: string;
};

/**
 * Countries shaded by a count, on a world map that carries the disclaimer of the United Nations. Countries too small to
 * be seen are dots. The links of the map repeat those of the table, so they stay out of the keyboard's way.
 */
export function WorldMap({ countries, column, ...figure }: WorldMapProps) {
  const { t, format } = useSite();
  const sorted = [...countries].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  const most = Math.max(1, ...sorted.map((country) => country.count));
  const steps = stepsTo(most);
  const shadeOf = (count: number) => steps.findIndex((step) => count <= step.to) + 1;
  const drawn = sorted.map((country) => ({ ...country, shape: shapeOf(country.code) }));
  const missing = drawn.filter((country) => !country.shape);
  return (
    <Figure
      {...figure}
      table={{
        columns: [t('map.countries'), column],
        rows: sorted.map(({ code, name, count, url }) => ({
          key: code,
          cells: [
            <a key="name" href={url}>
              {name}
            </a>,
            format.number(count),
          ],
        })),
      }}
      remark={
        <p className="figure-source">
          {missing.length > 0 && `${t('map.elsewhere', { text: format.list(missing.map((country) => country.name)) })}. `}
          {t('map.disclaimer')} {t('map.base')}
        </p>
      }
    >
      <svg className="map" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path className="map-land" d={land} />
        <path className="map-borders" d={borders} />
        {/* Shapes first: a dot must not disappear under its neighbour. */}
        {[...drawn]
          .sort((a, b) => Number(isDot(a.shape)) - Number(isDot(b.shape)))
          .map(({ code, name, count, url, shape }) =>
            shape === null ? null : (
              <a key={code} href={url} tabIndex={-1} className={`map-country map-${shadeOf(count)}`}>
                <title>{`${name}: ${format.number(count)}`}</title>
                {'path' in shape ? <path d={shape.path} /> : <circle cx={shape.x} cy={shape.y} r="5" />}
              </a>
            ),
          )}
      </svg>
      <ul className="legend">
        <li>{column}:</li>
        {steps.map((step, index) => (
          <li key={step.to}>
            <svg className="swatch" width="14" height="14" aria-hidden="true">
              <rect className={`map-${index + 1}`} width="100%" height="100%" />
            </svg>{' '}
            {step.from === step.to ? format.number(step.from) : `${format.number(step.from)}–${format.number(step.to)}`}
          </li>
        ))}
      </ul>
    </Figure>
  );
}

const isDot = (shape: ReturnType<typeof shapeOf>) => shape !== null && 'x' in shape;

/** At most three steps of shade, the first for a single one. */
function stepsTo(most: number): { from: number; to: number }[] {
  if (most === 1) return [{ from: 1, to: 1 }];
  if (most === 2)
    return [
      { from: 1, to: 1 },
      { from: 2, to: 2 },
    ];
  const middle = Math.max(2, Math.round(most / 3));
  return [
    { from: 1, to: 1 },
    { from: 2, to: middle },
    { from: middle + 1, to: most },
  ];
}
