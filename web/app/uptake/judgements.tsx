import type { JudgementPartsFragment } from '../graphql/graphql.ts';
import { Choices, type FieldError, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { judgements as values, voices } from './values.ts';

type Props = {
  /** The day that it is at the organization. */
  today: string;
  judgements: JudgementPartsFragment[];
  /** The report that a judgement would be given of; empty where nothing was reported. */
  claim: string;
  /** Whether the last one was given of an earlier report than the one that holds. */
  ofEarlier: boolean;
  mayJudge: boolean;
  errors: FieldError[];
  typed: Record<string, string> | null;
  idempotencyKey: string;
};

/** What the secretariat or the Joint Inspection Unit finds, beside what the organization says. */
export function Judgements({ today, judgements, claim, ofEarlier, mayJudge, errors, typed, idempotencyKey }: Props) {
  const { t, format } = useSite();
  const value = (name: string, otherwise = '') => typed?.[name] ?? otherwise;
  const error = (name: string) => (typed ? (errors.find((one) => one.name === `judge-${name}`)?.message ?? null) : null);
  return (
    <Section id="judgements" title={t('uptake.judgement.title')}>
      <p className="quiet">{t('uptake.judgement.lead')}</p>
      {judgements.length === 0 && <p>{t('uptake.judgement.none')}</p>}
      {ofEarlier && <p>{t('uptake.judgement.ofEarlier')}</p>}
      <ol className="plain uptake-comments">
        {judgements.map((one) => (
          <li key={one.id} id={`judgement-${one.id}`}>
            <p>
              <b>{t(`uptake.judgement.is.${one.judgement}`)}</b>
              {one.priority && `, ${t('uptake.flag.priority')}`}
              {one.demo && `, ${t('uptake.flag.demo')}`}
            </p>
            <p className="uptake-text">{one.reason}</p>
            <p className="quiet small">
              {[
                t(`uptake.judgement.voice.${one.voice}`),
                one.reference,
                t('uptake.judgement.from', { date: format.date(one.effectiveDate) }),
                one.judgedByName
                  ? t('uptake.judgement.recordedBy', { date: format.date(one.judgedOn), name: one.judgedByName })
                  : t('uptake.judgement.recorded', { date: format.date(one.judgedOn) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </p>
          </li>
        ))}
      </ol>
      {mayJudge && (
        <details open={typed !== null}>
          <summary>{t('uptake.judgement.give')}</summary>
          <form method="post" className="uptake-judge">
            <input type="hidden" name="intent" value="judge" />
            <input type="hidden" name="key" value={value('key', idempotencyKey)} />
            <input type="hidden" name="entry" value={claim} />
            <input type="hidden" name="basedOn" value={judgements.find((one) => !one.demo)?.id ?? ''} />
            <Choices
              name="judge-judgement"
              label={t('uptake.judgement.which')}
              options={values
                .filter((one) => one !== 'VERIFIED' || claim !== '')
                .map((one) => ({ value: one, label: t(`uptake.judgement.is.${one}`), help: t(`uptake.judgement.help.${one}`) }))}
              values={[value('judge-judgement')]}
              error={error('judgement')}
            />
            <div className="field">
              <label className="choice" htmlFor="judge-priority">
                <input type="checkbox" id="judge-priority" name="judge-priority" value="1" defaultChecked={Boolean(typed?.['judge-priority'])} />
                <span>{t('uptake.judgement.priority')}</span>
              </label>
            </div>
            <TextArea
              name="judge-reason"
              label={t('uptake.judgement.reason')}
              help={t('uptake.judgement.reasonHelp')}
              example={t('uptake.judgement.reasonExample')}
              most={2000}
              rows={3}
              value={value('judge-reason')}
              error={error('reason')}
            />
            <SelectField
              name="judge-voice"
              label={t('uptake.judgement.whose')}
              value={value('judge-voice', 'SECRETARIAT')}
              options={voices.map((one) => ({ value: one, label: t(`uptake.judgement.voice.${one}`) }))}
            />
            <TextField
              name="judge-reference"
              label={t('uptake.judgement.reference')}
              help={t('uptake.judgement.referenceHelp')}
              most={300}
              required={false}
              value={value('judge-reference')}
              error={error('reference')}
            />
            <TextField
              name="judge-effectiveDate"
              type="date"
              label={t('uptake.form.effectiveDate')}
              value={value('judge-effectiveDate', today)}
              error={error('effectiveDate')}
            />
            <button type="submit">{t('uptake.judgement.send')}</button>
          </form>
        </details>
      )}
    </Section>
  );
}
