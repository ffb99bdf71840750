import { QuietFacts } from './rows.tsx';
import { useSite } from './site.tsx';

/** The way from a record, by the address of its page, to who keeps it: a question, or an error. */
export function AskLinks({ url, only }: { url: string; only?: 'tell' }) {
  const { t, fields } = useSite();
  // What is only proposed has nobody to ask yet.
  if (fields?.preview) return null;
  const tell = (
    <a key="tell" href={`/ask?${new URLSearchParams({ record: url, purpose: 'error' })}`} rel="nofollow">
      {t('inquiries.tell')}
    </a>
  );
  const ask = (
    <a key="ask" href={`/ask?${new URLSearchParams({ record: url })}`} rel="nofollow">
      {t('inquiries.ask')}
    </a>
  );
  return (
    <div className="ask-links">
      <QuietFacts items={only ? [tell] : [ask, tell]} />
    </div>
  );
}
