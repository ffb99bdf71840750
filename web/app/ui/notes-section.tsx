import type { Citation, Note, SourceName } from './notes.ts';
import { citationLabel } from './citation-label.ts';
import { Prose } from './prose.tsx';
import { useSite } from './site.tsx';

/**
 * The sources of the page, and behind each source mark its note. On screen the notes are popovers that the marks open;
 * in print they are a numbered list. Rendered after everything else, when all marks are known.
 */
export function NotesSection() {
  const { t, notes, format } = useSite();
  if (notes.list.length === 0) return null;
  const sources = sourcesOf(notes.list);
  return (
    <section className="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{t('source.heading')}</h2>
      <p className="notes-how">{t('source.rests', { count: sources.length })}</p>
      <ul className="notes-sources">
        {sources.map(({ source, places }) => (
          <li key={source.url}>
            <a href={source.url}>{nameOf(source)}</a>
            {source.symbol && <span className="quiet"> {source.title}</span>}
            <span className="quiet"> · {t('source.places', { count: places, places: format.number(places) })}</span>
          </li>
        ))}
      </ul>
      <ol className="notes-list" data-copy={t('records.copyStatement')} data-copied={t('records.copied')}>
        {notes.list.map((note, index) => (
          <li key={index} id={`note-${index + 1}`} popover="auto" className="note">
            <NoteBody note={note} number={index + 1} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function NoteBody({ note, number }: { note: Note; number: number }) {
  const { t, format } = useSite();
  const key = note.certainty === 'STATED' ? 'stated' : note.certainty === 'INFERRED' ? 'inferred' : 'uncertain';
  return (
    <>
      <b className="note-number">{number}</b>
      <div className="note-body">
        <Places citations={note.citations} />
        <p className="note-facts">
          {note.asAt && (
            <>
              {t('source.asAt')} {format.date(note.asAt)}
              {' · '}
            </>
          )}
          {t(`certainty.${key}`)}
          {note.certainty !== 'STATED' && `: ${t(`certainty.explain.${key}`)}`}
        </p>
        {note.note && (
          <p className="note-remark">
            <Prose text={note.note} />
          </p>
        )}
        {note.otherwise?.map((other) => (
          <div className="note-otherwise" key={other.text}>
            <p>
              <b>{t('source.otherwise')}:</b> {other.text}
              {other.asAt && ` (${format.date(other.asAt)})`}
            </p>
            <Places citations={other.citations} />
          </div>
        ))}
      </div>
    </>
  );
}

/**
 * One line per document with its places, each a link: the document to what rests on it, a place to the very paragraph
 * where it can be opened. The editors' notes have one place, which says no more than their name.
 */
function Places({ citations }: { citations: readonly Citation[] }) {
  const { t } = useSite();
  const documents = Map.groupBy(citations, ({ source }) => source.url);
  return [...documents].map(([url, own]) => (
    <p className="note-place" key={url}>
      <a href={url}>{nameOf((own[0] as Citation).source)}</a>
      {own
        .filter(({ source, place }) => !nameOf(source).toLowerCase().startsWith(place))
        .map((citation) => (
          <span key={citation.place}>, {citation.url ? <a href={citation.url}>{citationLabel(citation.place, t)}</a> : citationLabel(citation.place, t)}</span>
        ))}
    </p>
  ));
}

const nameOf = (source: SourceName) => source.symbol ?? source.title;

/** The documents of the notes in the order of their first mark, each with the number of its places. */
function sourcesOf(list: readonly Note[]) {
  const sources = new Map<string, { source: SourceName; places: Set<string> }>();
  for (const note of list) {
    const citations = [...note.citations, ...(note.otherwise ?? []).flatMap((other) => other.citations)];
    for (const { source, place } of citations) {
      const known = sources.get(source.url) ?? { source, places: new Set<string>() };
      known.places.add(place);
      sources.set(source.url, known);
    }
  }
  return [...sources.values()].map(({ source, places }) => ({ source, places: places.size }));
}
