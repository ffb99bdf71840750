import { fault } from '#i18n/fault.ts';
import { data, redirect } from 'react-router';
import { ask, httpError as thrown } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { ScreeningPageQuery, ScreeningState } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { type Fault, toError } from '../ui/faults.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';
import { Candidates } from './candidates.tsx';
import { Trail } from '../ui/trail.tsx';

const query = graphql(/* GraphQL */ `
  query ScreeningPage($states: [ScreeningState!], $skip: Int!) {
    screening {
      lists {
        id
        name
        listedOn
        hash
        entries
        names
        synthetic
        current
        loadedAt
        loadedBy
        withdrawnAt
        withdrawnBy
        withdrawnReason
        run {
          askedAt
          finishedAt
          total
          done
          found
          by
        }
      }
      counts {
        state
        count
      }
      candidates(states: $states, first: 50, skip: $skip) {
        ...CandidateParts
      }
    }
  }
`);
const load = graphql(/* GraphQL */ `
  mutation LoadScreeningList($file: String!, $name: String, $shorter: Boolean) {
    loadScreeningList(file: $file, name: $name, shorter: $shorter) {
      __typename
      ...FieldFaults
    }
  }
`);
const withdraw = graphql(/* GraphQL */ `
  mutation WithdrawScreeningList($list: ID!, $reason: String!) {
    withdrawScreeningList(list: $list, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);
const screen = graphql(/* GraphQL */ `
  mutation ScreenVendors($list: ID!) {
    screenVendors(list: $list) {
      __typename
      ...FieldFaults
    }
  }
`);

const PAGE = 50;
/** What of the candidates is shown. */
const shows = {
  open: ['OPEN', 'CHANGED', 'UNDECIDED'],
  same: ['SAME'],
  other: ['NOT_THE_SAME'],
  all: ['OPEN', 'CHANGED', 'UNDECIDED', 'SAME', 'NOT_THE_SAME'],
} as const satisfies Record<string, readonly ScreeningState[]>;
type Show = keyof typeof shows;
const isShow = (text: string): text is Show => Object.hasOwn(shows, text);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get('show') ?? '';
  const show: Show = isShow(asked) ? asked : 'open';
  const from = /^\d{1,6}$/.exec(searchParams.get('from') ?? '')?.[0] ?? '0';
  const { screening } = await ask(context, query, { states: [...shows[show]], skip: Number(from) });
  return { screening, show, from: Number(from) };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const back = (faults: readonly Fault[]) => data({ faults, name: text('name'), list: text('list'), reason: text('reason') }, { status: 400 });
  if (text('intent') === 'screen') {
    const { screenVendors: result } = await ask(context, screen, { list: text('list') });
    return result.__typename === 'InvalidInput' ? back(result.fields) : redirect('/screening?done=asked', 303);
  }
  if (text('intent') === 'withdraw') {
    const { withdrawScreeningList: result } = await ask(context, withdraw, { list: text('list'), reason: text('reason') });
    return result.__typename === 'InvalidInput' ? back(result.fields) : redirect('/screening?done=withdrawn', 303);
  }
  if (text('intent') !== 'load') throw thrown(context, 400);
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return back([fault('file', form.has('file.refused') ? 'ONLY_SCREENERS' : 'LIST_NONE')]);
  const { loadScreeningList: result } = await ask(context, load, {
    file: Buffer.from(await file.arrayBuffer()).toString('base64'),
    name: text('name'),
    shorter: form.has('shorter'),
  });
  return result.__typename === 'InvalidInput' ? back(result.fields) : redirect('/screening?done=loaded', 303);
}

type Lists = ScreeningPageQuery['screening']['lists'];

export default function ScreeningPage({ loaderData: { screening, show, from }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const came = actionData && 'faults' in actionData ? actionData : null;
  const errors = (came?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const done = url.searchParams.get('done');
  const count = (states: readonly string[]) => screening.counts.reduce((sum, one) => sum + (states.includes(one.state) ? one.count : 0), 0);
  const all = count(shows[show]);
  const current = screening.lists.filter((list) => list.current);
  const older = screening.lists.filter((list) => !list.current);
  return (
    <>
      <Meta title={t('screening.title')} canonical="/screening" unlisted />
      <Trail />
      <PageTitle title={t('screening.title')} lead={t('screening.lead')} />
      <ErrorSummary errors={errors} />
      {(done === 'loaded' || done === 'asked' || done === 'withdrawn') && (
        <Notice role="status">
          <p>{t(`screening.done.${done}`)}</p>
        </Notice>
      )}
      <Section id="lists" title={t('screening.lists')}>
        {current.length === 0 ? (
          <p>{t('screening.noList')}</p>
        ) : (
          current.map((list) => <List key={list.id} list={list} reason={came?.list === list.id ? came.reason : null} error={error('reason')} />)
        )}
        {older.length > 0 && (
          <details>
            <summary>{t('screening.older')}</summary>
            <ul>
              {older.map((list) => (
                <li key={list.id}>
                  {t('screening.listOf', { name: list.name, day: format.date(list.listedOn) })}
                  {list.withdrawnAt &&
                    `. ${t('screening.withdrawn', { day: format.date(list.withdrawnAt.slice(0, 10)), name: list.withdrawnBy ?? t('screening.somebody'), reason: list.withdrawnReason ?? '' })}`}
                  {!list.withdrawnAt &&
                    list.run?.finishedAt &&
                    `: ${t('screening.ran', { day: format.date(list.run.finishedAt.slice(0, 10)), count: list.run.done })}`}
                </li>
              ))}
            </ul>
          </details>
        )}
      </Section>
      <Section id="candidates" title={t('screening.candidates')}>
        <ul className="screening-shows">
          {(Object.keys(shows) as Show[]).map((one) => (
            <li key={one}>
              <a href={`/screening?show=${one}#candidates`} aria-current={one === show ? 'true' : undefined}>
                {t(`screening.show.${one}`, { count: count(shows[one]) })}
              </a>
            </li>
          ))}
        </ul>
        {screening.candidates.length === 0 ? (
          <p>{t('screening.none')}</p>
        ) : (
          <Candidates
            candidates={screening.candidates}
            caption={t('screening.caption', { from: from + 1, to: from + screening.candidates.length, all: format.number(all) })}
          />
        )}
        {all > from + PAGE && (
          <p>
            <a href={`/screening?show=${show}&from=${from + PAGE}#candidates`}>{t('screening.next')}</a>
          </p>
        )}
        <p className="quiet small">{t('screening.never')}</p>
      </Section>
      <Section id="load" title={t('screening.load')}>
        <form method="post" encType="multipart/form-data">
          <input type="hidden" name="intent" value="load" />
          <div className={error('file') ? 'field field-wrong' : 'field'}>
            <label htmlFor="file">{t('screening.file')}</label>
            <p className="field-help" id="file-help">
              {t('screening.fileHelp')}
            </p>
            {error('file') && (
              <p className="field-error" id="file-error">
                <b>{t('form.error')}</b> {error('file')}
              </p>
            )}
            <input id="file" name="file" type="file" accept=".xml,.csv" aria-describedby={error('file') ? 'file-help file-error' : 'file-help'} />
          </div>
          <TextField
            name="name"
            label={t('screening.name')}
            help={t('screening.nameHelp')}
            most={120}
            required={false}
            value={came?.name ?? ''}
            error={error('name')}
          />
          {came?.faults.some(({ code }) => code === 'LIST_SHORTER') && (
            <label className="choice">
              <input type="checkbox" name="shorter" /> <span>{t('screening.shorter')}</span>
            </label>
          )}
          <button type="submit">{t('screening.loadButton')}</button>
        </form>
      </Section>
    </>
  );
}

/** A list of today with its last run. */
function List({ list, reason, error }: { list: Lists[number]; reason: string | null; error: string | null }) {
  const { t, format } = useSite();
  const { run } = list;
  return (
    <article className="screening-list">
      <h3>{t('screening.listOf', { name: list.name, day: format.date(list.listedOn) })}</h3>
      {list.synthetic && <p className="notice">{t('screening.synthetic')}</p>}
      <p>
        {t('screening.size', { entries: format.number(list.entries), names: format.number(list.names) })}{' '}
        {t(list.loadedBy ? 'screening.loadedBy' : 'screening.loadedOn', { day: format.date(list.loadedAt.slice(0, 10)), name: list.loadedBy ?? '' })}{' '}
        <code className="small">SHA-256 {list.hash.slice(0, 16)}</code>
      </p>
      {run && !run.finishedAt && (
        <p role="status">
          <label>
            {t('screening.running', { done: format.number(run.done), total: format.number(run.total) })}{' '}
            <progress max={Math.max(run.total, 1)} value={run.done} />
          </label>{' '}
          <a href="/screening">{t('screening.look')}</a>
        </p>
      )}
      {run?.finishedAt && (
        <p>
          {t(run.by ? 'screening.checkedBy' : 'screening.checked', {
            vendors: t('screening.vendors', { count: run.done }),
            day: format.minute(run.finishedAt),
            name: run.by ?? '',
          })}{' '}
          {t('screening.found', { count: run.found })}
        </p>
      )}
      {(!run || run.finishedAt) && (
        <form method="post">
          <input type="hidden" name="intent" value="screen" />
          <input type="hidden" name="list" value={list.id} />
          <button type="submit" className="button-quiet">
            {t('screening.again')}
            <span className="hidden"> {list.name}</span>
          </button>
        </form>
      )}
      <details open={reason !== null}>
        <summary>
          {t('screening.withdraw')}
          <span className="hidden"> {list.name}</span>
        </summary>
        <form method="post">
          <input type="hidden" name="intent" value="withdraw" />
          <input type="hidden" name="list" value={list.id} />
          <TextField
            name="reason"
            label={t('screening.withdrawReason')}
            help={t('screening.withdrawHelp')}
            most={500}
            value={reason ?? ''}
            error={reason === null ? null : error}
          />
          <button type="submit" className="button-quiet">
            {t('screening.withdraw')}
          </button>
        </form>
      </details>
    </article>
  );
}
