import type { ActionsOfQuery } from '../graphql/graphql.ts';
import { Choices, type FieldError, TextArea, TextField } from '../ui/form.tsx';
import { FileField } from '../ui/file-field.tsx';
import { useSite } from '../ui/site.tsx';
import { audiences } from './values.ts';

/** What is typed into the form of an activity; several lines of evidence, several actions. */
export type TypedActivity = {
  title: string;
  lead: string;
  startsOn: string;
  endsOn: string;
  indicator: string;
  result: string;
  evidence: string;
  audience: string;
  withdrawn: string;
  actions: string[];
  key: string;
};

type Props = {
  typed: TypedActivity;
  actions: ActionsOfQuery['uptakeActionsOf'];
  errors: FieldError[];
  /** The version that is changed; null for a new activity. */
  basedOn: string | null;
};

/** One measure, entered once, with every recommendation that it serves. */
export function ActivityForm({ typed, actions, errors, basedOn }: Props) {
  const { t } = useSite();
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const words = t('uptake.activity.form', { returnObjects: true });
  return (
    <form method="post" encType="multipart/form-data">
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="key" value={typed.key} />
      {basedOn && <input type="hidden" name="basedOn" value={basedOn} />}
      <TextField name="title" label={words.title} example={words.titleExample} most={300} value={typed.title} error={error('title')} />
      <Choices
        name="actions"
        several
        label={words.actions}
        help={words.actionsHelp}
        options={actions.map((one) => ({
          value: one.id,
          label: t('uptake.activity.serves', { number: one.recommendationNumber ?? one.recommendationSlug, report: one.reportSymbol }),
          help: one.recommendationTitle,
        }))}
        values={typed.actions}
        error={error('actions')}
      />
      <TextField name="lead" label={words.lead} help={words.leadHelp} most={200} required={false} value={typed.lead} error={error('lead')} />
      <TextField name="startsOn" type="date" label={words.startsOn} required={false} value={typed.startsOn} error={error('startsOn')} />
      <TextField name="endsOn" type="date" label={words.endsOn} required={false} value={typed.endsOn} error={error('endsOn')} />
      <TextArea
        name="indicator"
        label={words.indicator}
        example={words.indicatorExample}
        most={500}
        rows={2}
        required={false}
        value={typed.indicator}
        error={error('indicator')}
      />
      <TextArea name="result" label={words.result} most={2000} rows={3} required={false} value={typed.result} error={error('result')} />
      <TextArea name="evidence" label={words.evidence} help={words.evidenceHelp} rows={3} required={false} value={typed.evidence} error={error('evidence')} />
      <FileField label={t('uptake.form.upload')} help={t('uptake.form.uploadHelp')} error={error('upload')} />
      <Choices
        name="audience"
        label={words.audience}
        options={audiences.map((value) => ({ value, label: t(`uptake.audience.${value}`) }))}
        values={[typed.audience]}
        error={error('audience')}
      />
      {basedOn && (
        <TextArea
          name="withdrawn"
          label={words.withdrawn}
          help={words.withdrawnHelp}
          most={2000}
          rows={2}
          required={false}
          value={typed.withdrawn}
          error={error('withdrawn')}
        />
      )}
      <button type="submit">{words.send}</button>
    </form>
  );
}
