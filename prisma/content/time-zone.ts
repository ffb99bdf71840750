/**
 * The time zones that an organization can have, by their names in the IANA database, as this runtime knows them. PostgreSQL
 * reckons in them, and a test holds that it knows each.
 */
export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const known = new Set(timeZones);

/** Whether a text is the name of a time zone. */
export const isTimeZone = (text: string): boolean => known.has(text);
