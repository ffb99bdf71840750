import { LinkChecked } from '../ui/link-checked.tsx';
import type { LinkCheckPartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';

type Known = { languages: readonly string[] | null; minutes: number | null; cost: string | null; check: LinkCheckPartsFragment | null | undefined };

/** What is known of a learning resource: language, length, cost, and whether its address lives. What nobody said is not stated. */
export function ResourceFacts({ languages, minutes, cost, check }: Known) {
  const { t, format } = useSite();
  const unknown = t('certainty.notStated');
  return (
    <p className="small">
      {t('learning.facts', {
        language: languages && languages.length > 0 ? format.list(languages.map(format.language)) : unknown,
        length: minutes === null ? unknown : t('learning.minutes', { count: minutes }),
        cost: cost ?? unknown,
      })}
      {check && (
        <>
          {' '}
          <LinkChecked check={check} />
        </>
      )}
    </p>
  );
}
