import type { InstrumentOutcomeQuery } from '../graphql/graphql.ts';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';

/** What answers led to, as the pages ask for it: deep queries are refused, so that no fragments stand in fragments. */
export type Evaluation = Omit<NonNullable<InstrumentOutcomeQuery['instrument']>['evaluation'], 'changes' | 'risks'>;
type Decided = Evaluation['decided'];

/** Where a question stands: its number with its layer, since numbers begin anew in each. */
type Place = (question: { id: string; group: string; layer?: string; number: number }) => { href: string | null; label: string };

/** A list of answers: the question, what was answered, and the written reason. */
function Answers({ answers, place }: { answers: Decided['because']; place: Place }) {
  const { t } = useSite();
  return (
    <ul className="instrument-answers">
      {answers.map((given) => {
        const { href, label } = place(given.question);
        return (
          <li key={given.question.id}>
            {href ? <a href={href}>{label}</a> : label} {given.question.text} <b>{given.option?.label ?? t('instruments.open')}</b>
            {given.claimed && <span className="quiet"> {t('instruments.outcome.claimed', { option: given.claimed.label })}</span>}
            {given.reason && <span className="quiet"> {t('instruments.outcome.reason', { reason: given.reason })}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** The conclusion of a run: what, where, by which answers, and what fits better. */
export function Conclusion({ decided, place }: { decided: Decided; place: Place }) {
  const { t } = useSite();
  return (
    <>
      <div className={`instrument-conclusion verdict-${decided.outcome.verdict}`}>
        <p className="quiet">
          {t(`instruments.state.${decided.state}`, { number: decided.layer.number })}: {decided.layer.title}
        </p>
        <p className="lead">
          <strong>{decided.outcome.title}</strong>
        </p>
        <Statement statement={decided.outcome.text} />
        {decided.outcome.instead && (
          <>
            <p>
              <b>{t('instruments.outcome.instead')}</b>
            </p>
            <Statement statement={decided.outcome.instead} />
          </>
        )}
      </div>
      <Section id="because" title={t(decided.state === 'OPEN' ? 'instruments.outcome.openTitle' : 'instruments.outcome.because')}>
        <Answers answers={decided.because} place={place} />
        {decided.also.length > 0 && (
          <>
            <p>{t('instruments.outcome.also')}</p>
            <Answers answers={decided.also} place={place} />
          </>
        )}
      </Section>
    </>
  );
}

/** The exceptions that a run claims: who decides on it reads them first. Nothing where there are none. */
export function Exceptions({ exceptions, place }: { exceptions: Evaluation['exceptions']; place: Place }) {
  const { t } = useSite();
  if (exceptions.length === 0) return null;
  return (
    <Section id="exceptions" title={t('instruments.outcome.exceptions', { count: exceptions.length })}>
      <p className="quiet">{t('instruments.outcome.exceptionsLead')}</p>
      <Answers answers={exceptions} place={place} />
    </Section>
  );
}

/** What each layer came to, in their order, and by which answers. */
export function Layers({ layers, place }: { layers: Evaluation['layers']; place: Place }) {
  const { t } = useSite();
  return (
    <Section id="layers" title={t('instruments.outcome.layers')}>
      <ol className="instrument-layers-short">
        {layers.map(({ layer, state, outcome, because }) => (
          <li key={layer.id}>
            <b>{layer.title}</b> <span className="layer-state">{t(`instruments.state.${state}`, { number: layer.number })}</span>
            {state !== 'NOT_REACHED' && <span className="quiet"> {outcome.title}.</span>}
            {(state === 'PASSED' || state === 'STOPPED') && because.length > 0 && (
              <span className="small quiet">
                {' '}
                {because.map(({ question, option, claimed }, index) => {
                  const { href, label } = place(question);
                  return (
                    <span key={question.id}>
                      {index > 0 && ', '}
                      {href ? <a href={href}>{label}</a> : label} {option?.label}
                      {claimed && <> {t('instruments.outcome.claimed', { option: claimed.label })}</>}
                    </span>
                  );
                })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
