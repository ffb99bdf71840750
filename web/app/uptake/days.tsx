import type { DaysPartsFragment } from '../graphql/graphql.ts';
import { type FieldError, TextField } from '../ui/form.tsx';
import { useSite } from '../ui/site.tsx';

type Form = { error: FieldError | null; typed: string | null };

/** Says by which days an organization is told, and lets who reports for it say another time zone. */
export function Days({ days: { organizationName: name, timeZone, today }, form }: { days: DaysPartsFragment; form?: Form | null }) {
  const { t, format } = useSite();
  return (
    <>
      <p className="small quiet">{t(timeZone === 'UTC' ? 'uptake.days.utc' : 'uptake.days.zone', { name, zone: timeZone, date: format.date(today) })}</p>
      {form && (
        <details className="small" open={form.error !== null}>
          <summary>{t('uptake.days.change')}</summary>
          <form method="post">
            <input type="hidden" name="intent" value="timeZone" />
            <TextField
              name="timeZone"
              label={t('uptake.days.field')}
              help={t('uptake.days.help')}
              example="Europe/Rome"
              most={64}
              required={false}
              value={form.typed ?? (timeZone === 'UTC' ? '' : timeZone)}
              error={form.error?.message ?? null}
            />
            <button type="submit">{t('uptake.days.save')}</button>
          </form>
        </details>
      )}
    </>
  );
}
