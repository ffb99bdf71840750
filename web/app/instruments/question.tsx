import type { InstrumentQuestionsQuery } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';
import { SourceMark } from '../ui/source-mark.tsx';
import { Statement } from '../ui/statement.tsx';
import type { Run } from './request.ts';

type Question = NonNullable<InstrumentQuestionsQuery['instrument']>['questions'][number];
/** So many characters of a note go along in an address. */
const NOTE = 280;

/** One question with its answers; what an answer leads to is shown as soon as it is chosen. */
export function QuestionField({ question, run }: { question: Question; run: Run }) {
  const { t } = useSite();
  const given = run.answers.find((answer) => answer.question === question.id);
  const text = (field: 'reason' | 'note' | 'evidence') => given?.[field] ?? '';
  const lacksReason = question.options.some((option) => option.id === given?.option && option.exceptionTo) && !text('reason').trim();
  return (
    <fieldset className={lacksReason ? 'field question field-wrong' : 'field question'} id={question.id}>
      <legend>
        {question.number}. {question.text}
        <SourceMark note={{ asAt: null, certainty: 'STATED', note: null, citations: question.citations }} />
      </legend>
      {question.help && <p className="field-help">{question.help}</p>}
      {question.options.map((option) => (
        <div className="option" key={option.id}>
          <label className="choice">
            <input type="radio" name={question.id} value={option.id} defaultChecked={given?.option === option.id} />
            <span>{option.label}</span>
          </label>
          <div className="option-more">
            {option.reason && (
              <div className="field">
                {lacksReason && given?.option === option.id && (
                  <p className="field-error" id={`${question.id}.reason-error`}>
                    <b>{t('form.error')}</b> {t('instruments.page.reasonMissing')}
                  </p>
                )}
                <label htmlFor={`${question.id}.reason`}>{t('instruments.page.reason')}</label>
                <p className="field-help" id={`${question.id}.reason-help`}>
                  {option.reason}
                </p>
                <textarea
                  id={`${question.id}.reason`}
                  name={`${question.id}.reason`}
                  rows={3}
                  maxLength={NOTE * 2}
                  defaultValue={text('reason')}
                  aria-describedby={`${question.id}.reason-help`}
                />
              </div>
            )}
            <div className="conclusion">
              <b className="small">{t('instruments.page.conclusion')}</b>
              {option.conclusions.map((conclusion) => (
                <Statement key={conclusion.text} statement={conclusion} terms={false} />
              ))}
            </div>
          </div>
        </div>
      ))}
      <div className="option">
        <label className="choice">
          <input type="radio" name={question.id} value="not-known" defaultChecked={given?.option === 'not-known'} />
          <span>{t('instruments.notKnown')}</span>
        </label>
        <div className="option-more">
          <p className="conclusion quiet">{t('instruments.page.notKnownHelp')}</p>
        </div>
      </div>
      <details className="question-note" open={Boolean(text('note') || text('evidence'))}>
        <summary>{t('instruments.page.note')}</summary>
        <label htmlFor={`${question.id}.note`}>{t('instruments.page.noteLabel')}</label>
        <textarea id={`${question.id}.note`} name={`${question.id}.note`} rows={2} maxLength={NOTE} defaultValue={text('note')} />
        <label htmlFor={`${question.id}.evidence`}>{t('instruments.page.evidence')}</label>
        <input id={`${question.id}.evidence`} name={`${question.id}.evidence`} type="text" maxLength={NOTE} defaultValue={text('evidence')} />
      </details>
    </fieldset>
  );
}
