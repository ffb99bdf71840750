/** Words about asking the owners of an entry, and telling them of errors. */
export const inquiries = {
  ask: 'Ask the owner',
  tell: 'Tell us of an error',
  title: { QUESTION: 'Ask the owner', ERROR: 'Tell us of an error' },
  about: 'About: ',
  to: {
    CONTACTS: 'Your text goes by mail to the people whom the entry names for questions. Their addresses are not shown; theirs is the choice to answer you.',
    OWNERS: 'Your text goes by mail to the people who keep this entry for {{owners}}. Their addresses are not shown; theirs is the choice to answer you.',
    SECRETARIAT:
      'Your text goes by mail to the secretariat of the library: nobody who writes for the owner of this entry has an account here. Addresses are not shown.',
    ADMINISTRATORS:
      'Your text goes by mail to the administrators of the library: nobody who writes for the owner of this entry has an account here. Addresses are not shown.',
    NOBODY: 'Nobody who could answer has an account in this library yet. Look at the sources of the entry for who wrote them.',
  },
  text: { QUESTION: 'Your question', ERROR: 'What is wrong, and how do you know?' },
  textExample: {
    QUESTION: 'We plan a similar register in two districts. Who maintains yours today, and what does it cost a year?',
    ERROR: 'The register was closed in 2024, see the annual report, page 12.',
  },
  name: 'Your name',
  email: 'Your mail address',
  emailHelp: 'Only those who get your text see it, to answer you.',
  emailExample: 'name@example.org',
  own: 'The answer comes to the mail address of your account, which those who get your text see.',
  send: 'Send',
  sent: {
    CONTACTS: 'Sent to the people whom the entry names for questions. An answer comes to you by mail.',
    OWNERS: 'Sent to the people who keep this entry. An answer comes to you by mail.',
    SECRETARIAT: 'Sent to the secretariat of the library. An answer comes to you by mail.',
    ADMINISTRATORS: 'Sent to the administrators of the library. An answer comes to you by mail.',
  },
  back: 'Back to the entry',
  none: 'Open the entry that you want to ask about, and choose “Ask the owner” there.',
  withheld:
    'The entry names people to write to. Members of the United Nations system see them when they <signIn>sign in</signIn>; everybody can <ask>ask the owner</ask>.',
} as const;
