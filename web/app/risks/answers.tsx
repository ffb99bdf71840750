import type { ReactNode } from 'react';
import { useSite } from '../ui/site.tsx';

type Row = {
  url: string;
  title: string;
  organizations: { shortName: string }[];
  /** What it answers, or what answers it. */
  others: { url: string; title: string; pairedBy: 'SOURCE' | 'EDITORS' }[];
};

type AnswersProps = { caption: ReactNode; head: string; answer: string; none: string; rows: Row[] };

/**
 * Risks with what answers them, or mitigations with what they answer: one row each, the others as a list in its cell.
 * A grid of 34 by 28 could not be read. On a narrow screen the list stands below its risk.
 */
export function Answers({ caption, head, answer, none, rows }: AnswersProps) {
  const { t, format } = useSite();
  return (
    <table className="table stacked answers">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{answer}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ url, title, organizations, others }) => (
          <tr key={url}>
            <th scope="row">
              <a href={url}>{title}</a>
              {organizations.length > 0 && (
                <span className="answers-who">{t('risks.namedBy', { organizations: format.list(organizations.map((one) => one.shortName)) })}</span>
              )}
            </th>
            <td data-answer={answer}>
              {others.length === 0 ? (
                <span className="unsaid">{none}</span>
              ) : (
                <ul className="plain">
                  {others.map((other) => (
                    <li key={other.url}>
                      <a href={other.url}>{other.title}</a>
                      {other.pairedBy === 'SOURCE' && <span className="quiet small"> ({t('risks.pairedBy.SOURCE')})</span>}
                    </li>
                  ))}
                </ul>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
