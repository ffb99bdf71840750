import { ask, queryAllPages } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/governance';
import { Entries, type Entry } from './entry.tsx';
import { ReferencePage } from './frame.tsx';

const query = graphql(/* GraphQL */ `
  query Governance($after: String) {
    references(filter: { topic: [GOVERNANCE_SECTION, GOVERNANCE_ELEMENT, GOVERNANCE_TYPE, INTEROPERABILITY_LEVEL, GUIDANCE_PROPOSAL, THEORETICAL_BENEFIT] }, first: 100, after: $after) {
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

const further = [
  ['types', 'GOVERNANCE_TYPE'],
  ['levels', 'INTEROPERABILITY_LEVEL'],
  ['proposals', 'GUIDANCE_PROPOSAL'],
  ['benefits', 'THEORETICAL_BENEFIT'],
] as const;

export default function Governance({ loaderData: { references } }: Route.ComponentProps) {
  const { t } = useSite();
  const entries = references.edges.map(({ node }) => node);
  const of = (topic: string) => entries.filter((entry) => entry.topic === topic);
  return (
    <ReferencePage
      page="governance"
      entries={entries}
      sections={(['checklist', 'types', 'levels', 'proposals', 'benefits'] as const).map((id) => ({ id, title: t(`reference.governance.${id}`) }))}
    >
      <Section id="checklist" title={t('reference.governance.checklist')}>
        <p className="quiet">{t('reference.governance.checklistLead')}</p>
        {of('GOVERNANCE_SECTION').map((section) => (
          <Checklist key={section.slug} section={section} elements={of('GOVERNANCE_ELEMENT').filter((element) => element.partOf?.slug === section.slug)} />
        ))}
      </Section>
      {further.map(([id, topic]) => (
        <Section key={id} id={id} title={t(`reference.governance.${id}`)}>
          <Entries entries={of(topic)} />
        </Section>
      ))}
    </ReferencePage>
  );
}

/** A section of the framework with its elements: each with a box to tick, and on paper a line to write on. */
function Checklist({ section, elements }: { section: Entry; elements: Entry[] }) {
  const { t } = useSite();
  return (
    <div className="checklist" id={section.slug}>
      <h3>
        <a href={section.url}>{section.title}</a>
      </h3>
      <Statement statement={section.text} />
      {elements.length === 0 ? (
        <p className="small quiet">{t('reference.governance.principles')}</p>
      ) : (
        <ul className="plain">
          {elements.map((element) => (
            <li key={element.slug} id={element.slug}>
              <input type="checkbox" className="tick" aria-label={t('reference.governance.settled', { element: element.title })} />
              <div>
                <a href={element.url}>
                  <b>{element.title}</b>
                </a>
                <Statement statement={element.text} />
                <p className="write-on" aria-hidden="true">
                  {t('reference.governance.how')}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
