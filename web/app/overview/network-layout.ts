export type Joined = { one: string; other: string; weight: number };

export const width = 760;
export const height = 760;
export const radius = 6;
const middle = { x: width / 2, y: height / 2 };
const reach = 220;

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * Names on a circle and lines between those that belong together, bent towards the middle. Names that are joined stand
 * near one another: each next name is the one most joined to those already placed.
 */
export function networkLayout(pairs: readonly Joined[]) {
  const order = placed(pairs);
  const points = order.map((name, index) => {
    const angle = (2 * Math.PI * index) / order.length - Math.PI / 2;
    const end = Math.cos(angle) < -1e-9;
    const degrees = round((angle * 180) / Math.PI);
    return { name, x: round(middle.x + reach * Math.cos(angle)), y: round(middle.y + reach * Math.sin(angle)), turn: end ? degrees + 180 : degrees, end };
  });
  const at = new Map(points.map((point) => [point.name, point]));
  const lines = pairs.flatMap(({ one, other, weight }) => {
    const [from, to] = [at.get(one), at.get(other)];
    return from && to ? [{ key: `${one} ${other}`, path: `M${from.x} ${from.y}Q${middle.x} ${middle.y} ${to.x} ${to.y}`, weight }] : [];
  });
  return { points, lines };
}

function placed(pairs: readonly Joined[]): string[] {
  const weights = new Map<string, Map<string, number>>();
  const join = (from: string, to: string, weight: number) => {
    const row = weights.get(from) ?? new Map<string, number>();
    row.set(to, (row.get(to) ?? 0) + weight);
    weights.set(from, row);
  };
  for (const { one, other, weight } of pairs) {
    join(one, other, weight);
    join(other, one, weight);
  }
  const total = (name: string) => [...(weights.get(name)?.values() ?? [])].reduce((sum, weight) => sum + weight, 0);
  const left = [...weights.keys()].sort((a, b) => total(b) - total(a) || a.localeCompare(b));
  const order: string[] = [];
  while (left.length > 0) {
    const last = order.at(-1);
    const next = last ? left.reduce((best, name) => ((weights.get(last)?.get(name) ?? 0) > (weights.get(last)?.get(best) ?? 0) ? name : best)) : left[0];
    order.push(next as string);
    left.splice(left.indexOf(next as string), 1);
  }
  return order;
}
