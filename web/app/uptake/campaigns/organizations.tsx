import type { FieldError } from '../../ui/form.tsx';
import { useSite } from '../../ui/site.tsx';

/** The organizations that were chosen, with the addresses typed beside them, as the API takes them. */
export const asked = (chosen: string[], typed: Record<string, string>) =>
  chosen.map((organization) => ({
    organization,
    contact: typed[`contact.${organization}`]?.trim() || null,
    secondContact: typed[`second.${organization}`]?.trim() || null,
  }));

/** "organizations.2.contact" is the contact of the third organization that was chosen. */
export function fieldOf(name: string, chosen: string[]): string {
  const [, index, part] = /^organizations\.(\d+)\.(\w+)$/.exec(name) ?? [];
  const slug = index ? chosen[Number(index)] : undefined;
  if (slug) return part === 'secondContact' ? `second.${slug}` : part === 'contact' ? `contact.${slug}` : `choose.${slug}`;
  return name.startsWith('reminderDays') ? 'reminderDays' : name;
}

type Column = { slug: string; shortName: string; actions: number };

/** Whom a campaign asks, each with whom to write to. */
export function Organizations({
  columns,
  firstOf,
  chosen,
  typed,
  errors,
}: {
  columns: Column[];
  firstOf: Map<string, string[]>;
  chosen: string[];
  typed: Record<string, string>;
  errors: FieldError[];
}) {
  const { t } = useSite();
  const error = (name: string) => errors.find((one) => one.name === name)?.message;
  const mail = (name: string, label: string) => (
    <>
      {error(name) && (
        <span className="field-error" id={`${name}-error`}>
          <b>{t('form.error')}</b> {error(name)}
        </span>
      )}
      <input
        id={name}
        name={name}
        type="email"
        aria-label={label}
        defaultValue={typed[name] ?? ''}
        aria-invalid={error(name) ? true : undefined}
        aria-describedby={error(name) ? `${name}-error` : undefined}
      />
    </>
  );
  return (
    <fieldset className="field campaign-organizations" id="organizations" aria-describedby="organizations-help">
      <legend>{t('campaigns.form.organizations')}</legend>
      <p className="field-help" id="organizations-help">
        {t('campaigns.form.organizationsHelp')}
      </p>
      {error('organizations') && (
        <p className="field-error">
          <b>{t('form.error')}</b> {error('organizations')}
        </p>
      )}
      <table className="table">
        <caption className="hidden">{t('campaigns.form.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('campaigns.show.columns.organization')}</th>
            <th scope="col">{t('campaigns.form.contact')}</th>
            <th scope="col">{t('campaigns.form.second')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.slug}>
              <th scope="row">
                <label className="choice">
                  <input type="checkbox" id={`choose.${column.slug}`} name="organization" value={column.slug} defaultChecked={chosen.includes(column.slug)} />
                  <span>
                    {column.shortName} <span className="quiet small">{t('campaigns.form.actions', { count: column.actions })}</span>
                    <br />
                    <span className="quiet small">
                      {firstOf.get(column.slug)?.length
                        ? t('campaigns.form.goesTo', { addresses: (firstOf.get(column.slug) ?? []).join(', ') })
                        : t('campaigns.form.nobody')}
                    </span>
                    {error(`choose.${column.slug}`) && <span className="field-error">{error(`choose.${column.slug}`)}</span>}
                  </span>
                </label>
              </th>
              <td data-label={t('campaigns.form.contact')}>{mail(`contact.${column.slug}`, t('campaigns.form.contactOf', { name: column.shortName }))}</td>
              <td data-label={t('campaigns.form.second')}>{mail(`second.${column.slug}`, t('campaigns.form.secondOf', { name: column.shortName }))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}
