import type { TFunction } from 'i18next';
import { fieldName } from './contributions/field-words.ts';
import type { Kind } from './contributions/spec.ts';
import type { KeptForm } from './ui/site.tsx';

/** What of a form machines write: it is sent again, and means nothing to a reader. */
const machine =
  /^(key|writer|turn|edits|answers|intent|do|basedOn|token|report|round|next|id|member|entry|refused|sure|save|more)$|^(fields|evidence|attachments)\.\d+\.(field|record|file)$|-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const meaningless = /^([0-9a-f-]{32,}|[A-Za-z0-9+/=]{200,}|\/files\/[0-9a-f]{64})$/;
const kinds: readonly Kind[] = ['PROJECT', 'LESSON', 'VENDOR', 'BUILDING_BLOCK'];

/** "jointOwners.0.name" in words, where no form has better ones: "Joint owners 1 name". */
const words = (name: string) => {
  const text = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\.(\d+)/g, (_, index: string) => ` ${Number(index) + 1}`)
    .replace(/[._-]+/g, ' ')
    .trim()
    .toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
};
/** Where the words of choices are, by the field they are of. */
const choices: Record<string, string> = {
  acceptance: 'uptake.acceptance',
  implementation: 'uptake.implementation',
  source: 'uptake.source',
  audience: 'uptake.audience',
  commentAudience: 'uptake.audience',
  role: 'accounts.role',
  certainty: 'contributions.certainty',
  stage: 'stage',
};
/** Where the labels of forms are, by the beginning of the address that they are sent to. */
const labels: [address: RegExp, keys: string[]][] = [
  [/^\/uptake\/load/, ['uptake.load']],
  [/^\/uptake\//, ['uptake.form', 'uptake.comments']],
  [/^\/members/, ['accounts.members']],
  [/^\/campaigns/, ['campaigns.form', 'campaigns']],
  [/\/new$/, ['contributions.new']],
  [/^\/drafts\/[^/]+\/(review|submit)/, ['contributions.review', 'contributions.submit']],
];

/** So many fields are shown with their labels; the others are sent again with them. */
const SHOWN = 200;

/** What somebody typed into a form, with the labels that its fields have there and the words of its choices; what only machines write is left out. */
export function keptWords(t: TFunction, { action, fields }: Pick<KeptForm, 'action' | 'fields'>): { label: string; value: string }[] {
  const say = (key: string) => {
    const found: unknown = t(key as 'site.name', { defaultValue: '' });
    return typeof found === 'string' ? found : '';
  };
  const ofDraft = (place: string) => kinds.map((kind) => fieldName(t, kind, place)).find((name) => name !== '') ?? '';
  const values = new Map(fields.toReversed());
  const labelOf = (name: string): string => {
    const [, list, index, last] = /^(fields|evidence)\.(\d+)\.(\w+)$/.exec(name) ?? [];
    if (list === 'fields') {
      const place = (values.get(`fields.${index}.field`) ?? '').replaceAll(/\[-?(\d+)\]/g, '.$1');
      return `${ofDraft(place) || words(place)}, ${say('contributions.review.why')}`;
    }
    if (list === 'evidence') {
      const part = say(`uptake.form.evidence${last?.charAt(0).toUpperCase()}${last?.slice(1)}`);
      return `${t('uptake.form.evidence', { number: Number(index) + 1 })}, ${part || words(last ?? '')}`;
    }
    for (const [address, keys] of labels)
      if (address.test(action.split('?')[0] ?? ''))
        for (const key of keys) {
          const found = say(`${key}.${name}`);
          if (found) return found;
        }
    return (action.startsWith('/drafts/') && ofDraft(name)) || words(name);
  };
  const wordOf = (name: string, given: string): string => {
    if (!/^[A-Z][A-Z_]+$/.test(given)) return given;
    const last = name.split('.').at(-1) ?? '';
    return (choices[last] && say(`${choices[last]}.${given}`)) || words(given.replaceAll('_', ' '));
  };
  const told = fields.filter(
    ([name, given]) =>
      !(given.trim() === '' || given.length >= 20_000 || machine.test(name) || meaningless.test(given.trim()) || /^fields\.\d+\.decision$/.test(name)),
  );
  const more = told.length - SHOWN;
  return [
    ...told.slice(0, SHOWN).map(([name, given]) => ({ label: labelOf(name), value: wordOf(name, given) })),
    ...(more > 0 ? [{ label: t('kept.more', { count: more }), value: t('kept.moreSent') }] : []),
  ];
}
