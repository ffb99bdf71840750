import { useSite } from '../ui/site.tsx';

type Action = { kind: 'LEGISLATIVE' | 'EXECUTIVE'; printed: boolean; note: string | null; organizationName: string };
type Organization = { url: string; shortName: string; name: string };

/**
 * One row of Annex IV as a list: whom it asks, the doubtful cells with the reason, and whom it does not ask.
 * @param kind of all its cells: it is addressed either to governing bodies or to executive heads
 */
export function Actions({ kind, actions, all }: { kind: Action['kind']; actions: Action[]; all: Organization[] }) {
  const { t, format } = useSite();
  const printed = actions.filter((action) => action.printed);
  const doubtful = actions.filter((action) => !action.printed);
  const named = new Set(actions.map((action) => action.organizationName));
  const without = all.map(({ shortName }) => shortName).filter((name) => !named.has(name));
  const link = (name: string) => {
    const organization = all.find(({ shortName }) => shortName === name);
    return organization ? <a href={organization.url}>{name}</a> : name;
  };
  return (
    <>
      <p>{t(`recommendations.actions.lead.${kind}`, { count: printed.length })}</p>
      <ul className="plain columns asked">
        {printed.map(({ organizationName: name }) => {
          const full = all.find(({ shortName }) => shortName === name)?.name;
          return (
            <li key={name}>
              {link(name)} {full !== name && <span className="quiet small">{full}</span>}
            </li>
          );
        })}
      </ul>
      {doubtful.length > 0 && (
        <>
          <h3>{t('recommendations.actions.doubtfulTitle')}</h3>
          <ul className="plain">
            {doubtful.map(({ organizationName: name, note }) => (
              <li key={name}>
                {link(name)}: {t('recommendations.actions.empty')} <span className="certainty">{t('certainty.uncertain')}</span> {note}
              </li>
            ))}
          </ul>
        </>
      )}
      {without.length > 0 && <p className="small quiet">{t('recommendations.actions.notAsked', { organizations: format.list(without) })}</p>}
    </>
  );
}
