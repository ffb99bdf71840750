import type { SuggestionPartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';

/** Why a record is suggested, beside its title; nothing where the title says it. */
export function useReason(): (suggestion: Pick<SuggestionPartsFragment, 'reason' | 'name'>) => string | null {
  const { t } = useSite();
  return ({ reason, name }) => (reason === 'SIMILAR' ? null : t(`contributions.nameReason.${reason}`, { name }));
}

/** One record in the list that a box opens. */
export function SuggestedOption({ suggestion }: { suggestion: SuggestionPartsFragment }) {
  const reason = useReason()(suggestion);
  return <option value={suggestion.value}>{reason ? `${suggestion.title} (${reason})` : suggestion.title}</option>;
}

/** What may be meant by a name that the library does not have: each a button that puts it there and saves, without script too. */
export function NearMatches({ path, suggestions }: { path: string; suggestions: readonly SuggestionPartsFragment[] }) {
  const { t } = useSite();
  const reasonOf = useReason();
  if (suggestions.length === 0) return null;
  return (
    <div className="near-matches">
      <p className="field-help">{t('contributions.near')}</p>
      <ul className="plain">
        {suggestions.map((one) => {
          const reason = reasonOf(one);
          return (
            <li key={one.value}>
              <button type="submit" name="do" value={`take:${path}=${one.value}`} className="button-quiet" formNoValidate>
                {t('contributions.nearTake', { title: one.title })}
              </button>{' '}
              {reason && <span className="quiet small">{reason}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
