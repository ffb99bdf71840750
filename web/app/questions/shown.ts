import type { QuestionPageQuery } from '../graphql/graphql.ts';
import type { FieldError } from '../ui/form.tsx';

export type QuestionOfPage = NonNullable<QuestionPageQuery['question']>;
/** What was refused of a form of the page. */
export type Refused = { intent: string; typed: Record<string, string>; errors: FieldError[] } | null;
