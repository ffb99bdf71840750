import { Certainty } from './certainty.tsx';
import { useSite } from './site.tsx';
import { SourceMark } from './source-mark.tsx';

/** A text with its glossary terms: each opens its definition in place, by mouse, finger or keyboard and without script. */
export function WithTerms({ text }: { text: string }) {
  const { terms } = useSite();
  return terms.mark(text).map(({ text: piece, term }, index) => (term ? <TermButton key={index} text={piece} slug={term.slug} /> : piece));
}

/** The first occurrence of a term on a page. */
export function TermButton({ text, slug }: { text: string; slug: string }) {
  const { t } = useSite();
  return (
    <button type="button" className="term" popoverTarget={`term-${slug}`} title={t('glossary.open', { term: text })}>
      {text}
    </button>
  );
}

/**
 * The definitions of the terms marked on the page, each once: popovers on screen, a list in print. Before the source
 * notes, since definitions have sources too.
 */
export function TermsSection() {
  const { t, terms } = useSite();
  if (terms.list.length === 0) return null;
  return (
    <section className="term-notes" aria-labelledby="terms-title">
      <h2 id="terms-title">{t('glossary.terms')}</h2>
      {terms.list.map(({ slug, url, term, definition }) => (
        <div key={slug} id={`term-${slug}`} popover="auto" className="term-note">
          <p>
            <b>{term}</b>. {definition.text} <Certainty is={definition.certainty} />
            <SourceMark note={definition} />
          </p>
          <p className="small term-more">
            <a href={url}>{t('glossary.read')}</a>
          </p>
        </div>
      ))}
    </section>
  );
}
