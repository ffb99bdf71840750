import { Trans } from 'react-i18next';
import { ask, queryAllPages } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/principles';
import type { Entry } from './entry.tsx';
import { ReferencePage } from './frame.tsx';

const query = graphql(/* GraphQL */ `
  query Principles($after: String) {
    references(filter: { topic: [PRINCIPLE] }, first: 100, after: $after) {
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

export default function Principles({ loaderData: { references } }: Route.ComponentProps) {
  const { t, i18n } = useSite();
  const entries = references.edges.map(({ node }) => node);
  const report = entries.filter((entry) => entry.edition === '2020');
  const later = entries.filter((entry) => entry.edition !== '2020');
  return (
    <ReferencePage page="principles" entries={entries}>
      <p>
        <Trans i18n={i18n} t={t} i18nKey="reference.principles.recommendation" components={{ third: <a href="/recommendations/3">{null}</a> }} />
      </p>
      <Section id="each" title={t('reference.principles.each')}>
        <p className="quiet">{t('reference.principles.beside')}</p>
        <div className="scroll">
          <table className="table beside stacked">
            <caption className="hidden">{t('reference.principles.each')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('reference.principles.report')}</th>
                <th scope="col">{t('reference.principles.later')}</th>
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: Math.max(report.length, later.length) }, (_, index) => (
                <tr key={report[index]?.slug ?? later[index]?.slug}>
                  <Cell entry={report[index]} edition={t('reference.principles.report')} />
                  <Cell entry={later[index]} edition={t('reference.principles.later')} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </ReferencePage>
  );
}

function Cell({ entry, edition }: { entry: Entry | undefined; edition: string }) {
  const { t } = useSite();
  if (!entry) return <td />;
  return (
    <td id={entry.slug} data-answer={edition}>
      <a href={entry.url}>
        <b>{entry.title}</b>
      </a>
      <Statement statement={entry.text} />
      {entry.note && <p className="small quiet">{t('reference.remark', { note: entry.note })}</p>}
    </td>
  );
}
