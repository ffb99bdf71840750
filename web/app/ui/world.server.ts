import { createRequire } from 'node:module';
import { geoArea, type GeoPath, geoNaturalEarth1, geoPath } from 'd3-geo';
import countries from 'i18n-iso-countries';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;
const require = createRequire(import.meta.url);
const world = require('world-atlas/countries-110m.json') as World;

const antarctica = '010';
/** Below this area in the map's own units a country is a dot: its shape could not be seen or hit. */
const visibleArea = 24;

/** A drawn country: its outline, or the middle of a dot where it is too small to be seen. */
export type Shape = { path: string } | { x: number; y: number };

/** Width and height of the map in its own units. */
export const width = 1000;
export const height = 470;

const shown = world.objects.countries.geometries.filter((country) => country.id !== antarctica) as (Polygon | MultiPolygon)[];
const projection = geoNaturalEarth1().fitExtent(
  [
    [2, 2],
    [width - 2, height - 2],
  ],
  merge(world, shown as Polygon[]),
);
const measure = geoPath(projection);

/**
 * Draws with whole numbers and relative steps and leaves out points that fall together: a third of the bytes, and no
 * difference that could be seen at this size.
 */
function draw(shape: Parameters<GeoPath>[0]): string {
  let path = '';
  let [x, y] = [0, 0];
  let last = '';
  let [startX, startY] = [0, 0];
  const step = (command: string, toX: number, toY: number) => {
    const dx = toX - x;
    const dy = toY - y;
    path += command === last && dx >= 0 ? ` ${dx}` : `${command === last ? '' : command}${dx}`;
    path += dy < 0 ? dy : ` ${dy}`;
    [x, y, last] = [toX, toY, command];
  };
  geoPath(projection, {
    beginPath() {},
    moveTo(toX, toY) {
      [startX, startY] = [Math.round(toX), Math.round(toY)];
      step('m', startX, startY);
      last = 'm';
    },
    lineTo(toX, toY) {
      const [atX, atY] = [Math.round(toX), Math.round(toY)];
      if (atX !== x || atY !== y) step('l', atX, atY);
    },
    arc() {},
    closePath() {
      path += 'z';
      [x, y, last] = [startX, startY, ''];
    },
  })(shape);
  // A ring that shrank to one point draws nothing.
  return path.replace(/m-?\d+(?: |(?=-))-?\d+z/g, (ring) => `${ring.slice(0, -1)}z`);
}

/** The land without borders, and the borders; drawn once. */
export const land = draw(merge(world, shown as Polygon[]));
export const borders = draw(mesh(world, world.objects.countries, (a, b) => a !== b && a.id !== antarctica && b.id !== antarctica));

const shapes = new Map<string, Shape | null>();

/** How a country is drawn, by its ISO 3166 two-letter code; null where the atlas does not have it. */
export function shapeOf(code: string): Shape | null {
  const known = shapes.get(code);
  if (known !== undefined) return known;
  const numeric = countries.alpha2ToNumeric(code);
  const shape = numeric ? (drawn(world, numeric) ?? dot(detailed(), numeric)) : null;
  shapes.set(code, shape);
  return shape;
}

/** The finer atlas, which has the small countries; read only when one of them is asked for. */
const detailed = () => require('world-atlas/countries-50m.json') as World;

function find(atlas: World, numeric: string) {
  const geometry = atlas.objects.countries.geometries.find((country) => country.id === numeric);
  return geometry ? feature(atlas, geometry) : null;
}

function drawn(atlas: World, numeric: string): Shape | null {
  const country = find(atlas, numeric);
  if (!country) return null;
  return measure.area(country) < visibleArea ? dot(atlas, numeric) : { path: draw(country) };
}

function dot(atlas: World, numeric: string): Shape | null {
  const country = find(atlas, numeric);
  if (!country || geoArea(country) === 0) return null;
  const [x, y] = measure.centroid(country);
  return { x: Math.round(x), y: Math.round(y) };
}
