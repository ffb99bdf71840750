// Which of several dated facts is the newest. Dates are known in full or in part: 2017, 2017-05, 2017-05-31.

type Dated = { date?: unknown; asAt?: unknown };
const text = (value: unknown) => (typeof value === 'string' ? value : null);

/** Whether a partial date is later than another: 2026 is not later than 2026-02, and 2025-05 is later than 2020. */
export function isLater(date: string, than: string): boolean {
  const length = Math.min(date.length, than.length);
  return date.slice(0, length) > than.slice(0, length);
}

/** The newest of some partial dates; null where there is none. */
export const newestDate = (dates: readonly (string | null | undefined)[]): string | null =>
  dates.filter((date) => date != null).reduce<string | null>((a, b) => (!a || isLater(b, a) ? b : a), null);

/** The day of a fact: the later of its own date and the day to which it is known. */
const dayOf = ({ date, asAt }: Dated) => newestDate([text(date), text(asAt)]);

/**
 * The newest of some facts, which are written in their order: the last, unless one before it is of a later day. A fact
 * without any day keeps its place.
 */
export function newest<Fact extends object>(facts: readonly Fact[]): Fact | undefined {
  return facts.reduceRight<Fact | undefined>((found, fact) => {
    const [day, known] = [dayOf(fact as Dated), found && dayOf(found as Dated)];
    return !found || (day && known && isLater(day, known)) ? fact : found;
  }, undefined);
}

/** Those of some facts that hold to the newest day any of them names; all where none names one. */
export function ofNewestDay<Fact extends { asAt?: string | null | undefined }>(facts: readonly Fact[]): Fact[] {
  const day = newestDate(facts.map(({ asAt }) => asAt));
  return facts.filter(({ asAt }) => !day || (asAt && !isLater(day, asAt)));
}
