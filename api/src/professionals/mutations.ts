import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { readOwnProfessional, type ProfessionalRow } from './professional.ts';
import { AudienceEnum, OfferEnum, ProfessionalType } from './types.ts';
import { confirmProfessional, saveProfessional, withdrawProfessional, writeToProfessional } from './write.ts';
import type { Context } from '../context.ts';

const Saved = builder.objectRef<{ professional: ProfessionalRow | null }>('ProfessionalSaved').implement({
  description: 'The entry as it is now.',
  fields: (t) => ({ professional: t.field({ type: ProfessionalType, nullable: true, resolve: (saved) => saved.professional }) }),
});
const Result = builder.unionType('ProfessionalResult', {
  types: [Saved, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ProfessionalSaved'),
});
const Written = builder.objectRef<{ to: string }>('ProfessionalWritten').implement({
  description: 'The message is sent.',
  fields: (t) => ({ to: t.exposeID('to', { description: 'Whom it went to.' }) }),
});
const WriteResult = builder.unionType('ProfessionalWriteResult', {
  types: [Written, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'ProfessionalWritten'),
});
const Input = builder.inputType('ProfessionalInput', {
  fields: (t) => ({
    name: t.string({ required: true, description: 'As they want it shown.' }),
    about: t.string({ required: true, description: 'What they did; may be empty.' }),
    technologies: t.stringList({ required: true }),
    tasks: t.stringList({ required: true }),
    sectors: t.stringList({ required: true }),
    languages: t.stringList({ required: true, description: 'Names or codes.' }),
    countries: t.stringList({ required: true, description: 'Names or codes.' }),
    works: t.stringList({ required: true, description: 'Addresses of projects and lessons, such as /projects/building-blocks.' }),
    offers: t.field({ type: [OfferEnum], required: true }),
    availability: t.string({ required: true, description: 'May be empty.' }),
    audience: t.field({ type: AudienceEnum, required: true }),
    showsAddress: t.boolean({ required: true, description: 'Whether the mail address of the account is shown to whom the entry is shown.' }),
  }),
});

const shown = async (context: Context, done: { id: string } | ValidationError) =>
  done instanceof ValidationError ? done : { professional: await readOwnProfessional(context.services.db, signedIn(context)) };

builder.mutationFields((t) => ({
  saveProfessional: t.field({
    type: Result,
    description: 'Enters who asks into the pool of professionals, or changes their entry. By people of the UN system.',
    args: {
      input: t.arg({ type: Input, required: true }),
      edits: t.arg.int({ required: true, description: 'The number of the last change that who asks saw; 0 for a new entry.' }),
      consents: t.arg.boolean({ required: true, description: 'Whether they agree that it is kept and shown; asked of a new entry.' }),
    },
    resolve: async (_root, { input, edits, consents }, context) =>
      shown(context, await saveProfessional(context.services.db, signedIn(context), { ...input, edits, consents })),
  }),
  confirmProfessional: t.field({
    type: Result,
    description: 'Says that the entry of who asks is still correct.',
    resolve: async (_root, _args, context) => shown(context, await confirmProfessional(context.services.db, signedIn(context))),
  }),
  withdrawProfessional: t.field({
    type: 'Boolean',
    description: 'Takes who asks out of the pool; their entry is deleted. Whether there was one.',
    resolve: (_root, _args, context) => withdrawProfessional(context.services.db, signedIn(context).id),
  }),
  writeToProfessional: t.field({
    type: WriteResult,
    description: 'Sends a message to somebody of the pool by mail; their address is not told. By people of the UN system, at most five within an hour.',
    args: { id: t.arg.id({ required: true }), text: t.arg.string({ required: true }) },
    resolve: async (_root, { id, text }, context) => {
      const user = signedIn(context);
      return (await writeToProfessional({ ...context, user }, String(id), text)) ?? { to: String(id) };
    },
  }),
}));
