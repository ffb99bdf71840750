import type { Going } from './fields.ts';
import type { Operation } from './operations.ts';

/** The day since which a field counts as deprecated whose reason names none: that on which this interface began. */
const BEGAN = '2026-12-01';
const dayAfter = (word: RegExp, text: string) => new RegExp(`${word.source} (\\d{4}-\\d{2}-\\d{2})`, 'i').exec(text)?.[1];

/**
 * The headers that tell of what is about to go (RFC 9745, RFC 8594): since the day after "since" in the reason that the schema
 * gives, until the day after "removed on" where it names one. Of several things, the day that comes first.
 */
export function deprecationHeaders(operation: Pick<Operation, 'field'>, going: readonly Going[]): [string, string][] {
  const reasons = [operation.field.deprecationReason ?? '', ...going.map(({ reason }) => reason)].filter(Boolean);
  if (reasons.length === 0) return [];
  const since = reasons.map((one) => dayAfter(/since/, one) ?? BEGAN).sort()[0] ?? BEGAN;
  const until = reasons.flatMap((one) => dayAfter(/removed on/, one) ?? []).sort()[0];
  return [
    ['deprecation', `@${Date.parse(since) / 1000}`],
    ...(until ? [['sunset', new Date(until).toUTCString()] as [string, string]] : []),
    ['link', '</api#changes>; rel="deprecation"; type="text/html"'],
  ];
}
