import type { ReactNode } from 'react';
import { NotStated } from './certainty.tsx';
import type { Note } from './notes.ts';
import { Marked, SourceMark } from './source-mark.tsx';

export type Fact = {
  label: string;
  /** Null or an empty list where the sources do not say: shown as "not stated". */
  value: ReactNode | ReactNode[] | null;
  note?: Note | null;
};

/** The facts of a record at a glance: one row each, label at the start, several values under one another. */
export function Facts({ items, caption }: { items: Fact[]; caption?: string }) {
  return (
    <table className="facts">
      {caption && <caption>{caption}</caption>}
      <tbody>
        {items.map(({ label, value, note }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {note && typeof value === 'string' && value !== '' ? (
                <Marked text={value} note={note} />
              ) : (
                <FactValue value={value} mark={note && <SourceMark note={note} />} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The mark stands on the line of the last value. */
function FactValue({ value, mark }: { value: Fact['value']; mark: ReactNode }) {
  const values = Array.isArray(value) ? value : [value];
  if (values.length > 1) {
    return (
      <ul className="plain">
        {values.map((item, index) => (
          <li key={index}>
            {item}
            {index === values.length - 1 && mark}
          </li>
        ))}
      </ul>
    );
  }
  const [one] = values;
  return (
    <>
      {one === null || one === undefined || one === '' ? <NotStated /> : one}
      {mark}
    </>
  );
}
