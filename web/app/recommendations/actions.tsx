import { useSite } from '../ui/site.tsx';

type Action = { kind: 'LEGISLATIVE' | 'EXECUTIVE'; printed: boolean; note: string | null; organization: { url: string; shortName: string; name: string } | null };

/** One row of Annex IV, turned: an organization a line, its mark beside it, doubtful cells with the reason. */
export function Actions({ actions, all }: { actions: Action[]; all: string[] }) {
  const { t, format } = useSite();
  const printed = actions.filter((action) => action.printed);
  const named = new Set(actions.map((action) => action.organization?.shortName));
  const without = all.filter((name) => !named.has(name));
  return (
    <>
      <p>{t('recommendations.actions.lead', { count: printed.length })}</p>
      <p className="small quiet">{t('recommendations.actions.legend')}</p>
      <div className="scroll">
        <table className="table actions">
          <caption className="hidden">{t('recommendations.actions.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('recommendations.actions.organization')}</th>
              <th scope="col">{t('recommendations.actions.cell')}</th>
            </tr>
          </thead>
          <tbody>
            {actions.flatMap(({ kind, printed: filled, note, organization }) =>
              organization
                ? [
                    <tr key={organization.shortName} className={filled ? undefined : 'doubtful'}>
                      <th scope="row">
                        <a href={organization.url}>{organization.shortName}</a> <span className="quiet small">{organization.name === organization.shortName ? '' : organization.name}</span>
                      </th>
                      <td>
                        {filled ? (
                          <abbr title={t(`vocabulary.actionKind.${kind}`)}>{t(`recommendations.actions.${kind === 'LEGISLATIVE' ? 'L' : 'E'}`)}</abbr>
                        ) : (
                          <>
                            {t('recommendations.actions.empty')} <span className="certainty">{t('certainty.uncertain')}</span> {note}
                          </>
                        )}
                      </td>
                    </tr>,
                  ]
                : [],
            )}
          </tbody>
        </table>
      </div>
      {without.length > 0 && <p className="small quiet">{t('recommendations.actions.notAsked', { organizations: format.list(without) })}</p>}
    </>
  );
}
