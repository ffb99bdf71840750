/** The fields of the statement of a company in their order; those with several lines have a number of rows. */
export const statementFields = [
  ['name', 1],
  ['formerNames', 1],
  ['country', 1],
  ['website', 1],
  ['registrationNumber', 1],
  ['identifiers', 3],
  ['ownership', 4],
  ['principals', 4],
  ['references', 6],
  ['certificates', 4],
  ['ungmNumber', 1],
] as const;
export const ungmLevels = ['BASIC', 'LEVEL_1', 'LEVEL_2'] as const;
