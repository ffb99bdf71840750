import { type FieldFault, fault } from '#i18n/fault.ts';
import { hiddenSections, ownersOf, sectionsAt, sectionValue, sections, withoutSections } from '#prisma/content/audience.ts';
import { kinds } from '#prisma/content/kinds.ts';
import type { Audience } from '#prisma/content/shared.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { hashOf } from '#prisma/hash.ts';
import { citedStatements } from '#prisma/derive.ts';
import type { Viewer } from '#search/engine.ts';
import { isAmong, isNamed, seesAudience } from '../records/policy.ts';
import { type Difference, differences } from './differences.ts';
import type { Content, Decision, DraftRow, ReviewRow } from './draft.ts';

/** What stands of a draft in place of its title for those who may not know more of it. */
export const HIDDEN_TITLE: Partial<Record<RecordKind, string>> = {
  PROJECT: 'A project for its owners only',
  LESSON: 'A lesson for its owners only',
  VENDOR: 'A vendor entry for its owners only',
  BUILDING_BLOCK: 'A building block for its owners only',
};
/** What everybody who decides on an entry knows of it: whose it is, and for whom. */
const SKELETON = ['audience', 'owners', 'organizations', 'organization'];

export const titleOf = (content: Content): string => String(content['title'] ?? content['name'] ?? 'untitled').slice(0, 200);
const audienceOfRecord = (content: Content) => (content['audience'] as Audience | undefined) ?? 'PUBLIC';
const skeletonOf = (content: Content): Content => Object.fromEntries(Object.entries(content).filter(([name]) => SKELETON.includes(name)));

export type Remark = { authorId: string; field: string | null; about: readonly string[] | null; internal: boolean };

/**
 * Everything of a draft as one person may see it. A section is hidden where the draft, the live version or the version that
 * it started from keeps it from them, by the owners of the live version, so that naming one's own organization in a draft
 * opens nothing; who writes a draft sees what it says itself. A record that is not for them leaves only its owners and
 * audience. Texts about a hidden section are hidden with it; texts about the whole, where the draft changes one.
 */
export class DraftView {
  private readonly draft: DraftRow;
  /** Whether the person may see more than whose record it is. */
  readonly open: boolean;
  /** The sections that are hidden, by name. */
  readonly hidden: ReadonlySet<string>;
  private readonly liveOpen: boolean;
  private readonly seesOwners: (audience: Audience) => boolean;
  private differing: string[] | null = null;

  constructor(draft: DraftRow, viewer: Viewer) {
    this.draft = draft;
    const { kind, content, liveContent, baseContent, writes, organizationId, liveOwners } = draft;
    const sees = seesAudience(
      viewer,
      liveContent ? isAmong(viewer, liveOwners) : isAmong(viewer, [organizationId]) || isNamed(viewer, ownersOf(kind, content)),
    );
    this.seesOwners = sees;
    const seesOwn = (audience: Audience) => writes || sees(audience);
    this.liveOpen = !liveContent || sees(audienceOfRecord(liveContent));
    // A draft holds what the version that it started from said, also where the live version has opened it with other words.
    const versions = [liveContent, baseContent].filter((version) => version !== null);
    this.open = seesOwn(audienceOfRecord(content)) && versions.every((version) => sees(audienceOfRecord(version)));
    this.hidden = new Set([...hiddenSections(kind, content, seesOwn), ...versions.flatMap((version) => [...hiddenSections(kind, version, sees)])]);
  }

  private shown(content: Content): Content {
    return this.open ? withoutSections(this.draft.kind, content, this.hidden) : skeletonOf(content);
  }

  get title(): string {
    if (this.open) return titleOf(this.draft.content);
    return (this.liveOpen ? this.draft.liveTitle : null) ?? HIDDEN_TITLE[this.draft.kind] ?? 'untitled';
  }

  get content(): Content {
    return this.shown(this.draft.content);
  }

  /** The version it started from; null for a new record. */
  get before(): Content | null {
    return this.draft.baseContent && this.shown(this.draft.baseContent);
  }

  get differences(): Difference[] {
    return differences(this.draft.kind, this.before, this.content);
  }

  /** From the submission before, which came back, field by field; null where there was none. What was for others then stays for them. */
  get sinceReturned(): Difference[] | null {
    const { kind, lastContent, state, writes } = this.draft;
    if (!lastContent || !this.open || (!writes && state !== 'SUBMITTED')) return null;
    const sees = (audience: Audience) => writes || audience === 'PUBLIC' || this.seesOwners(audience);
    const hidden = new Set([...this.hidden, ...hiddenSections(kind, lastContent, sees)]);
    return differences(kind, withoutSections(kind, lastContent, hidden), withoutSections(kind, this.draft.content, hidden));
  }

  /** Whether the draft changes anything that the person does not see: then nor do they see what is said of it as a whole. */
  get changesHidden(): boolean {
    return !this.open || this.changed.some((name) => this.hidden.has(name));
  }

  /** The sections that differ from the version it started from, by name. */
  get changed(): readonly string[] {
    this.differing ??= this.differingSections();
    return this.differing;
  }

  private differingSections(): string[] {
    const { kind, content, baseContent } = this.draft;
    const value = (of: Content | null, name: string) => hashOf((of ? sectionValue(kind, of, name) : undefined) ?? null);
    return Object.keys(sections[kind] ?? {}).filter((name) => value(content, name) !== value(baseContent, name));
  }

  get reason(): string {
    return this.changesHidden ? '' : this.draft.reason;
  }

  /** The new sources that what the person sees cites; those that nothing cites, for who sees everything. */
  get sources(): Content[] {
    const { content, sources, kind } = this.draft;
    if (this.open && this.hidden.size === 0) return sources;
    const cited = (of: Content) => new Set(citedStatements(of).flatMap((found) => found.citations.map((citation) => citation?.source)));
    const [all, visible] = [cited(content), cited(this.content)];
    const holds = [...this.hidden].some((name) => sectionValue(kind, content, name) !== undefined);
    return sources.filter((source) => {
      const slug = String(source['slug']);
      return visible.has(slug) || (this.open && !holds && !all.has(slug));
    });
  }

  /** The sections that a field belongs to, as its writer sees the draft; to what nobody knows, all that it changes. */
  about(field: string | null): readonly string[] {
    return this.sectionsOf(field, this.content);
  }

  private sectionsOf(field: string | null, content: Content): readonly string[] {
    const shape = (kinds[this.draft.kind].schema as unknown as { shape?: object }).shape ?? {};
    const known = field !== null && (field.split(/[.[]/)[0] ?? '') in shape;
    return known ? sectionsAt(this.draft.kind, content, field) : this.changed;
  }

  /** Whether a text about a field, or about the whole, is for the person. */
  private seesText(field: string | null, about: readonly string[] | null): boolean {
    if (!this.open) return false;
    return !(about ?? this.sectionsOf(field, this.draft.content)).some((name) => this.hidden.has(name)) && (field !== null || !this.changesHidden);
  }

  /** The decisions on fields that the person sees. */
  decisions(review: Pick<ReviewRow, 'decisions'>): Decision[] {
    return review.decisions.filter(({ field, about }) => this.seesText(field, about ?? (field.startsWith('statements') ? this.everyItem('statements') : null)));
  }

  /** Where an item stood is known no more: the sections of all items of its list that there are. */
  private everyItem(list: string): string[] {
    const { kind, content, baseContent } = this.draft;
    return sectionsAt(kind, {}, list).filter((name) => [content, baseContent].some((of) => of && sectionValue(kind, of, name) !== undefined));
  }

  comment(review: Pick<ReviewRow, 'comment' | 'about'>): string {
    return this.seesText(null, review.about) ? review.comment : '';
  }

  /** Whether a remark is for the person, by id; everybody sees their own. */
  seesRemark({ authorId, field, about, internal }: Remark, personId: string | undefined): boolean {
    return authorId === personId || ((this.draft.writes || !internal) && this.seesText(field, about));
  }

  /** The faults of fields that the person sees; of the others only that there are some. */
  faults(all: FieldFault[]): FieldFault[] {
    const { kind, content } = this.draft;
    if (this.open && this.hidden.size === 0) return all;
    const shown = all.filter(({ path }) => {
      if (!this.open) return SKELETON.includes(path.split('.')[0] ?? '');
      const source = /^sources\.(\d+)/.exec(path);
      if (source) return this.sources.includes(this.draft.sources[Number(source[1])] as Content);
      return !sectionsAt(kind, content, path).some((section) => this.hidden.has(section));
    });
    if (shown.length === all.length) return all;
    return [...shown, fault('content', 'HIDDEN')];
  }
}

const views = new WeakMap<DraftRow, Map<Viewer, DraftView>>();
/** The draft as a person may see it; made once for a row. */
export function viewOf(draft: DraftRow, viewer: Viewer): DraftView {
  const known = views.get(draft) ?? new Map<Viewer, DraftView>();
  views.set(draft, known);
  const view = known.get(viewer) ?? new DraftView(draft, viewer);
  known.set(viewer, view);
  return view;
}
