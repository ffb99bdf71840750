export const links = {
  state: {
    LIVES: 'Asked on {{day}}: it answers.',
    GONE: 'Asked on {{day}}: its server says that it is not there any more.',
    REFUSES: 'Asked on {{day}}: its server answers, but does not show it to programs.',
    SILENT: 'Asked on {{day}}: nobody answered.',
    NOT_ASKED: 'Not asked on {{day}}: it is no https address of the open internet, or leads to one that is none.',
  },
  moved: 'It has moved here.',
  archived: 'Its owner has closed the code to changes.',
  changed: 'The code was last changed on {{day}}.',
  changeUnknown: 'When the code was last changed is not stated.',
  licence: 'Licence found there: {{licence}}.',
  otherLicence: 'Licence found there: {{licence}}, another than the entry says.',
  noLicence: 'No licence was found there.',
  codeUnknown: 'Licence and last change are not looked up on this host.',
} as const;
