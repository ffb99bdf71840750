import { AskLinks } from './ask-links.tsx';
import { CitationLinks } from './citation-links.tsx';
import { internalAddress } from './downloads.tsx';
import { FollowLink } from './follow-link.tsx';
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
      <FollowLink url={record.url} />
      <ShortlistLink url={record.url} />
      <p className="cite-text">{t('records.citation', { title: record.title, version: record.version, date, address })}</p>
      <p className="download">
        {t('records.citeAs')} <CitationLinks address={record.url} />
      </p>
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
