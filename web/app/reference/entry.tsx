import type { ReactNode } from 'react';
import { graphql } from '../graphql/index.ts';
import type { ReferencePartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';

/** A page of reference as an entry of its topic. */
graphql(/* GraphQL */ `
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
    language
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

/**
 * What most of the entries remark, to be said once for all of them, and what remains for each to say itself.
 * Remarks are compared sentence by sentence.
 */
export function remarksOf(entries: readonly Entry[]) {
  const sentences = ({ note }: Entry) => note?.split(/(?<=\.)\s+(?=\p{Lu})/u) ?? [];
  const all = entries.flatMap(sentences);
  const shared = new Set(all.filter((one) => 2 * all.filter((other) => other === one).length > Math.max(2, entries.length)));
  return {
    shared: [...shared].join(' '),
    own: (entry: Entry) =>
      sentences(entry)
        .filter((sentence) => !shared.has(sentence))
        .join(' '),
  };
}

/** Entries under one heading, what they all remark first. */
export function Entries({ entries, heading }: { entries: Entry[]; heading?: 'h3' | 'h4' }) {
  const { shared, own } = remarksOf(entries);
  return (
    <>
      {shared && <p className="quiet entries-remark">{shared}</p>}
      {entries.map((entry) => (
        <ReferenceEntry key={entry.slug} entry={entry} remark={own(entry)} heading={heading} />
      ))}
    </>
  );
}

/** One entry: title, what it says, whom and what it concerns, where to find it. Its own page has the same address as its title. */
export function ReferenceEntry({
  entry,
  remark,
  heading: Heading = 'h3',
  children,
}: {
  entry: Entry;
  remark: string;
  heading?: 'h3' | 'h4' | undefined;
  /** What is said below its address. */
  children?: ReactNode;
}) {
  const { t } = useSite();
  const concerned = [...entry.organizations.map(({ url, shortName }) => ({ url, title: shortName })), ...entry.projects];
  return (
    <article className="entry" id={entry.slug}>
      <Heading className="row-title">
        <a href={entry.url}>{entry.title}</a>
      </Heading>
      <Statement statement={entry.text} />
      {remark && <p className="small quiet">{t('reference.remark', { note: remark })}</p>}
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
      {children}
    </article>
  );
}
