import type { Site } from './site.tsx';

/** The place of a citation as people write it: "para 158(b)" → "para. 158(b)", "fn 23" → "footnote 23". */
export function citationLabel(place: string, t: Site['t']): string {
  const [, kind, number = ''] = /^(para|fn) (\d.*)$/.exec(place) ?? [];
  if (kind === 'para') return t('source.paragraph', { number });
  if (kind === 'fn') return t('source.footnote', { number });
  return place;
}
