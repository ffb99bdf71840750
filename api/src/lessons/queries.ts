import { builder } from '../builder.ts';
import { addList, filterBy } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { LessonKind, Theme } from './lesson.ts';
import { LessonType } from '../records/types.ts';

const fields = { kind: 'kind_of_lesson', theme: 'theme', organization: 'organization', project: 'project', goal: 'goal' };
const filter = builder.inputType('LessonFilter', {
  fields: (t) => ({
    kind: t.field({ type: [LessonKind] }),
    theme: t.field({ type: [Theme] }),
    organization: t.stringList({ description: 'By slug or short name.' }),
    project: t.stringList({ description: 'By slug or title.' }),
    goal: t.intList(),
  }),
});
addList('LESSON', 'lessons', LessonType as never, 'Lessons, good practices, challenges and reported benefits.', filter, fields, filterBy(fields));

builder.queryField('lesson', (t) =>
  t.field({
    type: LessonType,
    nullable: true,
    description: 'One lesson by its source key (L005) or its slug.',
    args: { id: t.arg.string({ required: true }) },
    resolve: (_root, { id }, context, info) => recordAt(context, info, 'LESSON', /^L\d{3}$/.test(id) ? { sourceKey: id } : { slug: id }),
  }),
);
