import type { EntryPartsFragment } from '../graphql/graphql.ts';
import { FileField } from '../ui/file-field.tsx';
import { Choices, type FieldError, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { useSite } from '../ui/site.tsx';
import { after, before, type fields, kept } from './fields.ts';
import { acceptances, audiences, EVIDENCE_ROWS, implementations, ROOM } from './values.ts';

type Props = {
  /** The day that it is at the organization. */
  today: string;
  /** Reported by the secretariat for the organization: from a document, never as the organization's own word. */
  onBehalf: boolean;
  /** The last entry of the organization's own, not withdrawn: the fields start from it. */
  last: EntryPartsFragment | null;
  errors: FieldError[];
  /** What was typed into a form that was refused. */
  typed: Record<string, string> | null;
  idempotencyKey: string;
};

/** What the form starts with: the last report, on today's day. */
function startingFrom(last: EntryPartsFragment | null, onBehalf: boolean, today: string): Record<string, string> {
  const values: Record<string, string> = { effectiveDate: today, commentAudience: 'PUBLIC', source: onBehalf ? 'BOARD_DOCUMENT' : 'DIRECT' };
  if (!last) return values;
  for (const name of kept) values[name] = last[name] ?? '';
  for (const [index, item] of last.evidence.entries()) {
    values[`evidence.${index}.place`] = item.url ?? '';
    if (item.recordKind && item.recordSlug) values[`evidence.${index}.record`] = `${item.recordKind} ${item.recordSlug} ${item.url ?? ''}`;
    values[`evidence.${index}.label`] = item.label;
    values[`evidence.${index}.audience`] = item.audience;
  }
  if (onBehalf && values['source'] === 'DIRECT') values['source'] = 'BOARD_DOCUMENT';
  return values;
}

/** How many places for evidence the form shows: those that are used, and some more. */
function placesIn(values: Record<string, string>, more: number): number {
  const used = Object.keys(values).flatMap((name) => /^evidence\.(\d+)\.(?:place|label)$/.exec(name)?.[1] ?? []);
  const shown = Math.max(0, ...used.map((index) => Number(index) + 1));
  const filled = Math.max(
    0,
    ...used.filter((index) => values[`evidence.${index}.place`] || values[`evidence.${index}.label`]).map((index) => Number(index) + 1),
  );
  return Math.min(EVIDENCE_ROWS, Math.max(shown + more, filled + (more > 0 ? 0 : 1), ROOM));
}

/** The form of a focal point. Each field has its help and a worked example. */
export function ReportForm({ today, onBehalf, last, errors, typed, idempotencyKey }: Props) {
  const { t, url } = useSite();
  const values = typed ?? startingFrom(last, onBehalf, today);
  const places = placesIn(values, typed?.['more'] ? ROOM : 0);
  const value = (name: string) => values[name] ?? '';
  const error = (name: string) => (typed ? (errors.find((one) => one.name === name)?.message ?? null) : null);
  const field = (name: string) => ({ name, value: value(name), error: error(name) });
  const optional = (name: string) => ({ ...field(name), required: false });
  const words = (key: string) => t(`uptake.form.${key}` as 'uptake.form.lead');
  const ask = ({ name, as, required = false, options, most, rows, help, example, sample }: (typeof fields)[number]) => {
    const frame = {
      ...(required ? field(name) : optional(name)),
      label: words(name),
      ...(help ? { help: words(help) } : {}),
      ...(example || sample ? { example: sample ?? words(example ?? '') } : {}),
    };
    if (options)
      return (
        <SelectField
          key={name}
          {...frame}
          options={[
            ...(required ? [] : [{ value: '', label: t('uptake.form.whole') }]),
            ...options.values
              .filter((one) => !(onBehalf && one === 'DIRECT'))
              .map((one) => ({ value: one, label: t(`uptake.${options.words}.${one}` as 'uptake.audience.PUBLIC') })),
          ]}
        />
      );
    if (as === 'text') return <TextArea key={name} {...frame} most={most} rows={rows} />;
    return <TextField key={name} {...frame} required={required} type={as === 'day' ? 'date' : 'text'} most={most} />;
  };
  const audience = audiences.map((one) => ({ value: one, label: t(`uptake.audience.${one}`) }));
  return (
    <form method="post" encType="multipart/form-data" className="uptake-form">
      {/* The first button of a form is the one that Enter presses. */}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true">
        {t('uptake.form.send')}
      </button>
      <input type="hidden" name="intent" value="report" />
      <input type="hidden" name="key" value={typed?.['key'] ?? idempotencyKey} />
      <input type="hidden" name="basedOn" value={last?.id ?? ''} />
      <p>{t(onBehalf ? 'uptake.form.leadOnBehalf' : 'uptake.form.lead')}</p>
      {last && !typed && <p>{t('uptake.form.prefilled')}</p>}
      <Choices
        name="acceptance"
        label={t('uptake.form.acceptance')}
        options={acceptances.map((one) => ({ value: one, label: t(`uptake.acceptance.${one}`), help: t(`uptake.acceptanceHelp.${one}`) }))}
        values={[value('acceptance')]}
        error={error('acceptance')}
      />
      <Choices
        name="implementation"
        label={t('uptake.form.implementation')}
        help={t('uptake.form.implementationHelp')}
        options={[
          ...implementations.map((one) => ({ value: one as string, label: t(`uptake.implementation.${one}`) })),
          { value: '', label: t('uptake.form.implementationNone') },
        ]}
        values={[value('implementation')]}
        error={error('implementation')}
      />
      {before.map(ask)}
      <FileField label={t('uptake.form.upload')} help={t('uptake.form.uploadHelp')} error={error('upload')} />
      {Array.from({ length: places }, (_, index) => `evidence.${index}`).map((name, index) => (
        <fieldset key={name} className="uptake-evidence" id={name}>
          {value(`${name}.record`) && <input type="hidden" name={`${name}.record`} value={value(`${name}.record`)} />}
          <legend>{t('uptake.form.evidence', { number: index + 1 })}</legend>
          <TextField
            {...optional(`${name}.place`)}
            label={t('uptake.form.evidencePlace')}
            {...(index === 0 ? { help: t('uptake.form.evidenceHelp'), example: t('uptake.form.evidenceExample') } : {})}
            most={2000}
          />
          <TextField {...optional(`${name}.label`)} label={t('uptake.form.evidenceLabel')} most={300} />
          <SelectField {...field(`${name}.audience`)} label={t('uptake.form.evidenceAudience')} options={audience} />
        </fieldset>
      ))}
      {places < EVIDENCE_ROWS && (
        <p>
          <button type="submit" name="more" value="1" formNoValidate formAction={`${url.pathname}${url.search}#evidence.${places}`} className="button-quiet">
            {t('uptake.form.evidenceMore')}
          </button>
        </p>
      )}
      {after.map(ask)}
      {onBehalf && (
        <div className="field">
          <label className="choice" htmlFor="publish">
            <input type="checkbox" id="publish" name="publish" value="1" defaultChecked={Boolean(typed?.['publish'])} aria-describedby="publish-help" />
            <span>{t('uptake.form.publish')}</span>
          </label>
          <p className="field-help" id="publish-help">
            {t('uptake.form.publishHelp')}
          </p>
        </div>
      )}
      <button type="submit">{t('uptake.form.send')}</button>
    </form>
  );
}
