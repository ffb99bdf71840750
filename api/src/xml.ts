import { keepable } from '#prisma/content/text.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text as it may stand in XML, between tags or in an attribute, without what XML 1.0 does not allow. Every writer of XML passes its texts through here, or through `keepable` where a library escapes them. */
export const xml = (text: string): string => keepable(text).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
