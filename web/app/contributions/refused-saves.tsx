import type { DraftSavesQuery } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';
import { ClashTable } from './clashes.tsx';
import type { Kind } from './spec.ts';

type Refused = Pick<NonNullable<DraftSavesQuery['draft']>['refusedSaves'][number], 'id' | 'refusedAt' | 'clashes'>;

/** A save of the reader's own that was refused, in words, with both texts and what can be done with it. */
export function RefusedSave({ refused, draft, open }: { refused: Refused; draft: { url: string; kind: string; edits: number }; open: boolean }) {
  const { t, format } = useSite();
  return (
    <section className="entry-notice" aria-labelledby={`refused-${refused.id}`}>
      <h2 id={`refused-${refused.id}`}>{t('contributions.refused.title')}</h2>
      <p>{t('contributions.refused.lead', { moment: format.minute(refused.refusedAt) })}</p>
      <ClashTable kind={draft.kind as Kind} clashes={refused.clashes} theirs={t('contributions.refused.now')} links={open} />
      <form method="post" action={`${draft.url}/saves`} className="section">
        <input type="hidden" name="refused" value={refused.id} />
        <input type="hidden" name="edits" value={draft.edits} />
        {open && (
          <>
            <p className="field-help">{t('contributions.refused.takeHelp')}</p>
            <button type="submit" name="do" value="take">
              {t('contributions.refused.take')}
            </button>{' '}
          </>
        )}
        <button type="submit" name="do" value="aside" className="button-quiet">
          {t('contributions.refused.aside')}
        </button>
        <p className="field-help">{t('contributions.refused.asideHelp')}</p>
      </form>
    </section>
  );
}
