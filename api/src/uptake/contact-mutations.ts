import { builder } from '../builder.ts';
import { ValidationError } from '../errors.ts';
import { InvalidInput } from '../invalid-input.ts';
import { type Contact, type ContactBook, dropContact, keepContact, readBooks, readContacts } from './contacts.ts';

const ContactType = builder.objectRef<Contact>('UptakeContact').implement({
  description: 'Whom to write to at an organization about its recommendations; for the secretariat and that organization.',
  fields: (t) => ({
    id: t.exposeID('id'),
    organizationSlug: t.exposeString('organizationSlug'),
    organizationName: t.exposeString('organizationName'),
    address: t.exposeString('address'),
    unit: t.exposeString('unit', { nullable: true, description: 'The function or unit behind the address.' }),
    deputy: t.exposeBoolean('deputy', { description: 'Asked where the others do not answer.' }),
  }),
});
const ContactsType = builder.objectRef<{ contacts: Contact[] }>('UptakeContacts').implement({
  description: 'The contact book of an organization.',
  fields: (t) => ({ contacts: t.field({ type: [ContactType], resolve: ({ contacts }) => contacts }) }),
});
const ContactsResult = builder.unionType('UptakeContactsResult', {
  types: [ContactsType, InvalidInput],
  resolveType: (value) => (value instanceof ValidationError ? 'InvalidInput' : 'UptakeContacts'),
});
const BookType = builder.objectRef<ContactBook>('UptakeContactBook').implement({
  description: 'An organization with its contact book, and whom mails about its recommendations go to.',
  fields: (t) => ({
    organizationSlug: t.exposeString('slug'),
    organizationName: t.exposeString('name'),
    contacts: t.field({ type: [ContactType], resolve: ({ contacts }) => contacts }),
    first: t.exposeStringList('first', { description: 'Whom is written to: its focal points, else the contacts of its book; empty where there is nobody.' }),
    second: t.exposeStringList('second', { description: 'Where the first do not answer: its publishers, else the deputies of its book.' }),
  }),
});
builder.queryField('uptakeContactBooks', (t) =>
  t.field({
    type: [BookType],
    description: 'The contact books that the viewer keeps, also empty ones: the secretariat all, focal points and publishers that of their organization.',
    resolve: (_root, _args, { reads, user }) => (user ? readBooks(reads, user) : []),
  }),
);
builder.queryField('uptakeContacts', (t) =>
  t.field({
    type: [ContactType],
    description: 'The contact books that the viewer keeps: the secretariat all, focal points and publishers that of their organization.',
    args: { organization: t.arg.string({ required: false, description: 'Slug.' }) },
    resolve: (_root, { organization }, { services, user }) => (user ? readContacts(services.db, user, organization ?? null) : []),
  }),
);
builder.mutationFields((t) => ({
  keepUptakeContact: t.field({
    type: ContactsResult,
    description: 'Keeps an address in the contact book of an organization; the same address again changes what is said of it.',
    args: {
      organization: t.arg.string({ required: true, description: 'Slug.' }),
      address: t.arg.string({ required: true }),
      unit: t.arg.string({ required: false }),
      deputy: t.arg.boolean({ required: false }),
      instead: t.arg.id({ required: false, description: 'The contact of the organization that it takes the place of: to correct an address.' }),
    },
    resolve: async (_root, given, { services, user }) => {
      const done = await keepContact(services.db, user, { ...given, instead: given.instead ? String(given.instead) : null });
      return done instanceof ValidationError ? done : { contacts: await readContacts(services.db, user, done.organization) };
    },
  }),
  dropUptakeContact: t.boolean({
    description: 'Takes an address out of a contact book; false when it was not there.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (_root, { id }, { services, user }) => dropContact(services.db, user, String(id)),
  }),
}));
