/** Whether a text is a day of the calendar as ISO 8601 writes it: 2026-02-30 is none, nor is one of the year 0, which the database does not know. */
export const isDay = (text: string): boolean => /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
