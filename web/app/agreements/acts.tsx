import type { ReactNode } from 'react';
import { Choices, type FieldError, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Agreement } from './query.ts';
import { audiences } from './terms.ts';

type ActsProps = { agreement: Agreement; newKey: string; intent: string; typed: Record<string, string>; errors: readonly FieldError[] };

/** What one can do with an agreement, as far as one may: ask for its use, answer who asks, amend it, say what was drawn and who sees it. */
export function Acts({ agreement, newKey, intent: sent, typed, errors }: ActsProps) {
  const { t } = useSite();
  const { url, requests } = agreement;
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const field = (name: string) => ({ name, value: typed[name] ?? '', error: error(name) });
  const form = (intent: 'draw' | 'open' | 'ask' | 'answer', children: ReactNode) => (
    <form method="post" action={url}>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="key" value={(sent === intent && typed['key']) || newKey} />
      {children}
      <button type="submit">{t(`agreements.form.${intent}`)}</button>
    </form>
  );
  const waiting = requests.filter(({ viewerCanAnswer }) => viewerCanAnswer);
  const asksNow = agreement.viewerAsksFor.length > 0 && !requests.some(({ granted, viewerCanAnswer }) => granted === null && !viewerCanAnswer);
  return (
    <>
      {waiting.map((one) => (
        <Section key={one.id} id={`answer-to-${one.id}`} title={`${t('agreements.form.granted')}: ${one.organization}`}>
          {form(
            'answer',
            <>
              <input type="hidden" name="request" value={one.id} />
              <Choices
                name={`granted-${one.id}`}
                label={t('agreements.form.granted')}
                values={[typed[`granted-${one.id}`] ?? '']}
                error={error(`granted-${one.id}`)}
                options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`agreements.form.${value}`) }))}
              />
              <TextArea {...field(`answer-${one.id}`)} label={t('agreements.form.answerText')} rows={3} most={4000} />
            </>,
          )}
        </Section>
      ))}
      {asksNow && (
        <Section id="ask" title={t('agreements.show.ask')}>
          <p className="field-help">{t('agreements.show.askHelp', { holder: agreement.holderName })}</p>
          {form(
            'ask',
            <>
              <SelectField
                {...field('organization')}
                label={t('agreements.form.organization')}
                options={agreement.viewerAsksFor.map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
              />
              <TextArea {...field('text')} label={t('agreements.form.text')} example={t('agreements.form.textExample')} rows={3} most={4000} />
            </>,
          )}
        </Section>
      )}
      {agreement.viewerCanKeep && (
        <Section id="acts" title={t('agreements.show.acts')}>
          <p>
            <a className="button" href={`${url}/amend`}>
              {t('agreements.show.amend')}
            </a>
          </p>
          <details open={sent === 'draw'}>
            <summary>{t('agreements.show.drawTitle')}</summary>
            {form(
              'draw',
              <>
                <TextField {...field('drawn')} label={t('agreements.form.drawn')} example={t('agreements.form.ceilingExample')} inputMode="decimal" />
                <TextField {...field('onDay')} type="date" label={t('agreements.form.onDay')} />
                <TextField {...field('drawSource')} label={t('agreements.form.drawSource')} />
              </>,
            )}
          </details>
          <details open={sent === 'open'}>
            <summary>{t('agreements.show.openTitle')}</summary>
            {form(
              'open',
              <>
                <input type="hidden" name="openings" value={agreement.openings} />
                <Choices
                  name="audience"
                  label={t('agreements.form.audience')}
                  values={[typed['audience'] ?? agreement.audience]}
                  error={error('audience')}
                  options={audiences.map((value) => ({ value, label: t(`agreements.audience.${value}`) }))}
                />
              </>,
            )}
          </details>
        </Section>
      )}
    </>
  );
}
