import type { Statement as Content } from './notes.ts';
import { Statement } from './statement.tsx';

/** Several statements under one heading, each with its own source. `field` tells the place of one in the content of the record. */
export function Statements({ statements, field }: { statements: readonly Content[]; field?: (statement: Content) => string }) {
  return (
    <ul className="statements">
      {statements.map((statement) => (
        <Statement key={statement.text} statement={statement} as="li" field={field?.(statement)} />
      ))}
    </ul>
  );
}
