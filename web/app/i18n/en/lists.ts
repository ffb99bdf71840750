/** What the lists have in common. */
export const lists = {
  sort: { source: 'Order of the report', title: 'Title', updated: 'Last changed' },
  field: { sort: 'sort order' },
  noneFiltered: 'No record has all of these at once.',
  noneLeft: 'There is nothing after this place of the list.',
} as const;
