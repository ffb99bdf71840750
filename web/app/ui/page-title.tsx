import type { ReactNode } from 'react';

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
  return (
    <header className="page-title">
      {kind && <p className="page-kind">{kind}</p>}
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children && <div className="page-facts">{children}</div>}
    </header>
  );
}
