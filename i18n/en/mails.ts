/** All sentences of mails, and of what is noted for people in the same breath. A subject is one line; `\n` begins a new one in a text. */
export const mails = {
  frame: 'Dear {{name}},\n\n{{text}}\n\nAtrium',

  // Drafts
  askedSubject: 'Please look at a change: {{title}}',
  askedChange: '{{name}} proposes a change of "{{title}}".',
  askedNew: '{{name}} proposes a new entry, "{{title}}".',
  askedOrganization:
    'Your organization is asked to accept it or to return it with reasons:\n{{address}}\n\nUntil every owner has accepted, the live version stays as it is.',
  askedSecretariat:
    'The secretariat is asked to accept it or to return it with reasons:\n{{address}}\n\nUntil all who are asked have accepted, the live version stays as it is.',
  waiting: 'A change of "{{title}}" has waited for {{organization}} for {{days}} days:\n{{address}}',
  waitingSubject: 'Waiting for you: {{title}}',
  waitingDeputySubject: 'You are asked as a deputy: {{title}}',
  waitingEscalatedSubject: 'Without an answer for a week: {{title}}',
  returnedSubject: 'Returned: {{title}}',
  returned: '{{organization}} returned your draft.',
  returnedField: '- {{field}}: {{reason}}',
  returnedNext: '\nChange it and submit it again:\n{{address}}',
  overtakenSubject: 'Overtaken: {{title}}',
  overtaken: 'Another change of the record went live first. Bring your draft up to date and submit it again:\n{{address}}',
  overtakenNoteArchived: 'Accepted by all owners, but the record was archived meanwhile. Bring the draft up to date and submit it again.',
  overtakenNoteChanged: 'Accepted by all owners, but version {{version}} went live meanwhile. Bring the draft up to date and submit it again.',
  liveSubject: 'Live: {{title}}',
  live: 'All who were asked have accepted. Version {{version}} is live:\n{{address}}',
  remarkSubject: 'A remark on "{{title}}"',
  remark: '{{name}} wrote a remark on the draft. Read it and answer here:\n{{address}}',

  // Records
  freshSubject: 'Is this still correct? {{title}}',
  fresh:
    'the entry "{{title}}" was to be looked at by {{day}}:\n{{record}}\n\nIf all of it is still correct, say so here; you need not sign in (the link works once, for {{days}} days):\n{{address}}\n\nIf something has changed, sign in and change it.',
  reopenedSubject: 'Open again: {{title}}',
  reopened: 'The library has opened this entry again, as it was in version {{version}}:\n{{address}}\n\nThe reason: {{reason}}',

  // Accounts
  existsSubject: 'You have an Atrium account already',
  exists: 'Somebody, hopefully you, wanted to open an account with this address. There is one already: sign in at {{signIn}}, or ask there for a new password.',
  signUpSubject: 'Confirm your address for Atrium',
  signUp:
    'Somebody, hopefully you, wants to open an account with this address. Go on here within a day, and choose a password:\n{{address}}\n\nIf it was not you, you need do nothing: without you there is no account.',
  resetSubject: 'Choose a new password for Atrium',
  reset:
    'Somebody, hopefully you, asked for a new password.\n\nChoose it here within an hour:\n{{address}}\n\nIf it was not you, nothing has changed and you need do nothing.',
  unexpected: 'If it was not you: choose a new password at {{address}}, have all passkeys removed with it, and tell the administrators of this library.',
  passwordSubject: 'Your Atrium password was changed',
  password: 'The password of your account was changed. Everywhere else you are signed out.',
  passkeysRemoved: 'These passkeys were removed:\n{{list}}',
  passkeysStay: 'These passkeys go on signing you in:\n{{list}}',
  passkey: '- {{name}}, added {{day}}',
  passkeyUnnamed: 'without a name',
  appStays: 'The app that gives codes, added {{day}}, is asked for as before.',
  passkeyAddedSubject: 'A passkey was added to your Atrium account',
  passkeyAdded: 'A passkey was added to your account: it signs in without a password.',
  passkeyGoneSubject: 'A passkey of your Atrium account was removed',
  passkeyGone: 'A passkey of your account was removed: it signs nobody in any more.',
  appAddedSubject: 'An app was added to your Atrium account',
  appAdded: 'An app that gives codes was added to your account: it is asked for after the password.',
  appGoneSubject: 'The app of your Atrium account was removed',
  appGone: 'The app that gives codes was removed from your account: it is asked for no more.',
  factorsSubject: 'Your second factors for Atrium were removed',
  factors:
    'An administrator removed the passkeys and the app of your account, because they were said to be lost. You are signed out everywhere. Sign in with your password and set up a new one.\n\nIf you did not ask for it, tell the administrators at once.',
  caseSameSubject: 'A sign-in service was connected to your Atrium account',
  caseSame: 'An administrator connected an account at {{service}} to yours: from now on it signs in to it.',
  caseNewSubject: 'Your Atrium account lost its mail address',
  caseNew:
    'An administrator decided that this address belongs to somebody else now, who signs in with {{service}}. The account that had it keeps its history, and is signed out everywhere.',
  caseWrong: 'If this is wrong, tell the administrators of this library at once.',
  invitationSubject: 'Invitation to Atrium',
  invitation: '{{name}} invites you to Atrium, the knowledge hub of the United Nations system on blockchain.',
  invitationFor: '{{name}} invites you to Atrium, the knowledge hub of the United Nations system on blockchain, for {{organization}}.',
  invitationNext: 'Sign in with this address and open the link within {{days}} days:\n{{address}}',
  roleGivenSubject: 'You have a role in Atrium: {{role}}',
  roleGiven: '{{name}} gave you a role in Atrium: {{role}}. What waits for you is here:\n{{address}}',
  roleTakenSubject: 'A role in Atrium was taken from you: {{role}}',
  roleTaken:
    '{{name}} took a role in Atrium from you: {{role}}. Your other roles are here:\n{{address}}\n\nIf you think that this is a mistake, write to {{name}}.',
  roleDeputy: '{{role}} (deputy)',
  roleFor: '{{role}} for {{organization}}',
  roleMEMBER: 'member',
  roleFOCAL_POINT: 'focal point',
  rolePUBLISHER: 'publisher',
  rolePROCUREMENT_OFFICER: 'procurement officer',
  roleSECRETARIAT: 'CEB secretariat',
  roleADMINISTRATOR: 'administrator',

  // Uptake
  campaignOPENEDSubject: 'Update asked for by {{day}}: {{title}}',
  campaignREMINDERSubject: 'Reminder, closes on {{day}}: {{title}}',
  campaignESCALATIONSubject: 'No complete answer from {{organization}}: {{title}}',
  campaignOPENED: 'The CEB secretariat asks {{organization}} for an update on its recommendations by {{day}}.',
  campaignREMINDER: '{{missing}} of the actions addressed to {{organization}} wait for an update by {{day}}.',
  campaignESCALATION:
    'The campaign closed on {{day}}. {{missing}} of the actions addressed to {{organization}} have no update. You receive this as the second contact.',
  campaignNext: 'Report here: {{report}}\nThe campaign: {{campaign}}\n',
  digestSubject: 'Uptake of {{report}}, {{what}}: {{changes}} changes',
  digestInternal: '[Internal] {{subject}}',
  digestRecommendation: 'recommendation {{number}}',
  digestAll: 'all organizations',
  digestEvent: '- {{event}}',
  digestNext: 'The table: {{table}}\nTo stop these mails: {{follow}}\n{{foot}}',
} as const;
