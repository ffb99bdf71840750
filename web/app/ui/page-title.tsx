import type { ReactNode } from 'react';
import { useSite } from './site.tsx';
import { textLanguage } from './text-language.ts';

type PageTitleProps = {
  title: ReactNode;
  /** What kind of thing this is, above the title: "Project", "Goal 2". */
  kind?: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Quiet facts under the sentence: stage, dates. */
  children?: ReactNode;
};

/** The head of a page: its one h1, and the sentence that says what it is. */
export function PageTitle({ title, kind, lead, children }: PageTitleProps) {
  // A record that is shown within another page has a title of its own, which is not that of the page.
  const site = useSite();
  const Title = site.fields?.preview ? 'h2' : 'h1';
  return (
    <header className="page-title">
      {kind && <p className="page-kind">{kind}</p>}
      <Title {...textLanguage(site, site.recordLanguage, title)}>{title}</Title>
      {lead && <p className="lead">{lead}</p>}
      {children && <div className="page-facts">{children}</div>}
    </header>
  );
}
