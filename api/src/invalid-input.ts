import { builder } from './builder.ts';
import { type FieldFault, Refusal } from './errors.ts';

export const FieldFaultType = builder.objectRef<FieldFault>('FieldFault').implement({
  description: 'One fault of an input.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The field by its path, such as "targetDate" or "evidence.0.address".' }),
    message: t.exposeString('message', { description: 'What is wrong and how to mend it.' }),
    code: t.string({ nullable: true, description: 'What is wrong, by a name that stays the same.', resolve: (fault) => fault.code ?? null }),
  }),
});

export const InvalidInput = builder.objectType(Refusal, {
  name: 'InvalidInput',
  description: 'The input was refused; nothing was changed. Every fault is listed.',
  fields: (t) => ({ fields: t.field({ type: [FieldFaultType], resolve: (refusal) => refusal.fields }) }),
});
