import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Route } from './+types/principles';
import type { Entry } from './entry.tsx';
import { ReferencePage } from './frame.tsx';

const query = graphql(/* GraphQL */ `
  query Principles {
    references(filter: { topic: [PRINCIPLE] }, first: 60) {
      edges {
        node {
          ...ReferenceParts
        }
      }
    }
  }
`);

export const loader = ({ context }: Route.LoaderArgs) => ask(context, query, {});

export default function Principles({ loaderData: { references } }: Route.ComponentProps) {
  const { t } = useSite();
  const entries = references.edges.map(({ node }) => node);
  const report = entries.filter((entry) => entry.edition === '2020');
  const later = entries.filter((entry) => entry.edition !== '2020');
  return (
    <ReferencePage page="principles" entries={entries}>
      <p>
        <a href="/recommendations/3">{t('reference.principles.recommendation')}</a>
      </p>
      <p className="quiet">{t('reference.principles.beside')}</p>
      <Section id="each" title={t('reference.principles.each')}>
        <div className="scroll">
          <table className="table beside">
            <caption>{t('reference.principles.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('reference.principles.number')}</th>
                <th scope="col">{t('reference.principles.report')}</th>
                <th scope="col">{t('reference.principles.later')}</th>
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: Math.max(report.length, later.length) }, (_, index) => (
                <tr key={report[index]?.slug ?? later[index]?.slug}>
                  <th scope="row">{index + 1}</th>
                  <Cell entry={report[index]} />
                  <Cell entry={later[index]} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </ReferencePage>
  );
}

function Cell({ entry }: { entry: Entry | undefined }) {
  const { t } = useSite();
  if (!entry) return <td />;
  return (
    <td id={entry.slug}>
      <a href={entry.url}>
        <b>{entry.title}</b>
      </a>
      <Statement statement={entry.text} />
      {entry.note && <p className="small quiet">{t('reference.remark', { note: entry.note })}</p>}
    </td>
  );
}
