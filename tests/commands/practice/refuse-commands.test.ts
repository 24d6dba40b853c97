import { expect, it } from 'vitest';
import { refuseCommands } from '../../../src/commands/practice/refuse-commands.ts';
import { UsageError } from '../../../src/errors.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import { question } from '../../interview/made.ts';

const pack: Pack = { dir: 'made', questions: ['briefs', 'learning'].map(question), rubrics: new Map() };

it.each(['practise', 'progres', 'question'])('takes %s for a command misspelt', (word) => {
  expect(() => refuseCommands([word], pack)).toThrow(UsageError);
});

it.each([[], ['briefs'], ['learnign'], ['progres', 'briefs']])('leaves %j alone', (...words) => {
  expect(() => refuseCommands(words, pack)).not.toThrow();
});
