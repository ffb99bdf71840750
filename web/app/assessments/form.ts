import type { Fault } from '../ui/faults.ts';

/** The texts of a form by their names; of several the last. */
export const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])));
/**
 * A whole number as people write it, with its thousands apart in any of the usual ways; the text itself where it is none, so that
 * it is refused by name: "1,5" is not 15.
 */
export function number(text: string | undefined): number | string | undefined {
  if (!text) return undefined;
  return /^\d+$/.test(text) || /^\d{1,3}(?:([ ,.'’\u00a0\u202f])\d{3})(?:\1\d{3})*$/.test(text) ? Number(text.replace(/\D/g, '')) : text;
}

/** The name of a field of a risk in a form, as the API names its faults. */
export const riskField = (row: number, field = ''): string => ['risks', row, field].join('.');

/** The risks of a form: "risks.0.likelihood" and so on; rows with nothing in them are left out, as are those marked to go. */
export function risksOf(form: FormData): { risks: Record<string, unknown>[]; rows: number[] } {
  const typed = typedIn(form);
  const rows = [...new Set([...form.keys()].flatMap((name) => /^risks\.(\d{1,3})\./.exec(name)?.[1] ?? []))].map(Number).sort((a, b) => a - b);
  const given = (row: number) =>
    Object.entries(typed).some(([name, value]) => name.startsWith(riskField(row)) && name !== riskField(row, 'remove') && value !== '');
  const kept = rows.filter((row) => given(row) && typed[riskField(row, 'remove')] !== 'yes');
  return {
    rows: kept,
    risks: kept.map((row) => {
      const text = (field: string) => typed[riskField(row, field)] || undefined;
      const mitigations = [...form.getAll(riskField(row, 'mitigations')), text('further') ?? ''].filter(
        (key): key is string => typeof key === 'string' && key !== '',
      );
      return {
        risk: text('risk'),
        title: text('title'),
        area: text('area'),
        likelihood: number(text('likelihood')) ?? 0,
        impact: number(text('impact')) ?? 0,
        mitigations: [...new Set(mitigations)],
        mitigation: text('mitigation'),
        owner: text('owner'),
        date: text('date'),
        residualLikelihood: number(text('residualLikelihood')),
        residualImpact: number(text('residualImpact')),
      };
    }),
  };
}

export const costLines = ['build', 'run', 'transactions', 'training', 'exit'] as const;
/** What the sheet of costs begins with. */
export const FIRST_SHEET = { currency: 'USD', years: '5' } as const;
/** The sheet of costs; options without a name and numbers are left out. A sheet that is as it began is none. */
export function costsOf(form: FormData): { costs: Record<string, unknown> | null; rows: number[] } {
  const typed = typedIn(form);
  const used = [0, 1, 2].filter((row) => Object.entries(typed).some(([name, value]) => name.startsWith(`options.${row}.`) && value));
  const asItBegan = Object.entries(FIRST_SHEET).every(([name, value]) => (typed[name] ?? value) === value);
  if (used.length === 0 && !typed['assumptions'] && asItBegan) return { costs: null, rows: [] };
  const amount = (name: string) => number(typed[name]) ?? 0;
  return {
    rows: used,
    costs: {
      currency: typed['currency'] ?? '',
      years: number(typed['years']) ?? 0,
      ...(typed['assumptions'] ? { assumptions: typed['assumptions'] } : {}),
      options: used.map((row) => ({
        name: typed[`options.${row}.name`] ?? '',
        ...Object.fromEntries(
          costLines.flatMap((line) => {
            const at = `options.${row}.${line}`;
            return typed[`${at}.low`] || typed[`${at}.high`]
              ? [[line, { low: amount(`${at}.low`), high: typed[`${at}.high`] ? amount(`${at}.high`) : amount(`${at}.low`) }]]
              : [];
          }),
        ),
      })),
    },
  };
}

/** Faults by the rows of the form: "risks.0.impact" of what was sent may be row 3 of the form. */
export const faultsAt = (faults: readonly Fault[], list: string, rows: readonly number[]): Fault[] =>
  faults.map((one) => {
    const [, index, rest = ''] = new RegExp(`^(?:costs\\.)?${list}\\.(\\d+)(.*)$`).exec(one.path) ?? [];
    return { ...one, path: index === undefined ? one.path.replace(/^costs\./, '') : `${list}.${rows[Number(index)] ?? index}${rest}` };
  });

/** The number of the save that a form builds on: that of somebody else's, where the person chose to put their own over it. */
export const editsOf = (form: FormData): number => Number(form.get('over') || form.get('edits')) || 0;
