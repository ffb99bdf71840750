import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { type AnswerGiven, AnswerInput } from '../instruments/answers.ts';
import { ValidationError, refuse } from '../errors.ts';
import { FieldFaultType, InvalidInput } from '../invalid-input.ts';
import { AudienceEnum } from '../records/record.ts';
import { type AssessmentRow, readAssessments } from './assessment.ts';
import { AssessmentType } from './queries.ts';
import {
  copyAssessment,
  createAssessment,
  publishAssessment,
  removeAssessment,
  reviewAssessment,
  saveAssessment,
  shareAssessment,
  signAssessment,
} from './write.ts';

const Saved = builder.objectRef<{ assessment: AssessmentRow }>('AssessmentSaved').implement({
  description: 'The run as it is now.',
  fields: (t) => ({ assessment: t.field({ type: AssessmentType, resolve: (saved) => saved.assessment }) }),
});
const Result = builder.unionType('AssessmentResult', {
  types: [Saved, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'AssessmentSaved'),
});
const ReviewInput = builder.inputType('LineReviewInput', {
  fields: (t) => ({
    line: t.string({ required: true }),
    agrees: t.boolean({ required: true }),
    text: t.string({ description: 'Needed where one does not agree.' }),
  }),
});
/** The run after what was done. */
const shown = async ({ services, user }: Context, done: { id: string } | ValidationError): Promise<{ assessment: AssessmentRow } | ValidationError> => {
  if (done instanceof ValidationError) return done;
  // A repeated request gives its first answer, which may have been removed since.
  const [assessment] = await readAssessments(services.db, user, { id: done.id });
  return assessment ? { assessment } : refuse('key', 'NO_ASSESSMENT');
};

builder.mutationFields((t) => ({
  createAssessment: t.field({
    type: Result,
    description: 'Begins a run, as a draft.',
    args: {
      instrument: t.arg.string({ required: true }),
      edition: t.arg.string({ required: false }),
      title: t.arg.string({ required: true }),
      organization: t.arg.string({ required: true, description: 'By its slug.' }),
      answers: t.arg({ type: [AnswerInput], required: true }),
      key: t.arg.string({ required: true }),
    },
    resolve: async (_root, args, context) =>
      shown(context, await createAssessment(context.services.db, signedIn(context), { ...args, answers: args.answers as AnswerGiven[] })),
  }),
  saveAssessment: t.field({
    type: Result,
    description: 'Saves what is given and keeps the rest.',
    args: {
      id: t.arg.id({ required: true }),
      edits: t.arg.int({ required: true, description: 'The number of the save that it builds on.' }),
      title: t.arg.string({ required: false }),
      useCase: t.arg.string({ required: false }),
      answers: t.arg({ type: [AnswerInput], required: false }),
      risks: t.arg({ type: 'JSON', required: false }),
      costs: t.arg({ type: 'JSON', required: false }),
    },
    resolve: async (_root, { id, edits, ...changes }, context) =>
      shown(
        context,
        await saveAssessment(context.services.db, signedIn(context), String(id), edits, { ...changes, answers: changes.answers as AnswerGiven[] | null }),
      ),
  }),
  shareAssessment: t.field({
    type: Result,
    description: 'Opens a draft to the organization, or takes it back.',
    args: { id: t.arg.id({ required: true }), edits: t.arg.int({ required: true }), shared: t.arg.boolean({ required: true }) },
    resolve: async (_root, { id, edits, shared }, context) =>
      shown(context, await shareAssessment(context.services.db, signedIn(context), String(id), edits, shared)),
  }),
  reviewAssessment: t.field({
    type: Result,
    description: 'Says of lines that others wrote whether one agrees.',
    args: { id: t.arg.id({ required: true }), edits: t.arg.int({ required: true }), lines: t.arg({ type: [ReviewInput], required: true }) },
    resolve: async (_root, { id, edits, lines }, context) =>
      shown(context, await reviewAssessment(context.services.db, signedIn(context), String(id), edits, lines)),
  }),
  signAssessment: t.field({
    type: Result,
    description: 'Freezes a reviewed run and seals it in the log.',
    args: { id: t.arg.id({ required: true }), edits: t.arg.int({ required: true }) },
    resolve: async (_root, { id, edits }, context) => shown(context, await signAssessment(context.services.db, signedIn(context), String(id), edits)),
  }),
  publishAssessment: t.field({
    type: Result,
    description: 'Says who sees a signed run, and which project it belongs to.',
    args: {
      id: t.arg.id({ required: true }),
      publications: t.arg.int({ required: true, description: 'The number of the last change of it that who asks saw.' }),
      audience: t.arg({ type: AudienceEnum, required: true }),
      project: t.arg.string({ required: false, description: 'By its slug.' }),
    },
    resolve: async (_root, { id, ...how }, context) => shown(context, await publishAssessment(context.services.db, signedIn(context), String(id), how)),
  }),
  copyAssessment: t.field({
    type: Result,
    description: 'A new draft with what a run holds.',
    args: {
      id: t.arg.id({ required: true }),
      title: t.arg.string({ required: true }),
      organization: t.arg.string({ required: true }),
      key: t.arg.string({ required: true }),
    },
    resolve: async (_root, { id, ...how }, context) => shown(context, await copyAssessment(context.services.db, signedIn(context), String(id), how)),
  }),
  removeAssessment: t.field({
    type: [FieldFaultType],
    description: 'Removes a draft; what is wrong where it is not removed.',
    args: { id: t.arg.id({ required: true }), edits: t.arg.int({ required: true }) },
    resolve: async (_root, { id, edits }, context) => {
      const done = await removeAssessment(context.services.db, signedIn(context), String(id), edits);
      return done instanceof ValidationError ? done.fields : [];
    },
  }),
}));
