import type { ReactNode } from 'react';

/** A part of a page under its own heading, reachable as `#id`. */
export function Section({ id, title, children, quiet = false }: { id: string; title: ReactNode; children: ReactNode; quiet?: boolean }) {
  return (
    <section className={quiet ? 'section section-quiet' : 'section'} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
