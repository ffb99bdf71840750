/** Words of what is new. */
export const news = {
  title: 'New since your last visit',
  lead: 'Since {{day}}, {{time}} (UTC), when you last said that you have seen what is new.',
  leadFirst: 'Of the last 14 days, because you have not said yet what you have seen.',
  followed: 'What you follow',
  added: 'New entries',
  changed: 'Changed entries',
  questions: 'Questions and answers',
  why: 'because you follow: {{what}}',
  more: 'Of {{count}} entries those that you follow and the latest are shown. All of a kind are in its list, by “changed since”.',
  none: 'Nothing is new.',
  seen: 'I have seen these',
  seenHelp: 'Keeps this time and nothing else: what you open and read is not recorded.',
  forget: 'Forget when I was here',
  uptake: 'What was reported on recommendations since then',
  done: { seen: 'Noted. From now on this page has what comes after.', forgotten: 'Forgotten. This page has the last 14 days.' },
} as const;
