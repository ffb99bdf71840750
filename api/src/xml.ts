import { keepable } from '#prisma/content/text.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text as it may stand in XML, between tags or in an attribute, without what XML 1.0 does not allow. Every writer of XML passes its texts through here, or through `keepable` where a library escapes them. */
export const xml = (text: string): string => keepable(text).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** An element around XML that is written already; attributes without a value are left out. */
export const element = (name: string, inner: string, attributes: Record<string, string | undefined> = {}): string => {
  const said = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xml(value)}"`]));
  return inner === '' ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inner}</${name}>`;
};
/** An element around a text. */
export const textElement = (name: string, text: string, attributes: Record<string, string | undefined> = {}): string => element(name, xml(text), attributes);
