import type { EntryPartsFragment } from '../graphql/graphql.ts';
import { FileField } from '../ui/file-field.tsx';
import { Choices, type FieldError, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { useSite } from '../ui/site.tsx';
import { today } from './request.ts';
import { acceptances, audiences, EVIDENCE, implementations, uptakeSources } from './values.ts';

type Props = {
  /** The last entry that is not withdrawn: the fields start from it. */
  last: EntryPartsFragment | null;
  errors: FieldError[];
  /** What was typed into a form that was refused. */
  typed: Record<string, string> | null;
  idempotencyKey: string;
};

/** What the form starts with: the last report, on today's day. */
function startingFrom(last: EntryPartsFragment | null): Record<string, string> {
  const values: Record<string, string> = { effectiveDate: today(), commentAudience: 'PUBLIC', source: 'DIRECT' };
  if (!last || last.demo) return values;
  for (const name of [
    'acceptance',
    'implementation',
    'responsibleUnit',
    'officer',
    'targetDate',
    'comment',
    'commentAudience',
    'decisionSymbol',
    'financialImplication',
    'impactSeen',
    'source',
    'sourceReference',
  ] as const) {
    values[name] = last[name] ?? '';
  }
  for (const [index, item] of last.evidence.slice(0, EVIDENCE).entries()) {
    values[`evidence.${index}.place`] = item.url ?? '';
    values[`evidence.${index}.label`] = item.label;
    values[`evidence.${index}.audience`] = item.audience;
  }
  return values;
}

/** The form of a focal point. Each field has its help and a worked example. */
export function ReportForm({ last, errors, typed, idempotencyKey }: Props) {
  const { t } = useSite();
  const values = typed ?? startingFrom(last);
  const value = (name: string) => values[name] ?? '';
  const error = (name: string) => (typed ? (errors.find((one) => one.name === name)?.message ?? null) : null);
  const field = (name: string) => ({ name, value: value(name), error: error(name) });
  const optional = (name: string) => ({ ...field(name), required: false });
  const audience = audiences.map((one) => ({ value: one, label: t(`uptake.audience.${one}`) }));
  return (
    <form method="post" encType="multipart/form-data" className="uptake-form">
      <input type="hidden" name="intent" value="report" />
      <input type="hidden" name="key" value={typed?.['key'] ?? idempotencyKey} />
      <input type="hidden" name="basedOn" value={last?.id ?? ''} />
      <p>{t('uptake.form.lead')}</p>
      {last && !last.demo && !typed && <p>{t('uptake.form.prefilled')}</p>}
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
      <TextField
        {...field('effectiveDate')}
        type="date"
        label={t('uptake.form.effectiveDate')}
        help={t('uptake.form.effectiveHelp')}
        example="2026-06-12"
        required
      />
      <TextField
        {...optional('responsibleUnit')}
        label={t('uptake.form.responsibleUnit')}
        help={t('uptake.form.unitHelp')}
        example={t('uptake.form.unitExample')}
        maxLength={300}
      />
      <TextField
        {...optional('officer')}
        label={t('uptake.form.officer')}
        help={t('uptake.form.officerHelp')}
        example={t('uptake.form.officerExample')}
        maxLength={300}
      />
      <TextField {...optional('targetDate')} type="date" label={t('uptake.form.targetDate')} help={t('uptake.form.targetHelp')} example="2027-06-30" />
      <TextArea {...optional('comment')} label={t('uptake.form.comment')} help={t('uptake.form.commentHelp')} example={t('uptake.form.commentExample')} />
      <SelectField {...field('commentAudience')} label={t('uptake.form.commentAudience')} options={audience} />
      <TextField
        {...optional('decisionSymbol')}
        label={t('uptake.form.decisionSymbol')}
        help={t('uptake.form.decisionHelp')}
        example={t('uptake.form.decisionExample')}
        maxLength={100}
      />
      <TextField
        {...optional('financialImplication')}
        label={t('uptake.form.financialImplication')}
        help={t('uptake.form.financialHelp')}
        example={t('uptake.form.financialExample')}
        maxLength={1000}
      />
      <TextArea
        {...optional('impactSeen')}
        label={t('uptake.form.impactSeen')}
        help={t('uptake.form.impactHelp')}
        example={t('uptake.form.impactExample')}
        rows={3}
      />
      <FileField label={t('uptake.form.upload')} help={t('uptake.form.uploadHelp')} error={error('upload')} />
      {Array.from({ length: EVIDENCE }, (_, index) => `evidence.${index}`).map((name, index) => (
        <fieldset key={name} className="uptake-evidence">
          <legend>{t('uptake.form.evidence', { number: index + 1 })}</legend>
          <TextField
            {...optional(`${name}.place`)}
            label={t('uptake.form.evidencePlace')}
            {...(index === 0 ? { help: t('uptake.form.evidenceHelp'), example: t('uptake.form.evidenceExample') } : {})}
            maxLength={2000}
          />
          <TextField {...optional(`${name}.label`)} label={t('uptake.form.evidenceLabel')} maxLength={300} />
          <SelectField {...field(`${name}.audience`)} label={t('uptake.form.evidenceAudience')} options={audience} />
        </fieldset>
      ))}
      <SelectField
        {...field('source')}
        label={t('uptake.form.source')}
        options={uptakeSources.map((one) => ({ value: one, label: t(`uptake.source.${one}`) }))}
      />
      <TextField
        {...optional('sourceReference')}
        label={t('uptake.form.sourceReference')}
        help={t('uptake.form.sourceHelp')}
        example={t('uptake.form.sourceExample')}
        maxLength={300}
      />
      <button type="submit">{t('uptake.form.send')}</button>
    </form>
  );
}
