export const about = {
  title: 'About this library',
  lead: 'What it rests on, how it was made, where it stops, and how to quote it.',
} as const;
