import { useSite } from '../ui/site.tsx';

type Action = { kind: 'LEGISLATIVE' | 'EXECUTIVE'; printed: boolean; note: string | null; organizationName: string };
type Organization = { url: string; shortName: string; name: string };

/** One row of Annex IV, turned: an organization a line, its mark beside it, doubtful cells with the reason. */
export function Actions({ actions, all }: { actions: Action[]; all: Organization[] }) {
  const { t, format } = useSite();
  const printed = actions.filter((action) => action.printed);
  const named = new Set(actions.map((action) => action.organizationName));
  const without = all.map(({ shortName }) => shortName).filter((name) => !named.has(name));
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
            {actions.map(({ kind, printed: filled, note, organizationName }) => {
              const organization = all.find(({ shortName }) => shortName === organizationName);
              return (
                <tr key={organizationName} className={filled ? undefined : 'doubtful'}>
                  <th scope="row">
                    {organization ? <a href={organization.url}>{organizationName}</a> : organizationName}{' '}
                    {organization && organization.name !== organizationName && <span className="quiet small">{organization.name}</span>}
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
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {without.length > 0 && <p className="small quiet">{t('recommendations.actions.notAsked', { organizations: format.list(without) })}</p>}
    </>
  );
}
