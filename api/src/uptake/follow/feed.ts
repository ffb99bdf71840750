import { xml } from '../../xml.ts';

/** What an Atom feed (RFC 4287) tells. Every text is plain text; moments are ISO 8601 in UTC, addresses are whole. */
export type Feed = {
  id: string;
  title: string;
  /** Said of the whole feed, and as what may be done with it: how it is marked. */
  marking?: string;
  /** The page that the feed tells of, and the feed's own address. */
  page: string;
  self: string;
  updated: string;
  entries: { id: string; title: string; page: string; updated: string; summary: string | null }[];
};

const element = (name: string, text: string, type = '') => `<${name}${type}>${xml(text)}</${name}>`;
const link = (rel: string, href: string, type: string) => `<link rel="${rel}" type="${type}" href="${xml(href)}"/>`;
const TEXT = ' type="text"';

/**
 * An Atom feed with everything people wrote as text: a reader shows it letter by letter, and nothing in it is markup. The
 * libraries for feeds that are maintained give titles and summaries as HTML (docs/decisions/015).
 */
export function atom(feed: Feed): string {
  const entries = feed.entries.map((entry) =>
    [
      '<entry>',
      element('id', entry.id),
      element('title', entry.title, TEXT),
      link('alternate', entry.page, 'text/html'),
      element('updated', entry.updated),
      ...(entry.summary === null ? [] : [element('summary', entry.summary, TEXT)]),
      '</entry>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', feed.id),
    element('title', feed.title, TEXT),
    ...(feed.marking ? [element('subtitle', feed.marking, TEXT), element('rights', feed.marking, TEXT)] : []),
    element('updated', feed.updated),
    element('generator', 'Atrium'),
    '<author><name>Atrium</name></author>',
    link('alternate', feed.page, 'text/html'),
    link('self', feed.self, 'application/atom+xml'),
    ...entries,
    '</feed>\n',
  ].join('\n');
}
