import { Pick } from './pick.tsx';
import type { ReactNode } from 'react';
import { useSite } from './site.tsx';
import { textLanguage } from './text-language.ts';

export type RowContent = {
  url: string;
  title: ReactNode;
  /** In which title and sentence are written (BCP 47). */
  language?: string | null;
  /** One sentence. */
  text?: ReactNode;
  /** Quiet facts: organization, place, stage, platform. Empty ones are left out. */
  facts?: ReactNode[];
  /** Why the row is here: the words that matched, or how it is related. */
  reason?: ReactNode;
};

/** A list of records: title, one sentence, quiet facts. Rows between thin lines, not cards. */
export function Rows({
  rows,
  heading = 'h2',
  picked = false,
}: {
  rows: RowContent[];
  heading?: 'h2' | 'h3' | 'h4' /** Whether each has a box to pick it, inside <PickForm>. */;
  picked?: boolean;
}) {
  return (
    <ul className="rows">
      {rows.map((row) => (
        <Row key={row.url} {...row} heading={heading} picked={picked} />
      ))}
    </ul>
  );
}

function Row({ url, title, language, text, facts = [], reason, heading: Heading, picked }: RowContent & { heading: 'h2' | 'h3' | 'h4'; picked: boolean }) {
  const site = useSite();
  return (
    <li className="row">
      <Heading className="row-title">
        {picked && <Pick url={url} title={typeof title === 'string' ? title : url} />}
        <a href={url} {...textLanguage(site, language, title)}>
          {title}
        </a>
      </Heading>
      {text && (
        <p className="row-text" {...textLanguage(site, language, text)}>
          {text}
        </p>
      )}
      <QuietFacts items={facts} />
      {reason && <p className="row-reason">{reason}</p>}
    </li>
  );
}

/** Short facts on one line, with a dot between them. */
export function QuietFacts({ items }: { items: ReactNode[] }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== '' && item !== false);
  if (shown.length === 0) return null;
  return (
    <ul className="quiet-facts">
      {shown.map((item, index) => (
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}
