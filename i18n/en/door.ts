/** The page of the door, for what never reaches the pages of the site: titles by HTTP status, and when to come again. */
export const door = {
  title: 'This did not work',
  title_404: 'Not found',
  title_429: 'Please wait a little',
  title_500: 'Something went wrong',
  title_503: 'Please try again soon',
  seconds_one: '{{message}} Try again in {{count}} second.',
  seconds_other: '{{message}} Try again in {{count}} seconds.',
  minutes_one: '{{message}} Try again in {{count}} minute.',
  minutes_other: '{{message}} Try again in {{count}} minutes.',
  request: '{{status}}, request <code>{{id}}</code>',
} as const;
