/** Whether a recommendation names its addressee; the data says "Not stated" where the report names none. */
export const isNamed = (addressee: string) => addressee.toLowerCase() !== 'not stated';
