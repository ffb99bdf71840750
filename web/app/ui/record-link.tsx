import type { ReactNode } from 'react';
import { useSite } from './site.tsx';
import { textLanguage } from './text-language.ts';

/** A link to a record by its title, which is in the language of the record. */
export function RecordLink({ to, children }: { to: { url: string; title: string; language: string }; children?: ReactNode }) {
  return (
    <a href={to.url} {...textLanguage(useSite(), to.language, to.title)}>
      {children ?? to.title}
    </a>
  );
}
