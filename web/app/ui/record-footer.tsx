import { AskLinks } from './ask-links.tsx';
import { internalAddress } from './downloads.tsx';
import { ShortlistLink } from './shortlist-link.tsx';
import { Section } from './section.tsx';
import { useSite } from './site.tsx';

type RecordFootProps = {
  record: { title: string; url: string; slug: string; version: number; hash: string; updatedAt: string };
  /** The address of the list the record is in, whose exports hold it. */
  list: string;
  /** A GraphQL query for this record, to try and change. */
  query: string;
};

/** The foot of a record: how to cite it, its version, its data. */
export function RecordFooter({ record, list, query }: RecordFootProps) {
  const { t, url, format, viewer } = useSite();
  const address = new URL(record.url, url).href;
  const date = format.date(record.updatedAt.slice(0, 10));
  return (
    <Section id="cite" title={t('records.foot')}>
      <ShortlistLink url={record.url} />
      <p className="cite-text">{t('records.citation', { title: record.title, version: record.version, date, address })}</p>
      <details>
        <summary>{t('records.bibtex')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <pre className="cite-bibtex" tabIndex={0}>
          {bibtex(record, address)}
        </pre>
      </details>
      <AskLinks url={record.url} only="tell" />
      <p className="quiet small">
        {t('records.version', { version: record.version, date })}. {t('records.hash')} <code className="hash">{record.hash}</code>
      </p>
      <p className="quiet small">
        {t('records.data')} <a href={`/graphql?${new URLSearchParams({ query })}`}>{t('records.graphql')}</a>; {t('records.all')}{' '}
        <a href={`${list}.csv`}>CSV</a>, <a href={`${list}.xlsx`}>XLSX</a>, <a href={`${list}.json`}>JSON</a>
        {(viewer?.memberships.length ?? 0) > 0 && (
          <>
            ; {t('records.allInternal')} <a href={internalAddress(`${list}.csv`)}>CSV</a>, <a href={internalAddress(`${list}.xlsx`)}>XLSX</a>,{' '}
            <a href={internalAddress(`${list}.json`)}>JSON</a>
          </>
        )}
      </p>
    </Section>
  );
}

/** The record as a BibTeX entry; what BibTeX would read as a command is escaped. */
function bibtex(record: RecordFootProps['record'], address: string): string {
  const escaped = (text: string) => text.replace(/[\\{}]/g, '').replace(/([&%$#_])/g, '\\$1');
  return [
    `@misc{atrium-${record.slug},`,
    `  title = {${escaped(record.title)}},`,
    '  author = {{Atrium}},',
    `  year = {${record.updatedAt.slice(0, 4)}},`,
    `  note = {Version ${record.version}},`,
    `  url = {${address}}`,
    '}',
  ].join('\n');
}
