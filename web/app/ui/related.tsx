import { type RowContent, Rows } from './rows.tsx';
import { Section } from './section.tsx';

/** Records that bear on this one, in the aside: nothing where there are none. */
export function Related({ id, title, rows }: { id: string; title: string; rows: RowContent[] }) {
  if (rows.length === 0) return null;
  return (
    <Section id={id} title={title} quiet>
      <Rows rows={rows} heading="h3" />
    </Section>
  );
}
