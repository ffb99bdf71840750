import { marked } from 'marked';
import sanitize from 'sanitize-html';

/**
 * Markdown as HTML of a small, safe kind: paragraphs, emphasis, lists, quotations, code and links to http, https and mail
 * addresses. No pictures, headings, tables, styles or scripts; everything else is left out, its text kept.
 */
export function markdown(text: string): string {
  return sanitize(marked.parse(text, { async: false, gfm: true, breaks: false }), {
    allowedTags: ['p', 'em', 'strong', 'ul', 'ol', 'li', 'blockquote', 'code', 'pre', 'a', 'br'],
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    transformTags: { a: sanitize.simpleTransform('a', { rel: 'nofollow noopener' }) },
  });
}
