import { Trans } from 'react-i18next';
import type { QuestionPageQuery } from '../graphql/graphql.ts';
import type { FieldError } from '../ui/form.tsx';
import { Helpers } from '../ui/helpers.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';

type Props = { question: NonNullable<QuestionPageQuery['question']>; asks: boolean; errors: FieldError[] };

/** People of the pool who know about what a question is about, each with a button that asks them for an answer. */
export function ProfessionalsToAsk({ question: { url, helpers }, asks, errors }: Props) {
  const { t, i18n } = useSite();
  if (helpers.length === 0)
    return (
      <Section id="helpers" title={t('questions.show.helpers')} quiet>
        <p className="aside-why">
          <Trans i18n={i18n} t={t} i18nKey="questions.show.helpersNone" components={{ x: <a href="/people">{null}</a> }} />
        </p>
      </Section>
    );
  return (
    <>
      <Helpers helpers={helpers} />
      {asks && (
        <form method="post" action={url}>
          <input type="hidden" name="intent" value="ask" />
          {errors.map(({ name, message }) => (
            <p className="field-error" id={name} key={message}>
              <b>{t('form.error')}</b> {message}
            </p>
          ))}
          {helpers.map((helper) => (
            <p key={helper.url}>
              <button type="submit" name="professional" value={helper.url.split('/').at(-1)} className="button-quiet">
                {t('questions.show.askThem', { name: helper.name })}
              </button>
            </p>
          ))}
        </form>
      )}
    </>
  );
}
