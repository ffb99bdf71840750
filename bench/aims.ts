type Aim = { size: number | null; what: string; measured: string; aim: string; met: boolean | null };
const aims: Aim[] = [];
let size: number | null = null;

/** The aims that follow belong to a library with so many projects; null for those of none. */
export const aimsFor = (projects: number | null): void => {
  size = projects;
};

/** Notes what was measured beside what was aimed at; null where it could not be measured. */
export const aim = (what: string, measured: number | null, limit: number, unit: string, digits = 1): void => {
  aims.push({
    size,
    what,
    measured: measured === null ? 'not measured' : `${measured.toFixed(digits)} ${unit}`.trim(),
    aim: `at most ${limit} ${unit}`.trim(),
    met: measured === null ? null : measured <= limit,
  });
};

/** Prints every aim, what was missed beside what was met. */
export function printAims(say: (line: string) => void): void {
  say('\nAims');
  console.table(
    aims.map(({ size: projects, what, measured, aim: limit, met }) => ({
      projects,
      what,
      measured,
      aim: limit,
      result: met === null ? 'NOT MEASURED' : met ? 'met' : 'MISSED',
    })),
  );
  const count = (met: boolean | null) => aims.filter((one) => one.met === met).length;
  say(`${count(true)} met, ${count(false)} missed, ${count(null)} not measured.`);
}

const growth = new Map<string, Map<number, number>>();
/** Notes what something costs in a library of a size, to be seen beside the other sizes. */
export const costs = (what: string, projects: number, cost: number): void => {
  growth.set(what, (growth.get(what) ?? new Map()).set(projects, cost));
};
/** Prints how costs grow from one size to the next. */
export function printGrowth(say: (line: string) => void, sizes: readonly number[]): void {
  say('\nHow it grows: milliseconds by the number of projects, and the largest to the smallest');
  console.table(
    [...growth].map(([what, by]) => ({
      what,
      ...Object.fromEntries(sizes.map((projects) => [projects.toLocaleString('en'), by.has(projects) ? +(by.get(projects) as number).toFixed(1) : null])),
      times: +((by.get(sizes.at(-1) as number) ?? Number.NaN) / (by.get(sizes[0] as number) ?? Number.NaN)).toFixed(2),
    })),
  );
}

/** How many times as much something costs in the largest library as in the smallest. */
export const growthOf = (what: string, sizes: readonly number[]): number =>
  (growth.get(what)?.get(sizes.at(-1) as number) ?? Number.NaN) / (growth.get(what)?.get(sizes[0] as number) ?? Number.NaN);
