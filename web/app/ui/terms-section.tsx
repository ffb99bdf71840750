import type { ReactNode } from 'react';
import { Certainty } from './certainty.tsx';
import { useSite } from './site.tsx';
import { Marked } from './source-mark.tsx';
import type { Piece } from './terms.ts';

/** A text with its glossary terms: each opens its definition in place, by mouse, finger or keyboard and without script. */
export function WithTerms({ text }: { text: string }) {
  const { terms } = useSite();
  return terms.mark(text).map((piece, index) => <TextPiece key={index} piece={piece} />);
}

/** A piece of a text: plain, or the first occurrence of a term on the page. A line may end beside a button, so its punctuation is tied to it. */
export function TextPiece({ piece: { text, term, before, after }, children }: { piece: Piece; children?: ReactNode }) {
  const { t } = useSite();
  if (!term) return text;
  const button = (
    <button type="button" className="term" popoverTarget={`term-${term.slug}`} title={t('glossary.open', { term: text })}>
      {text}
    </button>
  );
  if (!before && !after && !children) return button;
  return (
    <span className="together">
      {before}
      {button}
      {after}
      {children}
    </span>
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
            <b>{term}</b>. <Marked text={definition.text} note={definition} /> <Certainty is={definition.certainty} />
          </p>
          <p className="small term-more">
            <a href={url}>{t('glossary.read')}</a>
          </p>
        </div>
      ))}
    </section>
  );
}
