import type { Statement as Content } from './notes.ts';
import { Statement } from './statement.tsx';

/** Several statements under one heading, each with its own source. */
export function Statements({ statements }: { statements: readonly Content[] }) {
  return (
    <ul className="statements">
      {statements.map((statement) => (
        <Statement key={statement.text} statement={statement} as="li" />
      ))}
    </ul>
  );
}
