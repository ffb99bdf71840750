import { useSite } from '../ui/site.tsx';
import type { AskedName, RosterRequest } from './request.ts';

/** What is asked of vendors beside the values that are counted: a name, whether the work went into use, agreements. */
export function Asked({ typed }: { typed: RosterRequest['typed'] }) {
  const { t } = useSite();
  const box = (name: 'name' | 'validOn' | 'unspsc' | 'ceilingLeft' | 'currency', type: 'text' | 'date' = 'text') => (
    <p className="filter filter-typed">
      <label htmlFor={`filter-${name}`}>{t(`vendors.ask.${name}`)}</label>
      <input id={`filter-${name}`} name={name} type={type} defaultValue={typed[name] ?? ''} />
    </p>
  );
  const tick = (name: AskedName & ('unSystem' | 'wentIntoUse')) => (
    <label className="choice">
      <input type="checkbox" name={name} value="yes" defaultChecked={typed[name] === 'yes'} />
      <span>{t(`vendors.ask.${name}`)}</span>
    </label>
  );
  return (
    <>
      {box('name')}
      <fieldset className="filter">
        <legend>{t('vendors.ask.agreementTitle')}</legend>
        {(['', 'any', 'open'] as const).map((value) => (
          <label key={value} className="choice">
            <input type="radio" name="agreement" value={value} defaultChecked={(typed.agreement ?? '') === value} />
            <span>{value === '' ? t('vendors.ask.agreementAny') : t(`vendors.ask.agreement.${value}`)}</span>
          </label>
        ))}
        {box('validOn', 'date')}
        {box('unspsc')}
        {box('ceilingLeft')}
        {box('currency')}
      </fieldset>
      <fieldset className="filter">
        <legend>{t('vendors.ask.workTitle')}</legend>
        <p className="field-help">{t('vendors.ask.workHelp')}</p>
        {tick('unSystem')}
        {tick('wentIntoUse')}
      </fieldset>
    </>
  );
}
