import { sql } from 'kysely';
import { addressOf } from '#prisma/content/kinds.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { visibleRecords } from '../records/policy.ts';
import { type AssessedRisk, areas, riskKey } from './content.ts';

type Named = { key: string; title: string; url: string };
export type RiskLine = AssessedRisk & { key: string; called: string; url: string | null; answers: Named[] };

const NamedRecord = builder.objectRef<Named>('NamedRecord').implement({
  description: 'A record of the library by its key and title.',
  fields: (t) => ({ key: t.exposeString('key'), title: t.exposeString('title'), url: t.exposeString('url') }),
});
const AreaEnum = builder.enumType('RiskArea', { values: areas, description: 'The six areas of recommendation 2.' });
const stated = <Value>(value: Value | undefined): Value | null => value ?? null;
export const RiskLineType = builder.objectRef<RiskLine>('AssessedRisk').implement({
  description: 'A risk as it was assessed. Likelihood and impact from 1 (very low) to 5 (very high).',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Of its line in a review, after "risk:".' }),
    risk: t.string({ nullable: true, description: 'The source key of a risk of the library.', resolve: ({ risk }) => stated(risk) }),
    title: t.string({ resolve: ({ called }) => called }),
    url: t.string({ nullable: true, resolve: ({ url }) => url }),
    area: t.field({ type: AreaEnum, nullable: true, resolve: ({ area }) => stated(area) }),
    likelihood: t.exposeInt('likelihood'),
    impact: t.exposeInt('impact'),
    mitigations: t.field({ type: [NamedRecord], resolve: ({ answers }) => answers }),
    mitigation: t.string({ nullable: true, resolve: ({ mitigation }) => stated(mitigation) }),
    owner: t.string({ nullable: true, resolve: ({ owner }) => stated(owner) }),
    date: t.string({ nullable: true, resolve: ({ date }) => stated(date) }),
    residualLikelihood: t.int({ nullable: true, resolve: ({ residualLikelihood }) => stated(residualLikelihood) }),
    residualImpact: t.int({ nullable: true, resolve: ({ residualImpact }) => stated(residualImpact) }),
  }),
});

/** The risks of a run with the names of what they refer to, as far as who asks sees it. */
export async function riskLines({ reads, viewer }: Context, risks: readonly AssessedRisk[]): Promise<RiskLine[]> {
  const keys = risks.flatMap(({ risk, mitigations }) => [...(risk ? [risk] : []), ...mitigations]);
  const rows =
    keys.length === 0
      ? []
      : await reads.rows(sql<{ kind: 'RISK' | 'MITIGATION'; key: string; slug: string; title: string }>`
    SELECT r.kind, r.source_key AS key, r.slug, r.title FROM record r WHERE r.kind IN ('RISK', 'MITIGATION') AND r.source_key = ANY (${keys}::text[]) AND ${visibleRecords(viewer)}`);
  const named = new Map(rows.map(({ kind, key, slug, title }) => [`${kind} ${key}`, { key, title, url: addressOf(kind, slug) }]));
  return risks.map((one) => {
    const record = named.get(`RISK ${one.risk}`);
    return {
      ...one,
      key: riskKey(one),
      called: one.title ?? record?.title ?? one.risk ?? '',
      url: record?.url ?? null,
      answers: one.mitigations.flatMap((key) => named.get(`MITIGATION ${key}`) ?? []),
    };
  });
}
