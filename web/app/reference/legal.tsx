import { ask, queryAllPages } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Downloads } from '../ui/downloads.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/legal';
import { Entries } from './entry.tsx';
import { ReferencePage } from './frame.tsx';

const query = graphql(/* GraphQL */ `
  query Legal($after: String) {
    references(filter: { topic: [LEGAL_DOCUMENT, LAW, LEGAL_ISSUE] }, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...ReferenceParts
        }
      }
    }
  }
`);

export const loader = ({ context }: Route.LoaderArgs) => queryAllPages('references', (after) => ask(context, query, { after }));

const groups = ['own', 'shared', 'contracts', 'other'] as const;

export default function Legal({ loaderData: { references } }: Route.ComponentProps) {
  const { t } = useSite();
  const entries = references.edges.map(({ node }) => node);
  const of = (topic: string) => entries.filter((entry) => entry.topic === topic);
  // The report lists the problems in two paragraphs and a box; the first citation says in which.
  const groupOf = (place: string | undefined) =>
    place?.startsWith('para 235') ? 'own' : place?.startsWith('para 236') ? 'shared' : place === 'Box 6' ? 'contracts' : 'other';
  const issues = groups
    .map((group) => ({ group, own: of('LEGAL_ISSUE').filter((entry) => groupOf(entry.text.citations[0]?.place) === group) }))
    .filter(({ own }) => own.length > 0);
  return (
    <ReferencePage
      page="legal"
      entries={entries}
      sections={(['handover', 'documents', 'laws', 'issues'] as const).map((id) => ({ id, title: t(`reference.legal.${id}`) }))}
    >
      <Section id="handover" title={t('reference.legal.handover')}>
        <p>{t('reference.legal.handoverLead')}</p>
        <Downloads label={t('reference.legal.files')} files={[{ label: t('reference.legal.docx'), href: '/legal.docx' }]} />
      </Section>
      <Section id="documents" title={t('reference.legal.documents')}>
        <Entries entries={of('LEGAL_DOCUMENT')} />
      </Section>
      <Section id="laws" title={t('reference.legal.laws')}>
        <Entries entries={of('LAW')} />
      </Section>
      <Section id="issues" title={t('reference.legal.issues')}>
        {issues.map(({ group, own }) => (
          <div key={group} className="entries">
            <h3>{t(`reference.legal.groups.${group}`)}</h3>
            <Entries entries={own} heading="h4" />
          </div>
        ))}
      </Section>
    </ReferencePage>
  );
}
