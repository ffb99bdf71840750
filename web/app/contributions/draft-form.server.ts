import type { RouterContextProvider } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { uploadsIn } from '../ui/uploads.ts';
import { boxes, type Content, contentOf, listPaths, sourcesOf, valueAt, wasTidied, withItem, withValue } from './content.ts';
import { saveDraftMutation } from './mutations.ts';
import { draftStateQuery } from './queries.ts';
import type { Kind } from './spec.ts';

/**
 * What was typed into a form, as content and new sources. `edits` is that of the draft when the form was opened, `writer`
 * names the open form, `turn` grows from one of its saves to the next where the browser script counts them. `answers` is the
 * form whose refused save this one answers. `tidied`: it held text with signs of a word processor, which is kept without them.
 */
export type Typed = {
  kind: Kind;
  content: Content;
  sources: Content[];
  edits: number;
  writer: string | null;
  turn: number | null;
  answers: string | null;
  tidied: boolean;
};

/** Reads the form of a draft. What the form does not show is taken from the draft as it is. Throws 401 for who is not signed in. */
export async function typedInto(context: Readonly<RouterContextProvider>, id: string, form: FormData): Promise<Typed> {
  const answer = await ask(context, draftStateQuery, { id });
  if (!answer.me) throw httpError(context, 401);
  const draft = orNotFound(context, answer.draft);
  const read = boxes(form);
  const kind = draft.kind as Kind;
  const content = contentOf(kind, read, draft.content);
  const attachment = attachmentsOf(form, content);
  const turn = Number(read.get('turn') || Number.NaN);
  return {
    kind,
    content: attachment,
    sources: sourcesOf(read),
    edits: Number.parseInt(read.get('edits') ?? '', 10) || 0,
    writer: read.get('writer')?.slice(0, 100) || null,
    turn: Number.isFinite(turn) ? turn : null,
    answers: read.get('answers')?.slice(0, 100) || null,
    tidied: wasTidied(kind, read),
  };
}

/** Titles and descriptions of the uploaded files; one without a title keeps the name it came with. */
function attachmentsOf(form: FormData, content: Content): Content {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const items: { file: string; title: string; description?: string }[] = [];
  for (let index = 0; form.has(`attachments.${index}.file`) && index < 50; index++) {
    if (form.get(`attachments.${index}.leave`)) continue;
    const description = text(`attachments.${index}.description`);
    items.push({ file: text(`attachments.${index}.file`), title: text(`attachments.${index}.title`), ...(description ? { description } : {}) });
  }
  // Files that came with the form are kept already (the server does that at the door); their names serve as titles until they get one.
  for (const { file, name } of uploadsIn(form)) if (!items.some((item) => item.file === file)) items.push({ file, title: name.replace(/\.[a-z]+$/, '') });
  if (items.length > 0) return { ...content, attachments: items };
  const { attachments: _none, ...rest } = content;
  return form.has('attachments.0.file') ? rest : content;
}

/** Saves what was typed; a button that adds or takes away an item does that first, and `at` says where the page goes on. With `check` the answer tells what is wrong with the draft. */
export async function save(context: Readonly<RouterContextProvider>, id: string, typed: Typed, action = '', check = false) {
  let { content, sources } = typed;
  let at = '';
  const path = /^(?:add:(.+)|remove:(.+)\.\d+)$/.exec(action);
  if (path && listPaths(typed.kind).includes(path[1] ?? path[2] ?? '')) {
    const changed = withItem({ ...content, sources }, action);
    if (changed) {
      const { sources: withSources, ...rest } = changed.content;
      content = rest;
      sources = withSources as Content[];
      at = `#${changed.path}${action.startsWith('add') ? `.${changed.index}` : ''}`;
    }
  }
  const taken = /^take:([\w.]+)=(.{1,200})$/s.exec(action);
  if (taken?.[1] && taken[2] && valueAt(content, taken[1]) !== undefined) {
    content = withValue(content, taken[1], taken[2]);
    at = `?check=1#${taken[1]}`;
  }
  const { edits, writer, turn, answers } = typed;
  const { saveDraft } = await ask(context, saveDraftMutation, { id, content, sources, edits, writer, turn, answers, check });
  return { answer: saveDraft, at, content, sources };
}
