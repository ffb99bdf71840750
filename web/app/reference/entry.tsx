import { graphql } from '../graphql/index.ts';
import type { ReferencePartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';

/** A page of reference as an entry of its topic. */
export const referenceParts = graphql(/* GraphQL */ `
  fragment ReferenceParts on Reference {
    slug
    url
    title
    topic
    address
    edition
    note
    # Written out: the API counts a named part as a level, and lists of these are as deep as it allows.
    text {
      text
      asAt
      certainty
      note
      citations {
        ...CitationParts
      }
    }
    organizations {
      url
      shortName
    }
    projects {
      url
      title
    }
    partOf {
      slug
    }
    levels {
      slug
      title
    }
  }
`);

export type Entry = ReferencePartsFragment;

/** One entry: title, what it says, whom and what it concerns, where to find it. Its own page has the same address as its title. */
export function ReferenceEntry({ entry, heading: Heading = 'h3' }: { entry: Entry; heading?: 'h3' | 'h4' }) {
  const { t } = useSite();
  const concerned = [...entry.organizations.map(({ url, shortName }) => ({ url, title: shortName })), ...entry.projects];
  return (
    <article className="entry" id={entry.slug}>
      <Heading className="row-title">
        <a href={entry.url}>{entry.title}</a>
      </Heading>
      <Statement statement={entry.text} />
      {entry.note && <p className="small quiet">{t('reference.remark', { note: entry.note })}</p>}
      {concerned.length > 0 && (
        <p className="small">
          {t('reference.concerns')}
          {concerned.map(({ url, title }, index) => (
            <span key={url}>
              {index > 0 && ', '}
              <a href={url}>{title}</a>
            </span>
          ))}
        </p>
      )}
      {entry.address && (
        <p className="small">
          <a href={entry.address}>{t('reference.open', { host: new URL(entry.address).hostname })}</a>
        </p>
      )}
    </article>
  );
}
