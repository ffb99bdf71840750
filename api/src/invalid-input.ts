import type { FieldFault } from '#i18n/fault.ts';
import { sentence } from '#i18n/sentence.ts';
import { builder } from './builder.ts';
import { ValidationError } from './errors.ts';

export const FieldFaultType = builder.objectRef<FieldFault>('FieldFault').implement({
  description: 'One fault of an input.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'The field, such as "targetDate" or "evidence.0.address".' }),
    code: t.exposeString('code', { description: 'What is wrong, by a name that stays the same.' }),
    params: t.field({
      type: 'JSON',
      description: 'What the sentence of the code names, such as the most characters there may be.',
      resolve: (one) => one.params,
    }),
    name: t.exposeString('path', { deprecationReason: 'Use `path`. Removed with the next release.' }),
    message: t.string({
      description: 'What is wrong and how to mend it, in English.',
      deprecationReason: 'Use `code` and `params`. Removed with the next release.',
      resolve: sentence,
    }),
  }),
});

export const InvalidInput = builder.objectType(ValidationError, {
  name: 'InvalidInput',
  description: 'The input was refused; nothing was changed. Every fault is listed.',
  fields: (t) => ({ fields: t.field({ type: [FieldFaultType], resolve: (refusal) => [...refusal.fields] }) }),
});
