import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { RecordInterface } from '../records/record.ts';
import { type Receivers, receiverGroups, receiversOf } from './receivers.ts';
import { purposes, sendInquiry } from './write.ts';

const Purpose = builder.enumType('InquiryPurpose', { description: 'Whether somebody asks, or tells of an error.', values: purposes });
const Group = builder.enumType('InquiryReceiverGroup', {
  description: 'Who gets what is written about an entry: those whom it names, the people of its owners, the secretariat, or the administrators of the library.',
  values: receiverGroups,
});
const ReceiversType = builder.objectRef<Receivers>('InquiryReceivers').implement({
  description: 'Who gets what is written about an entry; never who they are.',
  fields: (t) => ({
    to: t.expose('to', { type: Group }),
    owners: t.exposeStringList('owners', { description: 'Short names of the organizations whose entry it is.' }),
  }),
});
const Sent = builder.objectRef<Receivers>('InquirySent').implement({
  description: 'It was written to them.',
  fields: (t) => ({ receivers: t.field({ type: ReceiversType, resolve: (sent) => sent }) }),
});
const Result = builder.unionType('InquiryResult', {
  types: [Sent, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'InquirySent'),
});

builder.interfaceFields(RecordInterface, (t) => ({
  inquiryReceivers: t.field({
    type: ReceiversType,
    description: 'Who gets a question about it.',
    resolve: (row, _args, context) => receiversOf(context, row.id),
  }),
}));

builder.mutationField('sendInquiry', (t) =>
  t.field({
    type: Result,
    description:
      'Sends a question about an entry, or an error in it, by mail to those who keep it; their addresses are not told. At most five within an hour; the same text is sent once a day. Open to everybody: who is not signed in gives a name and a mail address for the answer.',
    args: {
      record: t.arg.string({ required: true, description: 'The address of its page, such as /projects/building-blocks.' }),
      purpose: t.arg({ type: Purpose, required: true }),
      text: t.arg.string({ required: true }),
      name: t.arg.string(),
      email: t.arg.string(),
    },
    resolve: (_root, inquiry, context) => sendInquiry(context, inquiry),
  }),
);
